import type { Database } from '../db/database.ts';

/**
 * The right to refresh one account's tokens, held by one thread at a time and kept in the account's row: a thread that
 * dies with it blocks the others only until it runs out.
 */
export interface RefreshLease {
  readonly accountId: string;
  readonly holder: string;
}

/** Takes the lease if nobody holds it; joins the caller's transaction. */
export function takeLease(db: Database, lease: RefreshLease, now: number, until: number): boolean {
  return db.write(
    () =>
      db
        .sql(
          `UPDATE account SET refresh_lease = :holder, refresh_lease_until = :until
           WHERE id = :accountId AND state = 'connected' AND (refresh_lease IS NULL OR refresh_lease_until <= :now)`,
        )
        .run({ ...lease, now, until }).changes === 1,
  );
}

/** Gives the lease back; does nothing where another thread has it by now. Joins the caller's transaction. */
export function releaseLease(db: Database, lease: RefreshLease): boolean {
  return db.write(
    () =>
      db
        .sql(
          `UPDATE account SET refresh_lease = NULL, refresh_lease_until = NULL
           WHERE id = :accountId AND refresh_lease = :holder`,
        )
        .run({ ...lease }).changes === 1,
  );
}

/** Ends the leases of a process that died; for the start of the one that owns the data directory, before its threads run. */
export function releaseAllLeases(db: Database): void {
  db.write(() =>
    db
      .sql(
        `UPDATE account SET refresh_lease = NULL, refresh_lease_until = NULL WHERE refresh_lease IS NOT NULL`,
      )
      .run(),
  );
}
