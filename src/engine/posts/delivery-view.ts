import { z } from 'zod';
import { delivery as deliverySchema } from '../../shared/models/delivery.ts';
import type { Delivery } from '../../shared/models/delivery.ts';
import type { ExperimentId, WorkspaceId } from '../../shared/models/ids.ts';
import type { SqlParams } from '../db/database.ts';
import { catchUpOf, deliveryColumns, mediaOf, partColumns } from './ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from './ledger/delivery-row.ts';
import type { PostsDeps } from './posts-deps.ts';
import { problemView } from './queue/problem-view.ts';
import type { ProblemAccount } from './queue/problem-view.ts';

const excerptLength = 140;
const labels = z.array(z.string());
/** States in which a cancellation may wait for its turn. */
const cancellable: ReadonlySet<Delivery['state']> = new Set(['scheduled', 'publishing', 'with_network']);

interface Joined extends DeliveryRow, ProblemAccount {
  labels: string;
  holdingMode: Delivery['mode'];
  recurrenceId: Delivery['recurrenceId'];
  testId: ExperimentId | null;
  testName: string | null;
  nextAttemptAt: number | null;
  nextAttempts: number | null;
}

/** Deliveries of a workspace that meet `where` (over `d` delivery, `a` account, `p` post), as the screens show them. */
export function viewDeliveries(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  where: string,
  params: SqlParams,
): Delivery[] {
  const rows = deps.db
    .sql<Joined>(`SELECT ${deliveryColumns}, a.platform, a.username, a.state AS accountState, coalesce(d.mode, a.publish_mode) AS holdingMode, a.paused_until AS pausedUntil, a.connected_at AS connectedAt, p.labels, (SELECT o.recurrence_id FROM occurrence o WHERE o.post_id = d.post_id) AS recurrenceId, t.id AS testId, t.name AS testName, j.run_at AS nextAttemptAt, j.attempts AS nextAttempts
      FROM delivery d JOIN account a ON a.id = d.account_id JOIN post p ON p.id = d.post_id
      LEFT JOIN experiment_post e ON e.post_id = d.post_id LEFT JOIN experiment t ON t.id = e.experiment_id AND t.removed_at IS NULL
      LEFT JOIN job j ON j.kind = 'publish' AND j.subject_id = d.id AND j.state = 'ready' AND j.finished_at IS NULL
      WHERE d.workspace_id = :workspaceId AND p.deleted_at IS NULL AND ${where}`)
    .all({ ...params, workspaceId });
  const parts = partsByDelivery(
    deps,
    workspaceId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => viewOf(deps, row, parts.get(row.id) ?? []));
}

function viewOf(deps: PostsDeps, row: Joined, parts: readonly PartRow[]): Delivery {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    postId: row.postId,
    accountId: row.accountId,
    platform: row.platform,
    state: row.state,
    when:
      row.dueAt === null
        ? null
        : { local: row.dueLocal ?? '', timeZone: row.dueZone ?? '', instant: row.dueAt, note: row.dueNote },
    progress: row.progress === null ? null : deliverySchema.shape.progress.parse(JSON.parse(row.progress)),
    problem: row.problem === null ? null : problemView(deps, row, parts, row.problem),
    mode: row.holdingMode,
    cancelling: row.cancelRequestedAt !== null && cancellable.has(row.state),
    publishedAt: row.publishedAt,
    url: row.url,
    attempts: row.nextAttempts ?? row.attempts,
    nextAttemptAt:
      row.state === 'publishing' || (row.state === 'scheduled' && (row.nextAttempts ?? 0) > 0)
        ? row.nextAttemptAt
        : null,
    costMicros: row.costMicros,
    catchUp: catchUpOf(row),
    excerpt: (parts[0]?.text ?? '').slice(0, excerptLength),
    parts: parts.map(({ position, role, text, state, remoteId, url, sendingAt, sentAt }) => ({
      position,
      role,
      text,
      state,
      remoteId,
      url,
      sendingAt,
      sentAt,
    })),
    mediaCount: parts.reduce((sum, part) => sum + mediaOf(part).length, 0),
    labels: labels.parse(JSON.parse(row.labels)),
    recurrenceId: row.recurrenceId,
    test: row.testId === null ? null : { id: row.testId, name: row.testName ?? '' },
    version: row.version,
  };
}

function partsByDelivery(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Map<string, PartRow[]> {
  const parts = deps.db
    .sql<PartRow>(`SELECT ${partColumns} FROM delivery_part
      WHERE workspace_id = :workspaceId AND delivery_id IN (SELECT value FROM json_each(:ids)) ORDER BY delivery_id, position`)
    .all({ workspaceId, ids: JSON.stringify(ids) });
  return Map.groupBy(parts, (part) => part.deliveryId);
}
