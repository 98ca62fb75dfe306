import { z } from 'zod';
import { instant } from './time.ts';

/**
 * Why a language model gave no answer. `invalid_key`: the server does not accept the key; `no_access`: the key may not
 * use this model, or not from here; `no_credit`: the account there is empty; `rate_limited`: ask again later;
 * `unknown_model`: the server has none of this name; `wrong_address`: what answers at the base URL is no such server;
 * `not_understood`: the server refuses the question as it is put; `refused`: the model declines this text; `endless`:
 * the answer did not end and was cut off; `cut`: it broke off too early; `timed_out`: there was no word within the longest wait;
 * `unreachable`: nothing answered; `server_error`: the server has a fault of its own; `cancelled`: the user closed the
 * question.
 */
export const modelFailureCode = z.enum([
  'invalid_key',
  'no_access',
  'no_credit',
  'rate_limited',
  'unknown_model',
  'wrong_address',
  'not_understood',
  'refused',
  'endless',
  'cut',
  'timed_out',
  'unreachable',
  'server_error',
  'cancelled',
]);
export type ModelFailureCode = z.infer<typeof modelFailureCode>;

/** A failure of the language model as the user is told of it. */
export const modelFailure = z.object({
  code: modelFailureCode,
  /** What happened, in a sentence. */
  text: z.string(),
  /** What to do about it; null where there is nothing to do. */
  fix: z.string().nullable(),
  /** When the server wants to be asked again; null where it did not say. */
  retryAt: instant.nullable(),
});
export type ModelFailure = z.infer<typeof modelFailure>;
