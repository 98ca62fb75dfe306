import { z } from 'zod';

/** When an option is shown: while another one has one of these values. */
const shownWhen = z.object({ option: z.string(), isOneOf: z.array(z.string()) });

const base = {
  id: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  shownWhen: shownWhen.nullable(),
};

/**
 * Something that one network lets its users choose for a post, declared by the platform and drawn by the composer without
 * knowing which network it is. `required`: nothing goes out until the user has chosen; there is then no default.
 */
export const optionField = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    ...base,
    choices: z.array(z.object({ value: z.string(), label: z.string() })),
    defaultValue: z.string().nullable(),
    required: z.boolean(),
  }),
  z.object({ kind: z.literal('toggle'), ...base, defaultValue: z.boolean() }),
  z.object({
    kind: z.literal('text'),
    ...base,
    /** In the unit that the help names; the platform's own check counts. */
    limit: z.int().nullable(),
    multiline: z.boolean(),
    required: z.boolean(),
  }),
  z.object({ kind: z.literal('tags'), ...base, limit: z.int().nullable() }),
]);
export type OptionField = z.infer<typeof optionField>;

export const optionValue = z.union([
  z.string().max(10_000),
  z.boolean(),
  z.array(z.string().max(500)).max(100),
]);
export type OptionValue = z.infer<typeof optionValue>;

/** What was chosen for one network, by the option's id. What is not in it has its default. */
export const optionValues = z.record(z.string().max(64), optionValue);
export type OptionValues = z.infer<typeof optionValues>;

/** What was chosen for each network, by its name. */
export const postOptions = z.record(z.string().max(32), optionValues);
export type PostOptions = z.infer<typeof postOptions>;
