import type { Database } from '../db/database.ts';
import type { LocalQuota } from '../platforms/platform.ts';
import { zonedAt } from '../time/wall-time.ts';
import type { CallFacts } from './call-facts.ts';
import type { RateScopes } from './rate-windows.ts';

/** What is left of a budget that the network sets and does not report. */
export interface QuotaState {
  readonly bucket: string;
  readonly limit: number;
  readonly remaining: number;
  /** Epoch ms at which it is full again. */
  readonly refillsAt: number;
}

/** Where a budget is counted: a window whose name no operation has. */
const windowOf = (bucket: string): string => `.quota ${bucket}`;

/**
 * Takes a call's units from its budget, before it leaves: networks charge what they refuse, too. The epoch ms at which
 * enough is there again where it is not; null once taken, or where the call has no budget. Joins the caller's transaction.
 */
export function takeQuota(
  db: Database,
  quotas: readonly LocalQuota[],
  scopes: RateScopes,
  call: Pick<CallFacts, 'quota'>,
  now: number,
): number | null {
  const { quota: wanted } = call;
  const quota = quotas.find(({ bucket }) => bucket === wanted?.bucket);
  if (wanted === undefined || quota === undefined) return null;
  const { remaining, refillsAt } = readQuota(db, quota, scopes, now);
  if (remaining < wanted.units) return refillsAt;
  write(db, quota, scopes, { remaining: remaining - wanted.units, refillsAt }, now);
  return null;
}

/** Gives back what a request was to cost that provably never left; joins the caller's transaction. */
export function giveBackQuota(
  db: Database,
  quotas: readonly LocalQuota[],
  scopes: RateScopes,
  call: Pick<CallFacts, 'quota'>,
  now: number,
): void {
  const quota = quotas.find(({ bucket }) => bucket === call.quota?.bucket);
  if (quota === undefined) return;
  const { remaining, refillsAt } = readQuota(db, quota, scopes, now);
  const units = Math.min(quota.limit, remaining + (call.quota?.units ?? 0));
  write(db, quota, scopes, { remaining: units, refillsAt }, now);
}

/** How a budget stands now. */
export function readQuota(db: Database, quota: LocalQuota, scopes: RateScopes, now: number): QuotaState {
  const { bucket, limit } = quota;
  const row = db
    .sql<{ remaining: number; refillsAt: number }>(
      `SELECT remaining, reset_at AS refillsAt FROM rate_window
       WHERE scope_id = :scopeId AND window = :window AND reset_at > :now`,
    )
    .get({ scopeId: scopeOf(quota, scopes), window: windowOf(bucket), now });
  return { bucket, limit, ...(row ?? { remaining: limit, refillsAt: refillOf(quota, now) }) };
}

function write(
  db: Database,
  quota: LocalQuota,
  scopes: RateScopes,
  { remaining, refillsAt }: Pick<QuotaState, 'remaining' | 'refillsAt'>,
  now: number,
): void {
  db.sql(
    `INSERT INTO rate_window (scope_id, window, max, remaining, reset_at, seen_at)
     VALUES (:scopeId, :window, :max, :remaining, :refillsAt, :now)
     ON CONFLICT (scope_id, window) DO UPDATE SET
       max = excluded.max, remaining = excluded.remaining, reset_at = excluded.reset_at, seen_at = excluded.seen_at`,
  ).run({
    scopeId: scopeOf(quota, scopes),
    window: windowOf(quota.bucket),
    max: quota.limit,
    remaining,
    refillsAt,
    now,
  });
}

function scopeOf(quota: LocalQuota, { accountId, clientId }: RateScopes): string {
  return quota.of === 'app' ? clientId : (accountId ?? clientId);
}

/** A day ends at midnight where the network counts it, which is 23 or 25 hours away twice a year. */
function refillOf({ refills }: LocalQuota, now: number): number {
  return refills.kind === 'window'
    ? now + refills.ms
    : zonedAt(now, refills.zone).startOfDay().add({ days: 1 }).epochMilliseconds;
}
