import { isDeepStrictEqual } from 'node:util';
import { OcmaError } from '../../shared/errors.ts';
import type { AccountId, PostId, WorkspaceId } from '../../shared/models/ids.ts';
import { postParts } from '../../shared/models/post.ts';
import type { Post, PostPart } from '../../shared/models/post.ts';
import type { PostOptions } from '../../shared/models/publish-option.ts';
import type { Caller, NewPost } from '../feature.ts';
import type { Platform } from '../platforms/platform.ts';
import { cancelWaiting } from '../queue/store.ts';
import { deliveryColumns } from './ledger/delivery-row.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import { record } from './ledger/transitions.ts';
import { cancel } from './ledger/withdrawals.ts';
import { partsAt } from './parts-at.ts';
import { namedOptions, optionsAt, readPostOptions } from '../platforms/options/post-options.ts';
import { publishKind } from './publish/publish-kind.ts';
import { findTarget } from './publish/target.ts';
import { assertOwnMedia } from './own-media.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';

/** A post's row. */
export interface PostRow {
  readonly id: PostId;
  readonly workspaceId: WorkspaceId;
  readonly parts: string;
  readonly labels: string;
  readonly options: string;
  readonly source: Post['source'];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly version: number;
}

export const postColumns = `p.id, p.workspace_id AS workspaceId, p.parts, p.labels, p.options, p.source, p.created_at AS createdAt, p.updated_at AS updatedAt, p.version`;

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
  const options = namedOptions(deps.platformOf, draft.options ?? {});
  deps.db.write(() => {
    deps.db
      .sql(`INSERT INTO post (id, workspace_id, parts, labels, options, search_text, source, source_key, actor, created_at, updated_at)
        VALUES (:id, :workspaceId, :parts, :labels, :options, :searchText, :source, :sourceKey, :actor, :now, :now)`)
      .run({
        id,
        workspaceId: caller.workspaceId,
        ...contentColumns(draft.parts, draft.labels),
        options: JSON.stringify(options),
        source: draft.source,
        sourceKey: draft.sourceKey ?? null,
        actor: caller.actor,
        now,
      });
    chooseAccounts(deps, caller, id, { parts: draft.parts, options }, draft.accountIds);
    deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
  });
  return id;
}

/**
 * Changes text, options, accounts or labels. Deliveries that have not begun take the new text and options.
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
    options?: PostOptions | undefined;
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
    const optionsBefore = readPostOptions(row.options);
    const options =
      change.options === undefined ? optionsBefore : namedOptions(deps.platformOf, change.options);
    const labels = change.labels ?? (JSON.parse(row.labels) as string[]);
    deps.db
      .sql(`UPDATE post SET parts = :parts, labels = :labels, options = :options, search_text = :searchText, updated_at = :now, version = version + 1
        WHERE workspace_id = :workspaceId AND id = :id`)
      .run({
        workspaceId: caller.workspaceId,
        id,
        ...contentColumns(parts, labels),
        options: JSON.stringify(options),
        now: deps.ports.clock.now(),
      });
    const deliveries = deliveriesOfPost(deps, caller.workspaceId, id);
    for (const delivery of deliveries) {
      const platform = platformAt(deps, caller.workspaceId, delivery.accountId)?.name ?? '';
      if (change.parts !== undefined || !isDeepStrictEqual(options[platform], optionsBefore[platform]))
        rewriteParts(deps, caller, delivery, { parts, options });
    }
    if (change.accountIds !== undefined) {
      for (const gone of deliveries.filter((delivery) => !change.accountIds?.includes(delivery.accountId)))
        withdraw(deps, caller, gone);
      chooseAccounts(deps, caller, id, { parts, options }, change.accountIds);
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

/** What of a post its deliveries are made of. */
interface Content {
  readonly parts: readonly PostPart[];
  readonly options: PostOptions;
}

function platformAt(deps: PostsDeps, workspaceId: WorkspaceId, accountId: AccountId): Platform | undefined {
  const row = deps.db
    .sql<{ platform: string }>(
      `SELECT platform FROM account WHERE workspace_id = :workspaceId AND id = :accountId`,
    )
    .get({ workspaceId, accountId });
  return row === undefined ? undefined : deps.platformOf(row.platform);
}

function chooseAccounts(
  deps: PostsDeps,
  caller: Caller,
  postId: PostId,
  content: Content,
  accountIds: readonly AccountId[],
): void {
  const { catchUp } = deps.settingsOf(caller.workspaceId);
  const now = deps.ports.clock.now();
  for (const accountId of new Set(accountIds)) {
    if (platformAt(deps, caller.workspaceId, accountId) === undefined)
      throw new OcmaError('not_found', { what: 'account' });
    const id = deps.newId('dlv');
    const { changes } = deps.db
      .sql(`INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at)
        VALUES (:id, :workspaceId, :postId, :accountId, 'draft', :catchUp, :now, :now) ON CONFLICT (post_id, account_id) DO NOTHING`)
      .run({ id, workspaceId: caller.workspaceId, postId, accountId, catchUp: JSON.stringify(catchUp), now });
    if (changes === 1) writeParts(deps, caller.workspaceId, id, accountId, content);
  }
}

function rewriteParts(deps: PostsDeps, caller: Caller, delivery: DeliveryRow, content: Content): void {
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
  writeParts(deps, caller.workspaceId, delivery.id, delivery.accountId, content);
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
  content: Content,
): void {
  const target = findTarget(deps.db, workspaceId, accountId);
  if (target === undefined) return;
  const platform = deps.platformOf(target.platform);
  const { values } = optionsAt(platform, target.profile, content.options);
  for (const [position, part] of partsAt(platform, content.parts, values).entries()) {
    deps.db
      .sql(`INSERT INTO delivery_part (id, workspace_id, delivery_id, account_id, position, role, text, media)
        VALUES (:id, :workspaceId, :deliveryId, :accountId, :position, :role, :text, :media)`)
      .run({
        id: deps.newId('part'),
        workspaceId,
        deliveryId,
        accountId,
        position,
        role: part.role,
        text: part.text,
        media: JSON.stringify(part.media),
      });
  }
}

const withdrawn: ReadonlySet<DeliveryRow['state']> = new Set(['scheduled', 'failed', 'missed', 'needs_you']);

/** The account was taken off the post: a draft delivery goes, one that waits is cancelled, one that has begun stays. */
function withdraw(deps: PostsDeps, caller: Caller, delivery: DeliveryRow): void {
  if (delivery.state === 'draft') {
    deps.db
      .sql(`DELETE FROM delivery WHERE workspace_id = :workspaceId AND id = :id AND state = 'draft'`)
      .run({ workspaceId: caller.workspaceId, id: delivery.id });
    return;
  }
  if (!withdrawn.has(delivery.state)) return;
  if (
    delivery.state === 'scheduled' &&
    !cancelWaiting(deps.db, caller.workspaceId, publishKind, delivery.id, deps.ports.clock.now())
  ) {
    throw new OcmaError('wrong_state', { state: 'publishing' });
  }
  cancel(ledgerOf(deps), delivery, caller.actor);
}
