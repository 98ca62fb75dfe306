import { setImmediate } from 'node:timers/promises';
import type { JobHandler } from '../queue/handler.ts';
import { periodicOutcome } from '../queue/periodic-outcome.ts';
import { enqueue } from '../queue/store.ts';
import { storeFollowers, storePosts } from './competitor-posts.ts';
import {
  allCompetitors,
  findCompetitor,
  listCompetitors,
  noteRead,
  noteTrouble,
} from './competitor-store.ts';
import type { CompetitorRow } from './competitor-store.ts';
import { planOf } from './costs.ts';
import type { ListeningDeps } from './listening-deps.ts';
import { readingAccount } from './reading-account.ts';

/** The kind of the jobs that read competitors; the subject of each is one of them. */
export const competitorJobKind = 'listening.competitor';
const kind = competitorJobKind;
/** A post is a row and up to thirteen numbers; a transaction has at most 200 rows. */
const postsATransaction = 14;

type Scheduling = Pick<ListeningDeps, 'db' | 'newId' | 'ports' | 'wake'>;

/** Has a competitor read at an instant, or earlier where that is planned; joins the caller's transaction. */
export function planReading(
  deps: Scheduling,
  { id, workspaceId, platform }: CompetitorRow,
  runAt: number,
): void {
  enqueue(
    deps.db,
    deps.newId,
    {
      workspaceId,
      queue: 'background',
      kind,
      subjectId: id,
      platform,
      // Among the account's own work, so that two readings through it do not go on at once.
      accountId: readingAccount(deps.db, workspaceId, platform)?.id ?? null,
      payload: {},
      runAt,
      ifWaiting: 'keep_earlier',
    },
    deps.ports.clock.now(),
  );
  deps.wake('background');
}

/** When a competitor is read next (epoch ms); null where nothing is planned. */
export function nextReading(
  deps: Pick<ListeningDeps, 'db'>,
  { id, workspaceId }: CompetitorRow,
): number | null {
  const row = deps.db
    .sql<{ at: number }>(
      `SELECT run_at AS at FROM job WHERE workspace_id = :workspaceId AND kind = :kind AND subject_id = :id AND finished_at IS NULL`,
    )
    .get({ workspaceId, kind, id });
  return row?.at ?? null;
}

/** Sees at the start of the engine that each competitor has its job. */
export function ensureCompetitorReadings(deps: Scheduling): void {
  for (const row of allCompetitors(deps.db)) {
    if (nextReading(deps, row) === null) deps.db.write(() => planReading(deps, row, deps.ports.clock.now()));
  }
}

/** A connection may be what reading competitors of that network waited for. */
export function readAfterConnecting(
  deps: Scheduling,
  account: { readonly workspaceId: CompetitorRow['workspaceId']; readonly id: string },
): void {
  const { db } = deps;
  const row = db
    .sql<{ platform: string }>(
      `SELECT platform FROM account WHERE workspace_id = :workspaceId AND id = :id AND state = 'connected'`,
    )
    .get({ workspaceId: account.workspaceId, id: account.id });
  if (row === undefined) return;
  const waiting = listCompetitors(db, account.workspaceId).filter(
    (one) => one.platform === row.platform && (one.trouble !== null || nextReading(deps, one) === null),
  );
  if (waiting.length > 0)
    db.write(() => {
      for (const one of waiting) planReading(deps, one, deps.ports.clock.now());
    });
}

/** Reads one competitor's followers and posts, each day where that is free and each week where it costs. */
export function createCompetitorJob(deps: Omit<ListeningDeps, 'platforms' | 'topicsOf'>): JobHandler {
  const { db, ports } = deps;
  const troubled = (row: CompetitorRow, code: string): void =>
    db.write(() => {
      noteTrouble(db, row, code);
      deps.changed({ topic: 'listening', workspaceId: row.workspaceId, id: row.id });
    });
  return {
    kind,
    async run(job) {
      const row = findCompetitor(db, job.workspaceId, job.subjectId);
      if (row === undefined || row.removedAt !== null) return { kind: 'done' };
      const platform = deps.platformOf(row.platform);
      const { publicProfile, publicPosts } = platform.api;
      if (publicProfile === undefined || publicPosts === undefined) return { kind: 'done' };
      const account = readingAccount(db, row.workspaceId, row.platform);
      if (account === undefined) {
        // Connecting one asks for this again.
        troubled(row, 'not_connected');
        return { kind: 'done' };
      }
      const plan = planOf(platform, account);
      const http = deps.httpOf(account.id);
      const asked = ports.clock.now();
      const found = await publicProfile(http, account.ref, row.handle);
      if (!found.ok) {
        troubled(row, found.failure.code);
        return periodicOutcome(found.failure, job, asked, plan.periodMs);
      }
      const profile = found.data;
      if (profile === null || profile.isClosed === true) {
        troubled(row, profile === null ? 'handle_not_found' : 'handle_closed');
        return { kind: 'again', at: asked + plan.periodMs };
      }
      const wanted =
        row.readAt === null
          ? { since: asked - plan.firstMs, limit: plan.firstPosts }
          : { since: Math.min(row.readAt, asked - plan.againMs), limit: plan.againPosts };
      const read = await publicPosts(http, account.ref, profile, wanted);
      const now = ports.clock.now();
      if (!read.ok) {
        troubled(row, read.failure.code);
        return periodicOutcome(read.failure, job, now, plan.periodMs);
      }
      const { posts } = read.data;
      for (let start = 0; start < posts.length; start += postsATransaction) {
        db.write(() => storePosts(db, row, posts.slice(start, start + postsATransaction), now));
        await setImmediate();
      }
      const { followers } = profile;
      db.write(() => {
        if (followers !== null) storeFollowers(db, row, followers, now);
        noteRead(db, row, {
          profile,
          at: now,
          knownSince: knownSince(row, Math.min(read.data.knownSince, now)),
        });
        deps.changed({ topic: 'listening', workspaceId: row.workspaceId, id: row.id });
      });
      return { kind: 'again', at: now + plan.periodMs };
    },
  };
}

/** From when on all posts are known: as far back as this reading reached, and further where it met the one before. */
function knownSince({ readAt, knownSince: before }: CompetitorRow, reached: number): number {
  return readAt !== null && before !== null && reached <= readAt ? Math.min(before, reached) : reached;
}
