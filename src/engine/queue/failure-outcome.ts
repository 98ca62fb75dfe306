import type { Failure } from '../http/call.ts';
import type { Outcome } from './outcome.ts';

const quarterHourMs = 15 * 60_000;
const hourMs = 60 * 60_000;
const minuteMs = 60_000;

/**
 * What follows from a failure that provably changed nothing at the network. A limit is not an attempt; a no that
 * would be repeated is final; an outage is tried again with back-off.
 */
export function outcomeOf(failure: Failure, now: number): Outcome {
  const { code, detail } = failure;
  switch (code) {
    case 'rate_limited':
    case 'quota_exhausted':
      return { kind: 'later', at: failure.retryAt ?? now + quarterHourMs, code, detail };
    case 'credits_exhausted':
      return { kind: 'later', at: failure.retryAt ?? now + hourMs, code, detail };
    case 'vault_locked':
      return { kind: 'later', at: now + minuteMs, code, detail };
    case 'auth_expired':
    case 'auth_revoked':
    case 'scope_missing':
    case 'account_action_required':
      return { kind: 'auth', code, detail };
    case 'spending_cap':
    case 'content_rejected':
    case 'media_invalid':
    case 'duplicate':
    case 'platform_refused':
      return { kind: 'rejected', code, detail };
    case 'network_unreachable':
    case 'unavailable':
    case 'platform_changed':
    case 'unknown_outcome':
      return { kind: 'retry', code, detail, retryAt: failure.retryAt };
  }
}
