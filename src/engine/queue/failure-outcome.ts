import type { Failure } from '../http/call.ts';
import { backOff, ruleOf } from '../http/failure-policy.ts';
import type { Outcome } from './outcome.ts';

/** What follows from a failure, by the failure policy. `unclear` is `unknown`: it is never tried again by itself. */
export function outcomeOf(failure: Failure, now: number): Outcome {
  const { code, detail, retryAt } = failure;
  const { becomes, restMs } = ruleOf(failure);
  switch (becomes) {
    case 'later':
      return { kind: 'later', at: notAtOnce(failure, retryAt ?? now + (restMs ?? 0), now), code, detail };
    case 'retry':
      return { kind: 'retry', code, detail, retryAt };
    case 'rejected':
    case 'auth':
    case 'unknown':
      return { kind: becomes, code, detail };
  }
}

/** A network that says no and "at once" in one breath is not asked without a break, since a wait is not a counted attempt. */
function notAtOnce({ reach }: Failure, at: number, now: number): number {
  return reach === 'refused' && at < now + backOff.leastMs ? now + backOff.firstMs : at;
}
