import { OcmaError } from '../../shared/errors.ts';
import type { AccountId, PostId, WorkspaceId } from '../../shared/models/ids.ts';
import { postParts } from '../../shared/models/post.ts';
import type { Post, PostPart } from '../../shared/models/post.ts';
import type { Caller, NewPost } from '../feature.ts';
import { cancelWaiting } from '../queue/store.ts';
import { deliveryColumns } from './ledger/delivery-row.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import { record } from './ledger/transitions.ts';
import { cancel } from './ledger/withdrawals.ts';
import { publishKind } from './publish/publish-kind.ts';
import { assertOwnMedia } from './own-media.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';

/** A post's row. */
export interface PostRow {
  readonly id: PostId;
  readonly workspaceId: WorkspaceId;
  readonly parts: string;
  readonly labels: string;
  readonly source: Post['source'];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly version: number;
}

export const postColumns = `p.id, p.workspace_id AS workspaceId, p.parts, p.labels, p.source, p.created_at AS createdAt, p.updated_at AS updatedAt, p.version`;

/** @throws `not_found` also for a post of another workspace. */
export function getPostRow(deps: PostsDeps, workspaceId: WorkspaceId, id: string): PostRow {
  const row = deps.db
    .sql<PostRow>(
      `SELECT ${postColumns} FROM post p WHERE p.workspace_id = :workspaceId AND p.id = :id AND p.deleted_at IS NULL`,
    )
    .get({ workspaceId, id });
  if (row === undefined) throw new OcmaError('not_found', { what: 'post' });
  return row;
}

export function partsOfPost(row: Pick<PostRow, 'parts'>): PostPart[] {
  return postParts.parse(JSON.parse(row.parts));
}

export function deliveriesOfPost(deps: PostsDeps, workspaceId: WorkspaceId, postId: string): DeliveryRow[] {
  return deps.db
    .sql<DeliveryRow>(
      `SELECT ${deliveryColumns} FROM delivery d WHERE d.workspace_id = :workspaceId AND d.post_id = :postId ORDER BY d.created_at, d.id`,
    )
    .all({ workspaceId, postId });
}

/** Writes a post and a draft delivery for each account. Joins a transaction that is open. */
export function insertPost(deps: PostsDeps, caller: Caller, draft: NewPost): PostId {
  const id = deps.newId('post') as PostId;
  const now = deps.ports.clock.now();
  deps.db.write(() => {
    deps.db
      .sql(`INSERT INTO post (id, workspace_id, parts, labels, search_text, source, source_key, actor, created_at, updated_at)
        VALUES (:id, :workspaceId, :parts, :labels, :searchText, :source, :sourceKey, :actor, :now, :now)`)
      .run({
        id,
        workspaceId: caller.workspaceId,
        ...contentColumns(draft.parts, draft.labels),
        source: draft.source,
        sourceKey: draft.sourceKey ?? null,
        actor: caller.actor,
        now,
      });
    chooseAccounts(deps, caller, id, draft.parts, draft.accountIds);
    deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
  });
  return id;
}

/**
 * Changes text, accounts or labels. Deliveries that have not begun take the new text.
 * @throws `not_found` also for media of another workspace, `stale_version` with the stored text, `wrong_state` while a part is on its way or out.
 */
export function updatePost(
  deps: PostsDeps,
  caller: Caller,
  id: PostId,
  change: {
    version: number;
    parts?: readonly PostPart[] | undefined;
    accountIds?: readonly AccountId[] | undefined;
    labels?: readonly string[] | undefined;
  },
): void {
  deps.db.write(() => {
    const row = getPostRow(deps, caller.workspaceId, id);
    if (row.version !== change.version) {
      throw new OcmaError(
        'stale_version',
        {},
        { details: { version: row.version, parts: partsOfPost(row) } },
      );
    }
    const before = partsOfPost(row);
    const parts = change.parts ?? before;
    assertOwnMedia(deps, caller.workspaceId, parts, before);
    const labels = change.labels ?? (JSON.parse(row.labels) as string[]);
    deps.db
      .sql(`UPDATE post SET parts = :parts, labels = :labels, search_text = :searchText, updated_at = :now, version = version + 1
        WHERE workspace_id = :workspaceId AND id = :id`)
      .run({
        workspaceId: caller.workspaceId,
        id,
        ...contentColumns(parts, labels),
        now: deps.ports.clock.now(),
      });
    const deliveries = deliveriesOfPost(deps, caller.workspaceId, id);
    if (change.parts !== undefined)
      for (const delivery of deliveries) rewriteParts(deps, caller, delivery, parts);
    if (change.accountIds !== undefined) {
      for (const gone of deliveries.filter((delivery) => !change.accountIds?.includes(delivery.accountId)))
        withdraw(deps, caller, gone);
      chooseAccounts(deps, caller, id, parts, change.accountIds);
    }
    deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
  });
}

function contentColumns(parts: readonly PostPart[], labels: readonly string[]) {
  return {
    parts: JSON.stringify(parts),
    labels: JSON.stringify(labels),
    searchText: [
      ...parts.flatMap((part) => [part.text, ...part.media.map((item) => item.altText)]),
      ...labels,
    ].join('\n'),
  };
}

function chooseAccounts(
  deps: PostsDeps,
  caller: Caller,
  postId: PostId,
  parts: readonly PostPart[],
  accountIds: readonly AccountId[],
): void {
  const { catchUp } = deps.settingsOf(caller.workspaceId);
  const now = deps.ports.clock.now();
  for (const accountId of new Set(accountIds)) {
    const known = deps.db
      .sql(`SELECT 1 FROM account WHERE workspace_id = :workspaceId AND id = :accountId`)
      .get({ workspaceId: caller.workspaceId, accountId });
    if (known === undefined) throw new OcmaError('not_found', { what: 'account' });
    const id = deps.newId('dlv');
    const { changes } = deps.db
      .sql(`INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at)
        VALUES (:id, :workspaceId, :postId, :accountId, 'draft', :catchUp, :now, :now) ON CONFLICT (post_id, account_id) DO NOTHING`)
      .run({ id, workspaceId: caller.workspaceId, postId, accountId, catchUp: JSON.stringify(catchUp), now });
    if (changes === 1) writeParts(deps, caller.workspaceId, id, accountId, parts);
  }
}

function rewriteParts(
  deps: PostsDeps,
  caller: Caller,
  delivery: DeliveryRow,
  parts: readonly PostPart[],
): void {
  if (delivery.state === 'published' || delivery.state === 'cancelled') return;
  const begun = deps.db
    .sql(
      `SELECT 1 FROM delivery_part WHERE workspace_id = :workspaceId AND delivery_id = :id AND state <> 'pending'`,
    )
    .get({ workspaceId: caller.workspaceId, id: delivery.id });
  if (begun !== undefined || delivery.state === 'publishing')
    throw new OcmaError('wrong_state', { state: delivery.state });
  deps.db
    .sql(`DELETE FROM delivery_part WHERE workspace_id = :workspaceId AND delivery_id = :id`)
    .run({ workspaceId: caller.workspaceId, id: delivery.id });
  writeParts(deps, caller.workspaceId, delivery.id, delivery.accountId, parts);
  deps.db
    .sql(`UPDATE delivery SET version = version + 1 WHERE workspace_id = :workspaceId AND id = :id`)
    .run({ workspaceId: caller.workspaceId, id: delivery.id });
  if (delivery.state !== 'draft') record(ledgerOf(deps), delivery, { kind: 'edited', actor: caller.actor });
}

function writeParts(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  deliveryId: string,
  accountId: AccountId,
  parts: readonly PostPart[],
): void {
  for (const [position, part] of parts.entries()) {
    deps.db
      .sql(`INSERT INTO delivery_part (id, workspace_id, delivery_id, account_id, position, text, media)
        VALUES (:id, :workspaceId, :deliveryId, :accountId, :position, :text, :media)`)
      .run({
        id: deps.newId('part'),
        workspaceId,
        deliveryId,
        accountId,
        position,
        text: part.text,
        media: JSON.stringify(part.media),
      });
  }
}

/** The account was taken off the post: a draft delivery goes, one that waits is cancelled, one that has begun stays. */
function withdraw(deps: PostsDeps, caller: Caller, delivery: DeliveryRow): void {
  if (delivery.state === 'draft') {
    deps.db
      .sql(`DELETE FROM delivery WHERE workspace_id = :workspaceId AND id = :id AND state = 'draft'`)
      .run({ workspaceId: caller.workspaceId, id: delivery.id });
    return;
  }
  if (delivery.state !== 'scheduled' && delivery.state !== 'failed' && delivery.state !== 'missed') return;
  if (
    delivery.state === 'scheduled' &&
    !cancelWaiting(deps.db, caller.workspaceId, publishKind, delivery.id, deps.ports.clock.now())
  ) {
    throw new OcmaError('wrong_state', { state: 'publishing' });
  }
  cancel(ledgerOf(deps), delivery, caller.actor);
}
