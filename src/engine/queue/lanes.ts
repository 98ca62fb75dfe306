import type { Database } from '../db/database.ts';
import type { Job, QueueName } from './job.ts';

/** Where a lane has nothing to start, or may start no more, until something happens in it. */
export const never = Number.MAX_SAFE_INTEGER;
/** So many rows are changed in one transaction. */
const slice = 200;

/**
 * Picks the rows of one lane by the parameters `queue` and `lane`. SQLite prepares an ordered query whose parameters it can
 * see anew at each run (its planner weighs their values), which costs more than the query: as expressions it does not.
 */
export const ofLane = `queue = (:queue || '') AND lane = (:lane || '')`;

/** The lane in which a job stands: its account's; work of no account shares one for each platform. */
export function laneOf(job: Pick<Job, 'accountId' | 'platform'>): string {
  return job.accountId ?? job.platform ?? '';
}

/** A job of the lane may start at `at`, or earlier. Joins the caller's transaction. */
export function openLane(db: Database, queue: QueueName, lane: string, platform: string, at: number): void {
  db.sql(`INSERT INTO lane (queue, lane, platform, at) VALUES (:queue, :lane, :platform, :at)
    ON CONFLICT (queue, lane) DO UPDATE SET at = excluded.at WHERE at > excluded.at`).run({
    queue,
    lane,
    platform,
    at,
  });
}

/** Writes down when to look at the lane again. */
export function closeLane(db: Database, queue: QueueName, lane: string, until: number): void {
  db.sql(`UPDATE lane SET at = :until WHERE queue = :queue AND lane = :lane AND at <> :until`).run({
    queue,
    lane,
    until,
  });
}

/** A job of the lane has ended or was put off: when the next one may start. Its turn comes behind those that wait already. */
export function passOnLane(
  db: Database,
  queue: QueueName,
  lane: string,
  platform: string,
  now: number,
): void {
  const next = earliestOf(db, queue, lane);
  if (next !== never) openLane(db, queue, lane, platform, Math.max(now, next));
}

/**
 * When the first waiting job of a lane may start; `never` where none waits. Those that wait for their own time only count
 * where it is after `after` (epoch ms).
 */
export function earliestOf(db: Database, queue: QueueName, lane: string, after = -1): number {
  const row = db
    .sql<{ onTime: number | null; putOff: number | null }>(`SELECT
      (SELECT due_at FROM job WHERE ${ofLane} AND state = 'ready' AND run_at <= due_at ORDER BY due_at LIMIT 1) AS onTime,
      (SELECT run_at FROM job WHERE ${ofLane} AND state = 'ready' AND run_at > due_at ORDER BY run_at LIMIT 1) AS putOff`)
    .get({ queue, lane });
  const onTime = row?.onTime ?? never;
  return Math.min(onTime > after ? onTime : never, row?.putOff ?? never);
}

/** The platforms that have lanes in a queue, '' among them for work of no platform. */
export function platformsOf(db: Database, queue: QueueName): readonly string[] {
  const platforms: string[] = [];
  const first = db.sql<{ platform: string }>(
    `SELECT platform FROM lane WHERE queue = (:queue || '') ORDER BY platform LIMIT 1`,
  );
  const following = db.sql<{ platform: string }>(
    `SELECT platform FROM lane WHERE queue = (:queue || '') AND platform > (:last || '') ORDER BY platform LIMIT 1`,
  );
  for (let row = first.get({ queue }); row !== undefined;) {
    platforms.push(row.platform);
    row = following.get({ queue, last: row.platform });
  }
  return platforms;
}

/**
 * The first moment after `after` (epoch ms) at which a job of the queue may start; null where nothing waits. It may turn
 * out that none does: then the claim that looked has written down the next.
 */
export function nextDue(db: Database, queue: QueueName, after = -1): number | null {
  let first = never;
  for (const platform of platformsOf(db, queue)) {
    const row = db
      .sql<{ at: number }>(
        `SELECT at FROM lane WHERE queue = (:queue || '') AND platform = (:platform || '') AND at > :after + 0 ORDER BY at LIMIT 1`,
      )
      .get({ queue, platform, after });
    first = Math.min(first, row?.at ?? never);
  }
  return first === never ? null : first;
}

/**
 * What is written down of lanes rests on a clock that was changed: look at all of them anew. Where it was set back by
 * `byMs`, what was put off until a time of the wrong clock comes earlier by as much; before its due time only where a
 * request has left whose fate holds up the whole account.
 */
export function lookAnew(db: Database, queue: QueueName, byMs: number): void {
  const lanes = db
    .sql<{ lane: string }>(`SELECT lane FROM lane WHERE queue = :queue AND at > 0`)
    .all({ queue });
  const putOff =
    byMs <= 0
      ? []
      : db
          .sql<{ id: string }>(
            `SELECT id FROM job WHERE queue = :queue AND state = 'ready' AND run_at > due_at`,
          )
          .all({ queue });
  inSlices(db, putOff, ({ id }) =>
    db
      .sql(`UPDATE job SET run_at = max(CASE WHEN last_code = 'settling' THEN 0 ELSE due_at END, run_at - :byMs)
        WHERE id = :id AND state = 'ready'`)
      .run({ id, byMs }),
  );
  inSlices(db, lanes, ({ lane }) => closeLane(db, queue, lane, 0));
}

function inSlices<Row>(db: Database, rows: readonly Row[], change: (row: Row) => unknown): void {
  for (let from = 0; from < rows.length; from += slice) {
    db.write(() => {
      for (const row of rows.slice(from, from + slice)) change(row);
    });
  }
}
