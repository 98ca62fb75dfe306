import { z } from 'zod';
import { modelFailureCode } from './model-failure.ts';
import { instant } from './time.ts';

/**
 * What one short question to the language model found. Beside the failures of the model itself: `no_key`: none is kept
 * for this server; `over_budget`: the month's budget does not allow the question; `no_shape`: it answers, but not in the
 * fixed shape that OCMA needs.
 */
export const modelTest = z.object({
  code: z.enum(['works', 'no_key', 'over_budget', 'no_shape', ...modelFailureCode.options]),
  /** What was found, in a sentence. */
  text: z.string(),
  /** What to do about it; null where there is nothing to do. */
  fix: z.string().nullable(),
  /** The model by the name that the server gives it; null where none answered. */
  model: z.string().nullable(),
  /** From the question to the last byte of the answer, in milliseconds; null where nothing was asked. */
  ms: z.int().nullable(),
  /** What it has cost, nothing on this machine; `costMicros` null: the price is not known. Null where nothing was used up. */
  usage: z.object({ inputTokens: z.int(), outputTokens: z.int(), costMicros: z.int().nullable() }).nullable(),
  /** When the server wants to be asked again; null where it did not say. */
  retryAt: instant.nullable(),
  /** Models that the server has, by their names; empty where it does not say. */
  models: z.array(z.string()),
  /** The day on which the server turns this model off, as `2026-12-11`; null where it says none. */
  shutdown: z.string().nullable(),
  /** A base URL on the same server that does answer; null where none was looked for, or found. */
  baseUrl: z.string().nullable(),
});
export type ModelTest = z.infer<typeof modelTest>;
