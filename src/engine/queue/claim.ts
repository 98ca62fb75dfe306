import type { Database } from '../db/database.ts';
import { holdsAccount } from './account-order.ts';
import type { Job, QueueName } from './job.ts';
import { closeLane, earliestOf, never, ofLane, platformsOf } from './lanes.ts';
import { limitOfAccount, limitOfPlatform } from './limits.ts';
import type { Limits } from './limits.ts';

/** So many lanes are looked at in one transaction, whether they have something to start or not. */
const mostLanes = 100;
/** So many jobs of a lane that were put off come back to their place at once. */
const mostReturning = 100;

export interface ClaimOptions {
  readonly queue: QueueName;
  readonly now: number;
  /** Proof of this claim: the holder's name, `_` and what is never used again. */
  readonly lease: string;
  readonly limits: Limits;
  /** The holder takes no more than this now. */
  readonly most: number;
}

export interface Claimed {
  readonly jobs: readonly Job[];
  /** Lanes are due that were not looked at yet. */
  readonly more: boolean;
}

interface Lane {
  readonly lane: string;
  readonly platform: string;
  readonly at: number;
}

type Found = Omit<Job, 'lease'>;

const columns = `id, workspace_id AS workspaceId, queue, kind, subject_id AS subjectId, platform, account_id AS accountId, payload,
  due_at AS runAt, attempts, max_attempts AS maxAttempts`;
const find = (which: string) => `SELECT ${columns} FROM job WHERE ${which}`;
const inOrder = `${ofLane} AND state = 'ready' AND run_at <= due_at AND due_at <= :now + 0`;
const findFirst = find(`${inOrder} ORDER BY due_at, priority DESC, id LIMIT 1`);
const findBefore = find(
  `${inOrder} AND (due_at, id) < (:dueAt + 0, :id || '') ORDER BY due_at, priority DESC, id LIMIT 1`,
);
const findOf = find(
  `${ofLane} AND subject_id = :subjectId AND finished_at IS NULL AND state = 'ready' AND run_at <= :now LIMIT 1`,
);

/**
 * Claims as many due jobs as there is room for: of each lane in its turn, the one that became free first leading, one
 * job a round, so that no account and no platform starves another. Joins the caller's transaction; two threads cannot
 * both see the same room. Nothing is claimed for the publisher while the installation is paused.
 */
export function claimDue(db: Database, options: ClaimOptions): Claimed {
  const { limits, now, queue } = options;
  if (options.most <= 0 || isPaused(db, queue)) return { jobs: [], more: false };
  const running = runningByPlatform(db, queue);
  let total = 0;
  for (const count of running.values()) total += count;
  const most = Math.min(options.most, limits.overall - total);
  const roomOf = (platform: string) => limitOfPlatform(limits, platform) - (running.get(platform) ?? 0);
  const jobs: Job[] = [];
  let looked = 0;
  while (jobs.length < most && looked < mostLanes) {
    let round: readonly Lane[] = dueLanes(
      db,
      queue,
      now,
      Math.min(most - jobs.length, mostLanes - looked),
      roomOf,
    );
    if (round.length === 0) return { jobs, more: false };
    looked += round.length;
    while (round.length > 0 && jobs.length < most) {
      const again: Lane[] = [];
      for (const lane of round) {
        if (jobs.length >= most || roomOf(lane.platform) <= 0) {
          again.push(lane);
          continue;
        }
        const taken = takeFrom(db, lane, options);
        if (taken === undefined) continue;
        jobs.push(taken.job);
        running.set(lane.platform, (running.get(lane.platform) ?? 0) + 1);
        if (taken.more) again.push(lane);
      }
      if (again.length === round.length && again.every(({ platform }) => roomOf(platform) <= 0)) break;
      round = again;
    }
    // Those that could give more have had their turn.
    for (const { lane } of round) closeLane(db, queue, lane, now);
    if (round.length > 0) break;
  }
  return { jobs, more: jobs.length < most && looked >= mostLanes };
}

function isPaused(db: Database, queue: QueueName): boolean {
  return queue === 'publisher' && db.sql(`SELECT 1 FROM installation WHERE paused = 1`).get() !== undefined;
}

function runningByPlatform(db: Database, queue: QueueName): Map<string, number> {
  const rows = db
    .sql<{ platform: string; count: number }>(
      `SELECT coalesce(platform, '') AS platform, count(*) AS count FROM job WHERE queue = (:queue || '') AND state = 'running' GROUP BY platform`,
    )
    .all({ queue });
  return new Map(rows.map(({ platform, count }) => [platform, count]));
}

/** The lanes that are due, first those that have waited longest, of the platforms that have room. */
function dueLanes(
  db: Database,
  queue: QueueName,
  now: number,
  most: number,
  roomOf: (platform: string) => number,
): Lane[] {
  const lanes: Lane[] = [];
  for (const platform of platformsOf(db, queue)) {
    const room = Math.min(most, roomOf(platform));
    if (room <= 0) continue;
    lanes.push(
      ...db
        .sql<Lane>(
          `SELECT lane, platform, at FROM lane WHERE queue = (:queue || '') AND platform = (:platform || '') AND at <= :now + 0 ORDER BY at LIMIT (:room + 0)`,
        )
        .all({ queue, platform, now, room }),
    );
  }
  return lanes.sort((left, right) => left.at - right.at).slice(0, most);
}

/** The next job of a lane, and whether it may give another at once; where it has none its next look is written down. */
function takeFrom(
  db: Database,
  { lane, platform }: Lane,
  { limits, lease, now, queue }: ClaimOptions,
): { job: Job; more: boolean } | undefined {
  const key = { queue, lane };
  const isAccount = lane !== platform;
  const is = stateOf(db, { ...key, platform }, now);
  const limit = isAccount ? limitOfAccount(limits, lane) : Infinity;
  const wait = (until: number): undefined => {
    closeLane(db, queue, lane, until);
  };
  if (is.running >= limit) return wait(never);
  if (queue === 'publisher' && is.pausedUntil !== null) return wait(is.pausedUntil);

  let found: Found | undefined;
  if (queue === 'publisher' && is.sending !== null) {
    // Until it is known what became of that part, nothing else of the account goes out.
    const subjectId = is.sending;
    found = db.sql<Found>(findOf).get({ ...key, now, subjectId });
    if (found === undefined) return wait(startOf(db, queue, subjectId));
  } else {
    const { putOff } = is;
    if (putOff !== null && putOff <= now) bringBack(db, key, now);
    const holder = putOff === null || queue !== 'publisher' ? undefined : holderOf(db, key);
    found =
      holder === undefined
        ? db.sql<Found>(findFirst).get({ ...key, now })
        : db.sql<Found>(findBefore).get({ ...key, now, dueAt: holder.dueAt, id: holder.id });
    // What is due and was not taken stands behind the one that holds the account.
    if (found === undefined) return wait(earliestOf(db, queue, lane, now));
  }
  db.sql(
    `UPDATE job SET state = 'running', lease = :lease, claimed_at = :now WHERE id = :id AND state = 'ready'`,
  ).run({ id: found.id, lease, now });
  const more = is.running + 1 < limit;
  if (!more) wait(never);
  return { job: { ...found, lease }, more };
}

function stateOf(
  db: Database,
  key: { queue: QueueName; lane: string; platform: string },
  now: number,
): { pausedUntil: number | null; running: number; sending: string | null; putOff: number | null } {
  const row = db
    .sql<{
      pausedUntil: number | null;
      running: number;
      sending: string | null;
      putOff: number | null;
    }>(`SELECT
      (SELECT paused_until FROM account WHERE id = :lane AND paused_until > :now) AS pausedUntil,
      (SELECT count(*) FROM job WHERE ${ofLane} AND platform = :platform AND state = 'running') AS running,
      (SELECT delivery_id FROM delivery_part WHERE account_id = :lane AND state = 'sending') AS sending,
      (SELECT run_at FROM job WHERE ${ofLane} AND state = 'ready' AND run_at > due_at ORDER BY run_at LIMIT 1) AS putOff`)
    .get({ ...key, now });
  return row ?? { pausedUntil: null, running: 0, sending: null, putOff: null };
}

/** What was put off until now stands again where its due time puts it. */
function bringBack(db: Database, key: { queue: QueueName; lane: string }, now: number): void {
  db.sql(`UPDATE job SET run_at = due_at WHERE id IN (SELECT id FROM job
    WHERE ${ofLane} AND state = 'ready' AND run_at > due_at AND run_at <= :now + 0 ORDER BY run_at LIMIT ${mostReturning})`).run(
    {
      ...key,
      now,
    },
  );
}

function holderOf(
  db: Database,
  key: { queue: QueueName; lane: string },
): { dueAt: number; id: string } | undefined {
  return db
    .sql<{ dueAt: number; id: string }>(
      `SELECT due_at AS dueAt, id FROM job WHERE ${ofLane} AND ${holdsAccount} ORDER BY due_at, id LIMIT 1`,
    )
    .get(key);
}

/** When the waiting job of that subject may start; `never` where none waits. */
function startOf(db: Database, queue: QueueName, subjectId: string): number {
  const row = db
    .sql<{ at: number | null }>(
      `SELECT min(run_at) AS at FROM job WHERE subject_id = :subjectId AND finished_at IS NULL AND state = 'ready' AND queue = :queue`,
    )
    .get({ queue, subjectId });
  return row?.at ?? never;
}
