import type { Outcome } from '../../queue/outcome.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { catchUpOf } from '../ledger/delivery-row.ts';
import { laterOccurrenceDue } from './later-occurrence.ts';
import type { PublishDeps } from './publish-deps.ts';

/** A post that starts within this time is not late, in milliseconds: it may have waited for the one before it. */
const graceMs = 5 * 60_000;
/** Late posts of one account keep this distance, in milliseconds, so that a woken laptop does not post in a burst. */
const spacingMs = 60_000;

export type Lateness =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly outcome: Outcome }
  | { readonly kind: 'missed' }
  | { readonly kind: 'next_slot' }
  /** A later one of its series was due by now, too. */
  | { readonly kind: 'occurrence_passed' };

/** Applies a post's own catch-up rule when its time has passed. */
export function latenessOf(deps: PublishDeps, delivery: DeliveryRow): Lateness {
  const now = deps.ports.clock.now();
  const late = now - (delivery.dueAt ?? now);
  if (late <= graceMs) return { kind: 'go' };
  if (laterOccurrenceDue(deps.ledger.db, delivery, now)) return { kind: 'occurrence_passed' };
  const rule = catchUpOf(delivery);
  if (rule.rule === 'ask') return { kind: 'missed' };
  if (rule.rule === 'next_slot') return { kind: 'next_slot' };
  if (late > rule.minutes * 60_000) return { kind: 'missed' };
  // One that says that it went out later than now was sent while the clock was wrong.
  const last = deps.ledger.db
    .sql<{ at: number | null }>(
      `SELECT max(sent_at) AS at FROM delivery_part WHERE account_id = :accountId AND sent_at <= :now`,
    )
    .get({ accountId: delivery.accountId, now });
  const free = (last?.at ?? 0) + spacingMs;
  if (free <= now) return { kind: 'go' };
  return {
    kind: 'wait',
    outcome: {
      kind: 'later',
      at: free,
      code: 'spacing',
      detail: 'Several posts are late; they go out one after another.',
    },
  };
}
