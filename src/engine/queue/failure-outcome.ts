import type { Failure } from '../http/call.ts';
import { ruleOf } from '../http/failure-policy.ts';
import type { Outcome } from './outcome.ts';

/** What follows from a failure, by the failure policy. `unclear` is `unknown`: it is never tried again by itself. */
export function outcomeOf(failure: Failure, now: number): Outcome {
  const { code, detail, retryAt } = failure;
  const { becomes, restMs } = ruleOf(failure);
  switch (becomes) {
    case 'later':
      return { kind: 'later', at: retryAt ?? now + (restMs ?? 0), code, detail };
    case 'retry':
      return { kind: 'retry', code, detail, retryAt };
    case 'rejected':
    case 'auth':
    case 'unknown':
      return { kind: becomes, code, detail };
  }
}
