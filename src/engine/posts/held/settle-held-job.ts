import type { Notice } from '../../../shared/models/event.ts';
import type { AccountId, DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import { isOcmaError } from '../../../shared/errors.ts';
import type { RemotePost } from '../../platforms/reading.ts';
import { clockSlackMs } from '../../platforms/settling.ts';
import { outcomeOf } from '../../queue/failure-outcome.ts';
import type { JobHandler } from '../../queue/handler.ts';
import { enqueueForInstallation } from '../../queue/installation-job.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { findDelivery, mediaOf, partsOf } from '../ledger/delivery-row.ts';
import { isTaken } from '../ledger/parts.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { findTarget } from '../publish/target.ts';
import { decidedSince, findHold, heldDeliveries, unsettled } from './held-deliveries.ts';
import type { Hold } from './held-deliveries.ts';
import { leaveUnsettled } from './leave-unsettled.ts';
import { settleFound } from './settle-found.ts';
import type { FoundPart } from './settle-found.ts';

export type SettleHeldDeps = PostsDeps & { readonly notify: (notice: Notice) => void };

const kind = 'posts.settle_held';
/** Clocks of two machines differ, and the other state of the file may have written a little later than it says. */
const slackMs = 10 * 60_000;
const readLimit = 100;
/** Lists lag behind and a request lives for minutes, so every account is read once more after this time. */
const secondLookMs = 6 * 60_000;
/** Where a reading failed, or the time of another post has passed. */
const soonMs = 60_000;
const longestMs = 6 * 60 * 60_000;

/** An account with deliveries that another state of the data file may have sent. */
interface HeldAccount {
  readonly workspaceId: WorkspaceId;
  readonly accountId: AccountId;
}

/**
 * While publishing is held: reads each account's own posts since the file was last written and settles every delivery
 * that is not final. Found, it is published. Not found, and its time has passed: the user decides. Nothing is sent.
 */
export function createSettleHeldHandler(deps: SettleHeldDeps): JobHandler {
  return {
    kind,
    async run(_job, signal) {
      const hold = findHold(deps.db);
      if (hold === undefined) return { kind: 'done' };
      const before = heldDeliveries(deps, 0).counts;
      const full = isFull(hold, deps.ports.clock.now());
      let complete = true;
      for (const account of heldAccounts(deps, hold, full)) {
        if (signal.aborted) return { kind: 'again', at: deps.ports.clock.now() };
        if (!(await settleAccount(deps, hold, account))) complete = false;
      }
      const now = deps.ports.clock.now();
      deps.db.write(() => {
        if (full && complete) deps.db.sql(`UPDATE installation SET hold_looked_at = :now`).run({ now });
        deps.changed({ topic: 'copies', workspaceId: null, id: null });
      });
      const { looking } = heldDeliveries(deps, 0).counts;
      if (looking === 0 && (before.looking > 0 || hold.lookedAt === null)) deps.notify(noticeOf(deps));
      return { kind: 'again', at: complete ? nextLook(deps, hold, now) : now + soonMs };
    },
  };
}

function isFull({ lookedAt, openedAt }: Hold, now: number): boolean {
  const second = openedAt + secondLookMs;
  return lookedAt === null || (lookedAt < second && now >= second);
}

/** At the second look, or when the time of the next post that waits has passed: it is then looked for, not sent. */
function nextLook(deps: SettleHeldDeps, { openedAt }: Hold, now: number): number {
  const next = deps.db
    .sql<{ at: number | null }>(
      `SELECT min(due_at) AS at FROM delivery WHERE state = 'scheduled' AND due_at > :now`,
    )
    .get({ now });
  const times = [openedAt + secondLookMs, (next?.at ?? Infinity) + soonMs].filter((at) => at > now);
  return Math.min(now + longestMs, ...times);
}

/** Looks now where publishing is held: at the start of the engine, and when an account can be read again. */
export function lookWhileHeld(deps: Pick<PostsDeps, 'db' | 'newId' | 'ports' | 'wake'>): void {
  const { db, ports } = deps;
  if (findHold(db) === undefined) return;
  db.write(() => {
    db.sql(`UPDATE installation SET hold_looked_at = NULL`).run();
    enqueueForInstallation(deps, { kind, runAt: ports.clock.now(), priority: 20 });
  });
}

const candidates = `(${unsettled} OR d.state IN ('unknown', 'failed', 'missed') OR (d.state = 'scheduled' AND NOT ${decidedSince}))`;

/** Those with something to look for: at a full look in any state that is not final, else only what could go out by itself. */
function heldAccounts(deps: SettleHeldDeps, hold: Hold, full: boolean): HeldAccount[] {
  return deps.db
    .sql<HeldAccount>(
      `SELECT DISTINCT d.workspace_id AS workspaceId, d.account_id AS accountId FROM delivery d JOIN post p ON p.id = d.post_id
       WHERE p.deleted_at IS NULL AND ${full ? candidates : unsettled} ORDER BY d.account_id`,
    )
    .all({ event: hold.event, now: deps.ports.clock.now() });
}

/** False where the account could not be read for now. */
async function settleAccount(deps: SettleHeldDeps, hold: Hold, account: HeldAccount): Promise<boolean> {
  const rows = deps.db
    .sql<{ id: DeliveryId }>(
      `SELECT d.id FROM delivery d JOIN post p ON p.id = d.post_id
       WHERE d.workspace_id = :workspaceId AND d.account_id = :accountId AND p.deleted_at IS NULL AND ${candidates}
       ORDER BY d.due_at, d.id`,
    )
    .all({ ...account, event: hold.event, now: deps.ports.clock.now() })
    .map(({ id }) => findDelivery(deps.db, account.workspaceId, id))
    .filter((row) => row !== undefined);
  const posts = await readPosts(deps, hold, account, rows);
  if (posts === 'later') return false;
  const used = new Set<string>();
  for (const row of rows) {
    const readable = posts === 'unreadable' ? [] : posts;
    const found = findParts(deps, { notBefore: ownSince(hold, row), row, posts: readable, used });
    if (found.length > 0 && settleFound(ledgerOf(deps), row, found)) continue;
    if (
      findParts(deps, { notBefore: hold.writtenAt, row, posts: readable, used: new Set(used) }).length > 0
    ) {
      leaveUnsettled(ledgerOf(deps), row, 'held_alike');
      continue;
    }
    if (isUnsettled(deps, hold, row))
      leaveUnsettled(ledgerOf(deps), row, posts === 'unreadable' ? 'held_unread' : 'held_passed');
  }
  return true;
}

/** Own posts since the file was last written; `unreadable` without access to the account. */
async function readPosts(
  deps: SettleHeldDeps,
  hold: Hold,
  { workspaceId, accountId }: HeldAccount,
  rows: readonly DeliveryRow[],
): Promise<readonly RemotePost[] | 'unreadable' | 'later'> {
  const target = findTarget(deps.db, workspaceId, accountId);
  if (target?.state !== 'connected') return 'unreadable';
  const sends = rows.flatMap((row) =>
    partsOf(deps.db, workspaceId, row.id).flatMap((part) =>
      part.state === 'sending' || part.state === 'unknown' ? [part.sendingAt ?? hold.writtenAt] : [],
    ),
  );
  const since = Math.min(hold.writtenAt, ...sends) - slackMs;
  try {
    const list = await deps
      .platformOf(target.platform)
      .api.ownPosts(deps.httpOf(accountId), target.ref, { since, limit: readLimit });
    if (list.ok) return list.data.toSorted((left, right) => left.publishedAt - right.publishedAt);
    const outcome = outcomeOf(list.failure, deps.ports.clock.now());
    return outcome.kind === 'retry' || outcome.kind === 'later' ? 'later' : 'unreadable';
  } catch (error) {
    // The vault opens when the user gives the passphrase.
    if (isOcmaError(error) && error.code === 'vault_locked') return 'later';
    throw error;
  }
}

/** From when on a post with the same words is this delivery's own: nothing goes out before its time. */
function ownSince(hold: Hold, row: DeliveryRow): number {
  return Math.max(hold.writtenAt, row.dueAt ?? 0);
}

interface Search {
  /** Epoch ms; older posts are others with the same words. */
  readonly notBefore: number;
  readonly row: DeliveryRow;
  /** Oldest first. */
  readonly posts: readonly RemotePost[];
  /** Ids of posts that count for another delivery; those found are added. */
  readonly used: Set<string>;
}

/** The parts of a delivery that are among the posts, from its first unsent one on; a post counts once. */
function findParts(deps: SettleHeldDeps, { notBefore, row, posts, used }: Search): FoundPart[] {
  const { platform } = findTarget(deps.db, row.workspaceId, row.accountId) ?? {};
  if (platform === undefined) return [];
  const found: FoundPart[] = [];
  let parent: string | null = null;
  for (const part of partsOf(deps.db, row.workspaceId, row.id)) {
    if (part.state === 'dropped' || (part.position > 0 && parent === null)) break;
    if (part.state === 'sent') {
      parent = part.remoteId;
      continue;
    }
    const sought = {
      text: part.text,
      inReplyTo: parent,
      sendingAt: part.sendingAt ?? notBefore,
      mediaCount: mediaOf(part).length,
    };
    const post = posts.find(
      (candidate) =>
        !used.has(candidate.remoteId) &&
        candidate.publishedAt >= sought.sendingAt - clockSlackMs &&
        !isTaken(ledgerOf(deps), part, candidate.remoteId) &&
        deps.platformOf(platform).api.matches(sought, candidate),
    );
    if (post === undefined) break;
    used.add(post.remoteId);
    found.push({ part, post });
    parent = post.remoteId;
  }
  return found;
}

function isUnsettled(deps: SettleHeldDeps, hold: Hold, row: DeliveryRow): boolean {
  return (
    deps.db
      .sql(`SELECT 1 FROM delivery d WHERE d.workspace_id = :workspaceId AND d.id = :id AND ${unsettled}`)
      .get({
        workspaceId: row.workspaceId,
        id: row.id,
        event: hold.event,
        now: deps.ports.clock.now(),
      }) !== undefined
  );
}

function noticeOf({ words }: SettleHeldDeps): Notice {
  return {
    kind: 'copies',
    title: words('copies.held.title'),
    body: words('copies.held.body'),
    actions: [],
    target: '/hold',
    workspaceId: null,
  };
}
