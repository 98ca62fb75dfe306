import type { HoldReason } from '../../shared/models/copy.ts';
import type { Database } from '../db/database.ts';
import type { Ports } from '../ports.ts';
import { isBefore, ledgerPoint, makeMarks, markFiles, openMark, readMarks } from './mark.ts';
import { isSamePlace, placeOf, writePlace } from './place.ts';

type IdentifyPorts = Pick<Ports, 'clock' | 'host' | 'log' | 'paths'>;

interface Installation {
  readonly id: string;
  readonly place: string | null;
  readonly holdReason: HoldReason | null;
}

/** The seat of the thread that prepares the file; no other runs yet. */
const mainSeat = 1;
/** A line that no thread has: the other line of a copied installation does not write over it. */
const releaseSeat = 4;

/**
 * Looks whether the data file is the one that this installation last wrote, and holds its publishing where it is not:
 * before any thread can claim a job. Returns why it is held, or null. A file that was never in any place is taken as
 * this one's own.
 */
export function identifyInstallation(db: Database, ports: IdentifyPorts): HoldReason | null {
  const installation = db
    .sql<Installation>(`SELECT id, place, hold_reason AS holdReason FROM installation`)
    .get();
  if (installation === undefined) throw new Error('The data file has no installation row.');
  const files = markFiles(ports.paths, installation.id);
  const reason = installation.holdReason ?? reasonToHold(db, ports, installation, files);
  if (reason !== null && installation.holdReason === null) {
    hold(db, { reason, writtenAt: lastWriteIn(db), openedAt: ports.clock.now() });
    ports.log.warn({ reason }, 'publishing is held until the user has looked at this data');
  }
  const here = placeOf(ports.paths.data, ports.host.machine);
  if (installation.place === null && here !== null && reason === null) takePlace(db, writePlace(here));
  makeMarks(files, installation.id, ports.log);
  if (reason === null) advanceOnce(db, ports, files, mainSeat);
  return reason;
}

function reasonToHold(
  db: Database,
  ports: IdentifyPorts,
  installation: Installation,
  files: readonly string[],
): HoldReason | null {
  const here = placeOf(ports.paths.data, ports.host.machine);
  if (here !== null && installation.place !== null && !isSamePlace(installation.place, here)) return 'copied';
  const reached = readMarks(files, installation.id);
  return reached !== null && isBefore(ledgerPoint(db), reached) ? 'rolled_back' : null;
}

/** Stops publishing from this file until `releaseHold`. */
export function hold(
  db: Database,
  because: { readonly reason: HoldReason; readonly writtenAt: number; readonly openedAt: number },
): void {
  db.write(() =>
    db
      .sql(
        `UPDATE installation SET paused = 1, hold_reason = :reason, hold_written_at = :writtenAt, hold_opened_at = :openedAt,
          hold_event = coalesce((SELECT max(id) FROM delivery_event), 0),
          hold_looked_at = NULL`,
      )
      .run({ reason: because.reason, writtenAt: because.writtenAt, openedAt: because.openedAt }),
  );
}

/**
 * The user's word: this file publishes from here on, in this place. Its ledger begins a generation above everything that
 * was seen of this installation, so that each older state of it, and the other line of a copied one, is known as such.
 */
export function releaseHold(db: Database, ports: IdentifyPorts): void {
  const { id } = db.sql<{ id: string }>(`SELECT id FROM installation`).get() ?? { id: '' };
  const files = markFiles(ports.paths, id);
  const reached = readMarks(files, id);
  const here = placeOf(ports.paths.data, ports.host.machine);
  db.write(() =>
    db
      .sql(
        `UPDATE installation SET paused = 0, hold_reason = NULL, hold_written_at = NULL, hold_opened_at = NULL, hold_event = NULL, hold_looked_at = NULL,
          place = coalesce(:place, place), ledger_generation = max(ledger_generation, :reached) + 1`,
      )
      .run({ place: here === null ? null : writePlace(here), reached: reached?.generation ?? 0 }),
  );
  db.afterCommit(() => {
    makeMarks(files, id, ports.log);
    advanceOnce(db, ports, files, releaseSeat);
  });
}

function takePlace(db: Database, place: string): void {
  db.write(() => db.sql(`UPDATE installation SET place = :place`).run({ place }));
}

function advanceOnce(db: Database, { log }: IdentifyPorts, files: readonly string[], seat: number): void {
  const mark = openMark(db, { files, seat, log });
  mark.advance();
  mark.close();
}

/** The last thing that the file tells of; it may have been open a little longer without writing anything. */
function lastWriteIn(db: Database): number {
  const row = db
    .sql<{ at: number }>(
      `SELECT max(coalesce((SELECT at FROM delivery_event ORDER BY id DESC LIMIT 1), 0),
        coalesce((SELECT at FROM http_audit ORDER BY id DESC LIMIT 1), 0),
        coalesce((SELECT max(updated_at) FROM post), 0), coalesce((SELECT max(finished_at) FROM job WHERE finished_at IS NOT NULL), 0), created_at) AS at FROM installation`,
    )
    .get();
  return row?.at ?? 0;
}
