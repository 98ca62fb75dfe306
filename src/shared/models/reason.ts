import { z } from 'zod';

/** Values that fill the places of a sentence in the catalogue. */
export const messageParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
/** Values that fill the places of a sentence in the catalogue. */
export type MessageParams = z.infer<typeof messageParamsSchema>;

/**
 * One thing that moved a score: `effect` in points of that score, negative where it cost points. `id` is the sentence's
 * key under `analysis.reason` in the catalogue, `text` the English sentence with `params` filled in.
 */
export const reasonSchema = z.object({
  id: z.string(),
  effect: z.number(),
  params: messageParamsSchema,
  text: z.string(),
});
/** One thing that moved a score. */
export type Reason = z.infer<typeof reasonSchema>;

/** A remark on a measure; `id` is the sentence's key under `analysis.note` in the catalogue. */
export const noteSchema = z.object({ id: z.string(), params: messageParamsSchema, text: z.string() });
/** A remark on a measure. */
export type Note = z.infer<typeof noteSchema>;
