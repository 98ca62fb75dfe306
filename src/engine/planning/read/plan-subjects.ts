import { OcmaError } from '../../../shared/errors.ts';
import type { AccountId, CategoryId, PostId, WorkspaceId } from '../../../shared/models/ids.ts';
import { postParts } from '../../../shared/models/post.ts';
import { postOptions } from '../../../shared/models/publish-option.ts';
import type { CategoryOf } from '../categories/category-of.ts';
import type { DraftContent, PlanningDeps } from '../planning-deps.ts';
import type { PlanCategory, PlanSubject, SubjectAccount } from '../plan/plan-request.ts';
import { textKeyOf } from './text-key.ts';

/** A post that may be placed, with its content for the check of it. */
export interface ReadSubject extends PlanSubject, DraftContent {}

interface Row {
  readonly id: PostId;
  readonly version: number;
  readonly parts: string;
  readonly options: string;
  readonly labels: string;
  readonly createdAt: number;
  readonly accountId: AccountId | null;
  readonly text: string | null;
  readonly lastAt: number | null;
}

/** Drafts that are looked at together, at most. */
const mostDrafts = 500;
const excerptLength = 140;

const columns = `p.id, p.version, p.parts, p.options, p.labels, p.created_at AS createdAt, d.account_id AS accountId,
  (SELECT x.text FROM delivery_part x WHERE x.delivery_id = d.id AND x.position = 0) AS text`;

/**
 * What of the named posts is still a draft, in the order of their names; of all posts, the oldest first, where none are
 * named. @throws `not_found` for posts of others, or in the bin
 */
export function readDrafts(
  { db }: PlanningDeps,
  workspaceId: WorkspaceId,
  ids: readonly PostId[] | undefined,
  categoryOf: CategoryOf,
): ReadSubject[] {
  const named = ids === undefined ? null : JSON.stringify(ids);
  const rows = db
    .sql<Row>(`SELECT ${columns}, NULL AS lastAt FROM post p LEFT JOIN delivery d ON d.post_id = p.id AND d.state = 'draft'
      WHERE p.workspace_id = :workspaceId AND p.deleted_at IS NULL
        AND (:named IS NULL OR p.id IN (SELECT value FROM json_each(:named)))
        AND (d.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM delivery o WHERE o.post_id = p.id AND o.state <> 'cancelled'))
      ORDER BY p.created_at, p.id, d.created_at, d.id LIMIT :most`)
    .all({ workspaceId, named, most: mostDrafts * 20 });
  const subjects = subjectsOf(rows, 'draft', categoryOf).slice(0, mostDrafts);
  if (ids === undefined) return subjects;
  const known = new Map(subjects.map((subject) => [subject.postId, subject]));
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? missing(db, workspaceId, id));
}

/** A post that exists and is no draft has nothing to be placed. */
function missing(db: PlanningDeps['db'], workspaceId: WorkspaceId, id: PostId): [] {
  assertPost(db, workspaceId, id);
  return [];
}

/** @throws `not_found` for a post of others, or in the bin */
export function assertPost(db: PlanningDeps['db'], workspaceId: WorkspaceId, id: PostId): void {
  const post = db
    .sql(`SELECT 1 FROM post WHERE workspace_id = :workspaceId AND id = :id AND deleted_at IS NULL`)
    .get({ workspaceId, id });
  if (post === undefined) throw new OcmaError('not_found', { what: 'post' });
}

/** @throws `not_found` for an account of others */
export function assertAccount(db: PlanningDeps['db'], workspaceId: WorkspaceId, id: AccountId): void {
  const account = db
    .sql(`SELECT 1 FROM account WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
  if (account === undefined) throw new OcmaError('not_found', { what: 'account' });
}

/**
 * Posts of evergreen categories that are out everywhere they were to go, and none of them waits to go out again: of
 * several with one text, at an account, the newest stands for it.
 */
export function readRepeats(
  { db }: PlanningDeps,
  workspaceId: WorkspaceId,
  categories: readonly PlanCategory[],
  categoryOf: CategoryOf,
): ReadSubject[] {
  const evergreen = new Set(categories.filter((one) => one.evergreen).map(({ id }) => id));
  if (evergreen.size === 0) return [];
  const rows = db
    .sql<Row>(`SELECT ${columns}, d.published_at AS lastAt FROM post p JOIN delivery d ON d.post_id = p.id
      WHERE p.workspace_id = :workspaceId AND p.deleted_at IS NULL AND d.state = 'published'
        AND p.labels <> '[]'
      ORDER BY d.published_at DESC, p.id, d.id LIMIT 5000`)
    .all({ workspaceId });
  const seen = new Set<string>();
  const newest = rows.filter(({ accountId, text }) => {
    const key = `${accountId ?? ''} ${textKeyOf(text) ?? ''}`;
    if (textKeyOf(text) === null || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return subjectsOf(newest, 'repeat', categoryOf).filter(
    ({ categoryId }) => categoryId !== null && evergreen.has(categoryId),
  );
}

/** The category and the texts by account of posts, whatever became of them. */
export function subjectsNamed(
  db: PlanningDeps['db'],
  workspaceId: WorkspaceId,
  ids: readonly PostId[],
  categoryOf: CategoryOf,
): ReadonlyMap<
  PostId,
  { readonly categoryId: CategoryId | null; readonly texts: ReadonlyMap<AccountId, string | null> }
> {
  const rows = db
    .sql<Row>(`SELECT ${columns}, NULL AS lastAt FROM post p JOIN delivery d ON d.post_id = p.id
      WHERE p.workspace_id = :workspaceId AND p.id IN (SELECT value FROM json_each(:ids))`)
    .all({ workspaceId, ids: JSON.stringify(ids) });
  return new Map(
    subjectsOf(rows, 'draft', categoryOf).map(({ postId, categoryId, accounts }) => [
      postId,
      { categoryId, texts: new Map(accounts.map((one) => [one.accountId, one.textKey])) },
    ]),
  );
}

function subjectsOf(rows: readonly Row[], kind: PlanSubject['kind'], categoryOf: CategoryOf): ReadSubject[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own): ReadSubject[] => {
    const [post] = own;
    if (post === undefined) return [];
    const parts = postParts.parse(JSON.parse(post.parts));
    const times = own.flatMap(({ lastAt }) => lastAt ?? []);
    return [
      {
        kind,
        postId: post.id,
        version: post.version,
        excerpt: (parts[0]?.text ?? '').slice(0, excerptLength),
        createdAt: post.createdAt,
        categoryId: categoryOf(post.labels),
        accounts: own.flatMap(({ accountId, text }): SubjectAccount[] =>
          accountId === null ? [] : [{ accountId, textKey: textKeyOf(text) }],
        ),
        lastAt: times.length === 0 ? null : Math.max(...times),
        parts,
        options: postOptions.parse(JSON.parse(post.options)),
      },
    ];
  });
}
