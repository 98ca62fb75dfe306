import type { CallResult } from '../http/call.ts';
import type { PublicPost, PublicPosts } from './reading.ts';

/** One page of what somebody posted, newest first. */
export interface PublicPage {
  /** Those on it that count. */
  readonly posts: readonly PublicPost[];
  /** When the oldest thing on it was published, whether it counts or not; null for an empty page. */
  readonly oldestAt: number | null;
  /** Names the next page; null after the last. */
  readonly next: string | null;
}

/**
 * Reads pages until they are older than `since`, `limit` posts are found or the list ends, and `mostPages` at most. A page
 * that fails fails the whole.
 */
export async function readPublicPages(
  { since, limit }: { readonly since: number; readonly limit: number },
  mostPages: number,
  readPage: (cursor: string | null) => Promise<CallResult<PublicPage>>,
): Promise<CallResult<PublicPosts>> {
  const found: PublicPost[] = [];
  let cursor: string | null = null;
  let reached = Number.POSITIVE_INFINITY;
  for (let number = 1; ; number += 1) {
    const page: CallResult<PublicPage> = await readPage(cursor);
    if (!page.ok) return page;
    const { posts, oldestAt, next } = page.data;
    found.push(...posts.filter(({ publishedAt }) => publishedAt >= since));
    reached = Math.min(reached, oldestAt ?? since);
    cursor = next;
    const isWhole = next === null || oldestAt === null || reached < since;
    if (isWhole || found.length >= limit || number === mostPages)
      return { ...page, data: upTo(limit, found, isWhole ? since : reached) };
  }
}

/** The newest of the posts that were found back to an instant, and how far back those reach. */
export function upTo(limit: number, posts: readonly PublicPost[], reached: number): PublicPosts {
  const kept = posts.slice(0, limit);
  const knownSince = kept.length < posts.length ? (kept.at(-1)?.publishedAt ?? reached) : reached;
  return { posts: kept, knownSince };
}
