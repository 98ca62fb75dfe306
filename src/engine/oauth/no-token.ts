import type { Failure, FailureCode } from '../http/call.ts';
import type { TokenAnswer } from '../http/caller.ts';

/** The answer that there is no token now; nothing was sent. `retryAt` is in epoch ms, where the network said when. */
export function noToken(code: FailureCode, detail: string, retryAt: number | null = null): TokenAnswer {
  const failure: Failure = { code, reach: 'not_sent', retryAt, detail, status: null };
  return { ok: false, failure };
}
