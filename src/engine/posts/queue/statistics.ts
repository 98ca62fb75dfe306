import type { DeliveryState } from '../../../shared/models/delivery.ts';
import type { QueueStatistics } from '../../../shared/models/queue-statistics.ts';
import type { Caller } from '../../feature.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { publishKind } from '../publish/publish-kind.ts';

const dayMs = 24 * 60 * 60_000;
/** Lateness is reckoned from at most this many of the newest posts. */
const sampled = 5_000;

/** How publishing has been going in a workspace. */
export function statisticsOf(deps: PostsDeps, caller: Caller): QueueStatistics {
  const now = deps.ports.clock.now();
  const { workspaceId } = caller;
  const platforms = outcomesSince(deps, caller, now - 7 * dayMs);
  return {
    byState: deps.db
      .sql<{
        state: DeliveryState;
        count: number;
      }>(`SELECT d.state, count(*) AS count FROM delivery d JOIN post p ON p.id = d.post_id
        WHERE d.workspace_id = :workspaceId AND p.deleted_at IS NULL GROUP BY d.state ORDER BY count DESC, d.state`)
      .all({ workspaceId }),
    ...waitingNow(deps, caller, now),
    lastDay: sumOf(outcomesSince(deps, caller, now - dayMs)),
    lastWeek: sumOf(platforms),
    ...wentOut(deps, caller, now - 7 * dayMs),
    byPlatform: platforms,
  };
}

function waitingNow(
  deps: PostsDeps,
  { workspaceId }: Caller,
  now: number,
): Pick<QueueStatistics, 'running' | 'waitingDue' | 'oldestDueAt'> {
  const running = deps.db
    .sql<{ count: number }>(
      `SELECT count(*) AS count FROM job WHERE workspace_id = :workspaceId AND kind = :kind AND state = 'running'`,
    )
    .get({ workspaceId, kind: publishKind });
  const due = deps.db
    .sql<{ count: number; oldest: number | null }>(`SELECT count(*) AS count, min(d.due_at) AS oldest
      FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND d.state = 'scheduled' AND d.due_at <= :now AND p.deleted_at IS NULL`)
    .get({ workspaceId, now });
  return {
    running: running?.count ?? 0,
    waitingDue: due?.count ?? 0,
    oldestDueAt: due?.oldest ?? null,
  };
}

/** How often each outcome came about since an instant, by network. */
function outcomesSince(
  deps: PostsDeps,
  { workspaceId }: Caller,
  since: number,
): QueueStatistics['byPlatform'] {
  return deps.db
    .sql<
      QueueStatistics['byPlatform'][number]
    >(`SELECT a.platform, sum(e.to_state = 'published') AS published,
        sum(e.to_state = 'failed') AS failed, sum(e.to_state = 'unknown') AS unknown
      FROM delivery_event e JOIN delivery d ON d.id = e.delivery_id JOIN account a ON a.id = d.account_id
      WHERE e.workspace_id = :workspaceId AND e.at >= :since AND e.to_state IN ('published', 'failed', 'unknown', 'missed')
      GROUP BY a.platform ORDER BY a.platform`)
    .all({ workspaceId, since });
}

function sumOf(platforms: QueueStatistics['byPlatform']): QueueStatistics['lastWeek'] {
  const sum = { published: 0, failed: 0, unknown: 0 };
  for (const { published, failed, unknown } of platforms) {
    sum.published += published;
    sum.failed += failed;
    sum.unknown += unknown;
  }
  return sum;
}

/** How late, and at which try, the posts of a time went out. */
function wentOut(
  deps: PostsDeps,
  { workspaceId }: Caller,
  since: number,
): Pick<QueueStatistics, 'lateness' | 'attempts'> {
  const posts = deps.db
    .sql<{ lateMs: number | null; attempts: number }>(`SELECT x.sending_at - d.due_at AS lateMs, d.attempts
      FROM delivery_event e JOIN delivery d ON d.id = e.delivery_id
      LEFT JOIN delivery_part x ON x.delivery_id = d.id AND x.position = 0
      WHERE e.workspace_id = :workspaceId AND e.at >= :since AND e.to_state IN ('published', 'failed', 'unknown', 'missed')
        AND e.to_state = 'published' AND d.state = 'published' ORDER BY e.at DESC LIMIT :sampled`)
    .all({ workspaceId, since, sampled });
  const late = posts
    .flatMap(({ lateMs }) => (lateMs === null ? [] : [Math.max(0, lateMs)]))
    .toSorted((left, right) => left - right);
  const at = (share: number): number => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? 0;
  return {
    lateness:
      late.length === 0 ? null : { posts: late.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) },
    attempts: {
      published: posts.length,
      atFirstTry: posts.filter(({ attempts }) => attempts === 0).length,
    },
  };
}
