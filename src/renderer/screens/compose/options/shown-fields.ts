import type { OptionField, OptionValue, OptionValues } from '../../../../shared/models/publish-option.ts';

/** What holds for a field: the choice, else its default; undefined where there is neither. */
export function valueOf(field: OptionField, values: OptionValues): OptionValue | undefined {
  const given = values[field.id];
  if (given !== undefined) return given;
  return field.kind === 'choice' || field.kind === 'toggle' ? (field.defaultValue ?? undefined) : undefined;
}

const isEmpty = (value: OptionValue | undefined): boolean => {
  if (value === undefined || typeof value === 'boolean') return value === undefined;
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
};

/** The fields that apply as things are chosen; one that depends on a field that is not shown is not shown either. */
export function shownFields(fields: readonly OptionField[], values: OptionValues): readonly OptionField[] {
  const held = new Map<string, string>();
  return fields.filter((field) => {
    const { shownWhen } = field;
    if (shownWhen !== null) {
      const value = held.get(shownWhen.option);
      if (value === undefined || !shownWhen.isOneOf.includes(value)) return false;
    }
    const value = valueOf(field, values);
    if (value !== undefined) held.set(field.id, String(value));
    return true;
  });
}

/** Whether nothing can go out before this is chosen. */
export const isMissing = (field: OptionField, values: OptionValues): boolean =>
  'required' in field && field.required && isEmpty(valueOf(field, values));

/** What users should see without asking: what they must choose, what they chose, what other fields depend on, the comment. */
export function firstFields(fields: readonly OptionField[], values: OptionValues): ReadonlySet<string> {
  const leading = new Set(fields.flatMap(({ shownWhen }) => (shownWhen === null ? [] : [shownWhen.option])));
  const wanted = fields.filter((field) => isMissing(field, {}));
  const known = new Set([...wanted.map(({ id }) => id), ...leading, ...Object.keys(values), firstComment]);
  const first = fields.filter(({ id }) => known.has(id)).map(({ id }) => id);
  // A few fields are shown as they are: a button that shows one more would be longer than the field.
  return new Set(fields.length - first.length <= 2 ? fields.map(({ id }) => id) : first);
}

/** The reserved id of the text that goes out as a comment under the post. */
const firstComment = 'firstComment';

/** The text that goes out as a comment under the post; empty where none was written or the network has none. */
export function commentOf(fields: readonly OptionField[], values: OptionValues): string {
  const field = shownFields(fields, values).find(({ id }) => id === firstComment);
  const text = field ? values[field.id] : undefined;
  return typeof text === 'string' ? text.trim() : '';
}

/** The choices with one of them changed; what says the same as the default is left out. */
export function withValue(values: OptionValues, field: OptionField, value: OptionValue): OptionValues {
  const { [field.id]: _before, ...others } = values;
  const isDefault =
    isEmpty(value) || ((field.kind === 'choice' || field.kind === 'toggle') && field.defaultValue === value);
  return isDefault ? others : { ...others, [field.id]: value };
}
