import type { Database } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { stretched } from './deadline.ts';

/** Failures in a row that open a breaker. */
const failuresInARow = 5;
/** Real milliseconds until an open breaker lets one request try; doubled each time that fails, up to the longest. */
const firstWaitMs = 15_000;
const longestWaitMs = 120_000;
/** Real milliseconds that the others wait for the one that tries before they ask again. */
const askAgainMs = 2_000;

/** What a breaker watches: one operation at one place. */
export interface BreakerName {
  readonly origin: string;
  readonly platform: string;
  readonly operation: string;
  readonly practice: boolean;
}

/** `go`, with the ticket of the one request that tries where the breaker is open; or wait until then (epoch ms). */
export type Admission =
  | { readonly kind: 'go'; readonly probe: string | null }
  | { readonly kind: 'wait'; readonly until: number };

interface Row {
  failures: number;
  openings: number;
  openedAt: number | null;
  probeAt: number | null;
  probe: string | null;
  probeSince: number | null;
  probeUntil: number | null;
}

interface BreakerDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/**
 * Asks whether a request may leave. Every thread goes by the same row, so that five failures anywhere hold everyone
 * back, and one request alone tries. `ticket` names this request, `patienceMs` is its time-out in real milliseconds.
 */
export function admit(
  { db, clock }: BreakerDeps,
  name: BreakerName,
  ticket: string,
  patienceMs: number,
): Admission {
  const known = read(db, name);
  if (known === undefined || known.openings === 0) return { kind: 'go', probe: null };
  const early = waitOf(known, clock);
  if (early !== null) return { kind: 'wait', until: early };
  return db.write((): Admission => {
    const row = read(db, name);
    if (row === undefined || row.openings === 0) return { kind: 'go', probe: null };
    const until = waitOf(row, clock);
    if (until !== null) return { kind: 'wait', until };
    const now = clock.now();
    db.sql(
      `UPDATE breaker SET probe = :ticket, probe_since = :now, probe_until = :until WHERE ${isNamed}`,
    ).run({ ...keyOf(name), ticket, now, until: now + stretched(clock, patienceMs + 5_000) });
    return { kind: 'go', probe: ticket };
  });
}

/**
 * Writes down how an admitted request went; joins the caller's transaction. `failed` is null where it says nothing, for
 * it was stopped. True where the breaker opened or closed.
 */
export function noteResult(
  { db, clock }: BreakerDeps,
  name: BreakerName,
  { probe }: Admission & { kind: 'go' },
  failed: boolean | null,
): boolean {
  const row = read(db, name);
  if (row === undefined) {
    if (failed === true) count(db, name, clock.now());
    return false;
  }
  // Late answers of requests that left before it opened change nothing; the one that tries decides.
  if (row.openings > 0 && (probe === null || probe !== row.probe)) return false;
  if (failed === false) {
    db.sql(`DELETE FROM breaker WHERE ${isNamed}`).run(keyOf(name));
    return row.openings > 0;
  }
  if (failed === null) {
    if (probe !== null) giveUpProbe(db, name);
    return false;
  }
  if (row.openings === 0 && row.failures + 1 < failuresInARow) {
    db.sql(`UPDATE breaker SET failures = failures + 1 WHERE ${isNamed}`).run(keyOf(name));
    return false;
  }
  open(db, name, row, clock);
  return true;
}

/** Breakers that are open now, for the user to see. */
export function openBreakers(db: Database): readonly (BreakerName & OpenBreaker)[] {
  return db
    .sql<Omit<BreakerName & OpenBreaker, 'practice' | 'trying'> & { practice: number; trying: number }>(
      `SELECT origin, platform, operation, practice, failures, since, probe_at AS probeAt, probe IS NOT NULL AS trying
       FROM breaker WHERE openings > 0 ORDER BY platform, operation, origin`,
    )
    .all()
    .map((row) => ({ ...row, practice: row.practice === 1, trying: row.trying === 1 }));
}

export interface OpenBreaker {
  readonly failures: number;
  /** Epoch ms of the first of its failures. */
  readonly since: number;
  readonly probeAt: number;
  /** One request tries at this moment. */
  readonly trying: boolean;
}

/** Until when a request has to wait, or null where it may try. A clock that was set back ends every wait. */
function waitOf(row: Row, clock: Clock): number | null {
  const now = clock.now();
  if (row.probe !== null && isWithin(row.probeSince, now, row.probeUntil)) {
    return Math.min(row.probeUntil ?? now, now + stretched(clock, askAgainMs));
  }
  return isWithin(row.openedAt, now, row.probeAt) ? row.probeAt : null;
}

function isWithin(from: number | null, now: number, until: number | null): boolean {
  return from !== null && until !== null && from <= now && now < until;
}

function count(db: Database, name: BreakerName, now: number): void {
  db.sql(
    `INSERT INTO breaker (origin, platform, operation, practice, failures, since)
     VALUES (:origin, :platform, :operation, :practice, 1, :now)`,
  ).run({ ...keyOf(name), practice: name.practice ? 1 : 0, now });
}

function open(db: Database, name: BreakerName, row: Row, clock: Clock): void {
  const now = clock.now();
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(row.openings, 10));
  db.sql(
    `UPDATE breaker SET failures = failures + 1, openings = openings + 1, opened_at = :now, probe_at = :probeAt,
       probe = NULL, probe_since = NULL, probe_until = NULL WHERE ${isNamed}`,
  ).run({ ...keyOf(name), now, probeAt: now + stretched(clock, waitMs) });
}

function giveUpProbe(db: Database, name: BreakerName): void {
  db.sql(`UPDATE breaker SET probe = NULL, probe_since = NULL, probe_until = NULL WHERE ${isNamed}`).run(
    keyOf(name),
  );
}

function read(db: Database, name: BreakerName): Row | undefined {
  return db
    .sql<Row>(
      `SELECT failures, openings, opened_at AS openedAt, probe_at AS probeAt, probe, probe_since AS probeSince,
         probe_until AS probeUntil FROM breaker WHERE ${isNamed}`,
    )
    .get(keyOf(name));
}

const isNamed = `origin = :origin AND platform = :platform AND operation = :operation`;

function keyOf({ origin, platform, operation }: BreakerName) {
  return { origin, platform, operation };
}
