import { z } from 'zod';

/**
 * A stretch of text that a network would not take, as UTF-16 offsets into the measured text (`end` is exclusive), so
 * that an editor can mark the letters.
 * `over_limit`: past the network's limit; `not_allowed`: a character or sequence the network refuses; `too_many`: an
 * entity (hashtag, mention, cashtag) beyond the network's number.
 */
export const measurementRangeSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  reason: z.enum(['over_limit', 'not_allowed', 'too_many']),
});
/** One stretch of text that a network would not take. */
export type MeasurementRange = z.infer<typeof measurementRangeSchema>;

/**
 * What a text amounts to by one network's own counting rules; the answer of `POST /api/content/measure`.
 * `length` and `limit` are in the network's own unit (weighted characters, graphemes, bytes). `valid` means that the
 * network would take the text: neither empty, nor over the limit, nor with refused characters. Entities are listed as
 * written, in order of appearance: URLs as in the text, mentions, hashtags and cashtags with their sign.
 */
export const measurementSchema = z.object({
  length: z.int().nonnegative(),
  limit: z.int().positive(),
  valid: z.boolean(),
  entities: z.object({
    urls: z.array(z.string()),
    mentions: z.array(z.string()),
    hashtags: z.array(z.string()),
    cashtags: z.array(z.string()),
  }),
  ranges: z.array(measurementRangeSchema).optional(),
});
/** What a text amounts to by one network's own counting rules. */
export type Measurement = z.infer<typeof measurementSchema>;
