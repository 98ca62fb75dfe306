import type { Database } from '../db/database.ts';
import type { RateSignal } from './call.ts';
import { boundedWish } from './retry-after.ts';

/** Where the limits of a request are kept: the account's own, and those that its app shares with other accounts. */
export interface RateScopes {
  /** Null while the account is still being connected. */
  readonly accountId: string | null;
  readonly clientId: string;
}

/** Writes down what an answer said of its limits; joins the caller's transaction. */
export function recordSignals(
  db: Database,
  scopes: RateScopes,
  signals: readonly RateSignal[],
  now: number,
): void {
  for (const signal of signals) {
    const scopeId = signal.scope === 'app' ? scopes.clientId : scopes.accountId;
    if (scopeId === null) continue;
    db.sql(
      `INSERT INTO rate_window (scope_id, window, max, remaining, reset_at, seen_at)
       VALUES (:scopeId, :window, :max, :remaining, :resetAt, :now)
       ON CONFLICT (scope_id, window) DO UPDATE SET
         max = excluded.max, remaining = excluded.remaining, reset_at = excluded.reset_at, seen_at = excluded.seen_at`,
    ).run({
      scopeId,
      window: signal.window,
      max: signal.limit,
      remaining: Math.max(0, signal.remaining),
      resetAt: boundedWish(signal.resetAt, now),
      now,
    });
  }
}

/**
 * Until when an operation has nothing left, or null. Its own window counts, windows named after it (`posts.create user_24h`),
 * and those wider than any operation, which have no dot in their names.
 */
export function exhaustedUntil(
  db: Database,
  scopes: RateScopes,
  operation: string,
  now: number,
): number | null {
  const row = db
    .sql<{ until: number | null }>(
      `SELECT max(reset_at) AS until FROM rate_window
       WHERE scope_id IN (:accountId, :clientId) AND remaining = 0 AND reset_at > :now
       AND (window = :operation OR substr(window, 1, length(:operation) + 1) = :operation || ' ' OR instr(window, '.') = 0)`,
    )
    .get({ accountId: scopes.accountId ?? scopes.clientId, clientId: scopes.clientId, operation, now });
  return row?.until ?? null;
}

/** Until when any window of an account or of its app is used up, or null. */
export function exhaustedWindow(db: Database, scopes: RateScopes, now: number): number | null {
  const row = db
    .sql<{ until: number | null }>(
      `SELECT max(reset_at) AS until FROM rate_window
       WHERE scope_id IN (:accountId, :clientId) AND remaining = 0 AND reset_at > :now`,
    )
    .get({ accountId: scopes.accountId ?? scopes.clientId, clientId: scopes.clientId, now });
  return row?.until ?? null;
}

/** Forgets an account's used-up windows, when the user says that the limit was lifted; joins the caller's transaction. */
export function forgetExhausted(db: Database, accountId: string): void {
  db.write(() =>
    db.sql(`DELETE FROM rate_window WHERE scope_id = :accountId AND remaining = 0`).run({ accountId }),
  );
}
