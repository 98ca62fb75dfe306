import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import type { PostsDeps } from './posts-deps.ts';

export interface SearchHit {
  readonly kind: 'post' | 'network';
  readonly postId: PostId | null;
  readonly accountId: AccountId | null;
  readonly snippet: string;
  readonly at: number;
  readonly url: string | null;
}

/** Marks around a match; they are invisible isolates, so that a snippet shown as it is reads well. */
const open = '\u2068';
const close = '\u2069';

/** Full-text search over own posts, best first. Every word must occur; the last one may be unfinished. */
export function searchPosts(
  deps: PostsDeps,
  caller: Caller,
  input: { query: string; limit: number },
): SearchHit[] {
  const match = matchExpression(input.query);
  if (match === null) return [];
  return deps.db
    .sql<SearchHit>(`SELECT CASE WHEN p.row IS NOT NULL THEN 'post' ELSE 'network' END AS kind, p.id AS postId, r.account_id AS accountId,
        snippet(post_search, 0, :open, :close, '…', 24) AS snippet, coalesce(p.updated_at, r.published_at) AS at, r.url
      FROM post_search
      LEFT JOIN post p ON post_search.rowid % 2 = 0 AND p.row = post_search.rowid / 2 AND p.workspace_id = :workspaceId
      LEFT JOIN remote_post r ON post_search.rowid % 2 = 1 AND r.row = post_search.rowid / 2 AND r.workspace_id = :workspaceId
      WHERE post_search MATCH :match AND (p.row IS NOT NULL OR r.row IS NOT NULL) ORDER BY rank LIMIT :limit`)
    .all({ workspaceId: caller.workspaceId, match, limit: input.limit, open, close });
}

/** Quotes each word, so that no character of a query is taken for an operator. */
function matchExpression(query: string): string | null {
  const words = query
    .split(/\s+/)
    .map((word) => word.replaceAll('"', ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return words.map((word, index) => (index === words.length - 1 ? `"${word}" *` : `"${word}"`)).join(' ');
}
