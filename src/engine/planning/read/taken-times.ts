import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { CategoryOf } from '../categories/category-of.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { TakenTime } from '../plan/plan-request.ts';
import { textKeyOf } from './text-key.ts';

interface Row {
  readonly at: number;
  readonly accountId: AccountId;
  readonly platform: string;
  readonly postId: string | null;
  readonly text: string | null;
  readonly labels: string;
}

/**
 * Times of a workspace's posts between two instants: those that wait or are out, here or written elsewhere, and those that
 * series will bring.
 */
export function takenTimes(
  deps: Pick<PlanningDeps, 'db' | 'expectedPosts' | 'ports'>,
  workspaceId: WorkspaceId,
  stretch: { readonly from: number; readonly until: number },
  categoryOf: CategoryOf,
): TakenTime[] {
  const rows = deps.db
    .sql<Row>(`SELECT coalesce(d.published_at, d.due_at) AS at, d.account_id AS accountId, a.platform, d.post_id AS postId, p.labels,
        (SELECT x.text FROM delivery_part x WHERE x.delivery_id = d.id AND x.position = 0) AS text
      FROM delivery d JOIN post p ON p.id = d.post_id JOIN account a ON a.id = d.account_id
      WHERE d.workspace_id = :workspaceId AND p.deleted_at IS NULL AND d.due_at >= :from AND d.due_at < :until
        AND d.state IN ('scheduled', 'publishing', 'with_network', 'needs_you', 'unknown', 'published')
      UNION ALL SELECT r.published_at, r.account_id, a.platform, NULL, '[]', r.text
      FROM remote_post r JOIN account a ON a.id = r.account_id
      WHERE r.workspace_id = :workspaceId AND r.post_id IS NULL AND r.gone = 0 AND r.in_reply_to IS NULL
        AND r.published_at >= :from AND r.published_at < :until`)
    .all({ workspaceId, ...stretch });
  const now = deps.ports.clock.now();
  const expected = deps.expectedPosts(workspaceId, Math.max(now, stretch.from), stretch.until);
  const platforms = platformsOf(deps, workspaceId);
  return [
    ...rows.map(({ labels, text, postId, ...row }): TakenTime => ({
      ...row,
      postId: postId ?? '',
      textKey: textKeyOf(text),
      categoryId: categoryOf(labels),
    })),
    ...expected.flatMap(({ at, accountIds, text }) =>
      accountIds.map((accountId): TakenTime => ({
        at,
        accountId,
        platform: platforms.get(accountId) ?? null,
        postId: '',
        textKey: textKeyOf(text),
        categoryId: null,
      })),
    ),
  ];
}

function platformsOf(
  { db }: Pick<PlanningDeps, 'db'>,
  workspaceId: WorkspaceId,
): ReadonlyMap<AccountId, string> {
  const rows = db
    .sql<{ id: AccountId; platform: string }>(
      `SELECT id, platform FROM account WHERE workspace_id = :workspaceId`,
    )
    .all({ workspaceId });
  return new Map(rows.map(({ id, platform }) => [id, platform]));
}
