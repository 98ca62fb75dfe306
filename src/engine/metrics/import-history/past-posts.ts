import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { NewId } from '../../system/ids.ts';
import { counted } from './read-row.ts';
import type { PastPost } from './read-row.ts';

const rowsATransaction = 150;

/** What names a row, so that it does not come twice: whose, when and what. Its numbers may have grown since. */
export type PastPosts = ReadonlyMap<string, PastPost>;

/**
 * Gathers the posts of a file by what names them. Of rows with one name the last counts. Without a text nothing but the
 * numbers tells two posts of one moment apart: each that earned something else is a post of its own.
 */
export function gatherPosts(): { readonly posts: PastPosts; add(post: PastPost): 'new' | 'repeated' } {
  const posts = new Map<string, PastPost>();
  const untold = new Map<string, Map<string, number>>();
  const placeOf = (post: PastPost): number => {
    if (post.text !== '') return 0;
    const moment = `${post.accountId} ${post.publishedAt}`;
    const places = untold.get(moment) ?? new Map<string, number>();
    untold.set(moment, places);
    const earned = [post.type, ...counted.map((column) => post[column])].join(' ');
    const place = places.get(earned) ?? places.size;
    places.set(earned, place);
    return place;
  };
  return {
    posts,
    add(post) {
      const key = keyOf(post, placeOf(post));
      const isRepeated = posts.has(key);
      posts.set(key, post);
      return isRepeated ? 'repeated' : 'new';
    },
  };
}

/** Those that no earlier import brought. */
export function unknownPosts(
  db: Database,
  workspaceId: WorkspaceId,
  posts: PastPosts,
): (readonly [key: string, post: PastPost])[] {
  const rows = db
    .sql<{ accountId: AccountId; key: string }>(
      'SELECT account_id AS accountId, source_key AS key FROM imported_post WHERE workspace_id = :workspaceId',
    )
    .all({ workspaceId });
  const known = new Set(rows.map(({ accountId, key }) => `${accountId} ${key}`));
  return [...posts].filter(([key, { accountId }]) => !known.has(`${accountId} ${key}`));
}

/** The name of an import that begins now: a moment that none before it has (epoch ms). */
export function importMoment(db: Database, workspaceId: WorkspaceId, now: number): number {
  const row = db
    .sql<{ newest: number | null }>(
      'SELECT max(imported_at) AS newest FROM imported_post WHERE workspace_id = :workspaceId',
    )
    .get({ workspaceId });
  return Math.max(now, (row?.newest ?? 0) + 1);
}

/** Stores posts piece by piece, each piece when its turn comes; says after each how many more are stored. */
export async function* storePosts(
  { db, newId }: { readonly db: Database; readonly newId: NewId },
  workspaceId: WorkspaceId,
  posts: readonly (readonly [key: string, post: PastPost])[],
  at: number,
): AsyncGenerator<number, void, undefined> {
  for (let from = 0; from < posts.length; from += rowsATransaction) {
    const piece = posts.slice(from, from + rowsATransaction);
    yield await db.patiently(async () =>
      db.write(() => {
        const insert = db.sql(
          `INSERT OR IGNORE INTO imported_post (id, workspace_id, account_id, source_key, published_at, text, type, impressions, likes, comments, shares, clicks, imported_at)
           VALUES (:id, :workspaceId, :accountId, :key, :publishedAt, :text, :type, :impressions, :likes, :comments, :shares, :clicks, :at)`,
        );
        return piece.reduce(
          (sum, [key, post]) =>
            sum + insert.run({ ...post, id: newId('past'), workspaceId, key, at }).changes,
          0,
        );
      }),
    );
    await setImmediate();
  }
}

/** Takes out what one import brought, piece by piece; answers how many posts that were. */
export async function removePosts(db: Database, workspaceId: WorkspaceId, at: number): Promise<number> {
  const remove = (): Promise<number> =>
    db.patiently(async () =>
      db.write(
        () =>
          db
            .sql(
              `DELETE FROM imported_post WHERE id IN
               (SELECT id FROM imported_post WHERE workspace_id = :workspaceId AND imported_at = :at LIMIT ${rowsATransaction})`,
            )
            .run({ workspaceId, at }).changes,
      ),
    );
  let removed = 0;
  for (let some = await remove(); some > 0; some = await remove()) {
    removed += some;
    await setImmediate();
  }
  return removed;
}

function keyOf({ accountId, publishedAt, text }: PastPost, place: number): string {
  return createHash('sha256')
    .update(JSON.stringify([accountId, publishedAt, text, ...(place === 0 ? [] : [place])]))
    .digest('hex')
    .slice(0, 32);
}
