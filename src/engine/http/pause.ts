import type { Database } from '../db/database.ts';
import { failureCodes } from './call.ts';
import type { CallFacts } from './call-facts.ts';
import type { Failure, FailureCode } from './call.ts';

const minute = 60_000;

/** How long an account rests when the network does not say until when, in milliseconds. */
const restMs: Partial<Record<FailureCode, number>> = {
  rate_limited: 15 * minute,
  quota_exhausted: 60 * minute,
  credits_exhausted: 60 * minute,
  account_action_required: 60 * minute,
};

/** When a used-up limit or missing credits end, as far as anyone can tell; null for other failures. */
export function restUntil(failure: Failure, now: number): number | null {
  const rest = restMs[failure.code];
  if (rest === undefined || failure.reach !== 'refused') return null;
  return Math.max(failure.retryAt ?? now + rest, now + 1);
}

/**
 * Whether a failure rests the whole account. Limits of reading and uploading hold only for those calls, so that a
 * collector that reads too much does not keep posts from going out; missing credits stop everything.
 */
export function restsAccount(call: CallFacts, failure: Failure): boolean {
  if (failure.code === 'credits_exhausted' || failure.code === 'account_action_required') return true;
  return call.effect === 'write';
}

/** Pauses an account, never shortening a pause; joins the caller's transaction. True where something changed. */
export function pauseAccount(
  db: Database,
  account: { readonly workspaceId: string; readonly accountId: string },
  until: number,
  reason: string,
): boolean {
  return db.write(
    () =>
      db
        .sql(
          `UPDATE account SET paused_until = :until, pause_reason = :reason, version = version + 1
           WHERE id = :accountId AND workspace_id = :workspaceId AND (paused_until IS NULL OR paused_until < :until)`,
        )
        .run({ ...account, until, reason }).changes === 1,
  );
}

/** What a call of a paused account comes to. */
export function pausedFailure(until: number, reason: string | null): Failure {
  const code = failureCodes.find((known) => known === reason) ?? 'rate_limited';
  return { code, reach: 'not_sent', retryAt: until, detail: 'The account is paused.', status: null };
}
