import type { Failure } from '../http/call.ts';
import { backOff, ruleOf } from '../http/failure-policy.ts';
import type { Outcome } from './outcome.ts';

/** What follows from a failure, by the failure policy. `unclear` is `unknown`: it is never tried again by itself. */
export function outcomeOf(failure: Failure, now: number): Outcome {
  const { code, detail, retryAt } = failure;
  const { becomes, restMs } = ruleOf(failure);
  switch (becomes) {
    case 'later':
      return {
        kind: 'later',
        at: Math.max(retryAt ?? now + (restMs ?? 0), now + leastWait(failure)),
        code,
        detail,
      };
    case 'retry':
      return { kind: 'retry', code, detail, retryAt };
    case 'rejected':
    case 'auth':
    case 'unknown':
      return { kind: becomes, code, detail };
  }
}

/** A network that says no and "at once" in one breath is not asked without a break, since a wait is not a counted attempt. */
function leastWait({ reach }: Failure): number {
  return reach === 'refused' ? backOff.firstMs : backOff.leastMs;
}
