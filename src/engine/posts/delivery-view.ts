import { z } from 'zod';
import { delivery as deliverySchema } from '../../shared/models/delivery.ts';
import type { Delivery, Problem } from '../../shared/models/delivery.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { SqlParams } from '../db/database.ts';
import { hasWords } from '../words.ts';
import { catchUpOf, deliveryColumns, mediaOf, partColumns } from './ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from './ledger/delivery-row.ts';
import type { PostsDeps } from './posts-deps.ts';

const excerptLength = 140;
const storedProblem = z.object({
  code: z.string(),
  detail: z.string(),
  at: z.int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const labels = z.array(z.string());

interface Joined extends DeliveryRow {
  platform: string;
  username: string;
  labels: string;
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
    .sql<Joined>(`SELECT ${deliveryColumns}, a.platform, a.username, p.labels, j.run_at AS nextAttemptAt, j.attempts AS nextAttempts
      FROM delivery d JOIN account a ON a.id = d.account_id JOIN post p ON p.id = d.post_id
      LEFT JOIN job j ON j.kind = 'publish' AND j.subject_id = d.id AND j.state = 'ready'
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
    problem: row.problem === null ? null : problemOf(deps, row, row.problem),
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
    parts: parts.map(({ position, text, state, remoteId, url, sendingAt, sentAt }) => ({
      position,
      text,
      state,
      remoteId,
      url,
      sendingAt,
      sentAt,
    })),
    mediaCount: parts.reduce((sum, part) => sum + mediaOf(part).length, 0),
    labels: labels.parse(JSON.parse(row.labels)),
    version: row.version,
  };
}

function problemOf(deps: PostsDeps, row: Joined, stored: string): Problem {
  const { code, at, detail, params } = storedProblem.parse(JSON.parse(stored));
  const key = hasWords(`errors.${code}.message`) ? code : 'internal';
  const platform = deps.platformOf(row.platform).card.title;
  const filled = { reason: detail, ...params, platform, account: `@${row.username}` };
  return {
    code,
    at,
    message: deps.words(`errors.${key}.message`, filled) + networkSays(deps, code, detail),
    fix: deps.words(`errors.${key}.fix`, filled),
  };
}

/** Where the network said why, its own words belong to the reason. */
function networkSays(deps: PostsDeps, code: string, detail: string): string {
  const telling = ['content_rejected', 'platform_refused', 'account_action_required'];
  if (!telling.includes(code) || detail === '') return '';
  return ` ${deps.words('errors.networkSays', { detail })}`;
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
