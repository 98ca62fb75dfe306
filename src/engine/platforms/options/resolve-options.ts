import type { OptionField, OptionValue, OptionValues } from '../../../shared/models/publish-option.ts';

/** What is wrong with a choice; the sentence is in the catalogue under `preflight.<id>`. */
export interface OptionProblem {
  readonly id: 'optionUnknown' | 'optionInvalid' | 'optionTooLong' | 'optionRequired';
  /** The field's label, or the id where there is no such field. */
  readonly option: string;
  readonly limit?: number;
}

export interface ResolvedOptions {
  /** Defaults filled in; without what the network does not offer, what is not shown, and what is not usable. */
  readonly values: OptionValues;
  readonly problems: readonly OptionProblem[];
}

/**
 * What holds for a post at one account: the choices that its fields allow, with their defaults. A text or tags that were
 * left empty are left out.
 */
export function resolveOptions(fields: readonly OptionField[], chosen: OptionValues): ResolvedOptions {
  const problems: OptionProblem[] = [];
  const values: OptionValues = {};
  const known = new Set(fields.map(({ id }) => id));
  for (const id of Object.keys(chosen))
    if (!known.has(id)) problems.push({ id: 'optionUnknown', option: id });
  for (const field of fields) {
    if (!isShown(field, values)) continue;
    const { id, label } = field;
    const given = chosen[id];
    const value = isEmpty(given) ? defaultOf(field) : given;
    if (value === undefined) {
      if ('required' in field && field.required) problems.push({ id: 'optionRequired', option: label });
      continue;
    }
    const problem = faultOf(field, value);
    if (problem === null) values[id] = value;
    else problems.push(problem);
  }
  return { values, problems };
}

/** A field that depends on one which is not shown itself is not shown either: fields come in the order of their needs. */
function isShown({ shownWhen }: OptionField, values: OptionValues): boolean {
  if (shownWhen === null) return true;
  const value = values[shownWhen.option];
  return value !== undefined && shownWhen.isOneOf.includes(String(value));
}

function isEmpty(value: OptionValue | undefined): value is undefined {
  if (value === undefined || typeof value === 'boolean') return value === undefined;
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

function defaultOf(field: OptionField): OptionValue | undefined {
  switch (field.kind) {
    case 'choice':
      return field.defaultValue ?? undefined;
    case 'toggle':
      return field.defaultValue;
    case 'text':
    case 'tags':
      return undefined;
  }
}

function faultOf(field: OptionField, value: OptionValue): OptionProblem | null {
  const invalid: OptionProblem = { id: 'optionInvalid', option: field.label };
  switch (field.kind) {
    case 'choice':
      return field.choices.some((choice) => choice.value === value) ? null : invalid;
    case 'toggle':
      return typeof value === 'boolean' ? null : invalid;
    case 'text':
      return typeof value === 'string' ? tooLong(field, charactersOf(value)) : invalid;
    case 'tags':
      return Array.isArray(value) ? tooLong(field, value.length) : invalid;
  }
}

/** Counts the smallest unit there is; networks that count in another one say so by their own check. */
function tooLong(
  { limit, label }: { readonly limit: number | null; readonly label: string },
  count: number,
): OptionProblem | null {
  return limit !== null && count > limit ? { id: 'optionTooLong', option: label, limit } : null;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function charactersOf(text: string): number {
  let count = 0;
  for (const _ of characters.segment(text)) count += 1;
  return count;
}
