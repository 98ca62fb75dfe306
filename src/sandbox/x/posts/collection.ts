import { z } from 'zod';
import { idSchema, instantSchema, wholeNumber } from '../api/query.ts';
import { invalidRequest } from '../problems.ts';
import type { Answer } from '../../exchange.ts';
import { compareIds } from '../../snowflake.ts';
import type { Post } from '../state.ts';

/** The parameters of every listing: a window by id or time, and pages. */
export const windowParameters = {
  pagination_token: z.string().min(1).optional(),
  start_time: instantSchema.optional(),
  end_time: instantSchema.optional(),
  since_id: idSchema.optional(),
  until_id: idSchema.optional(),
};

/** How many posts a page may hold. */
export const pageSize = wholeNumber(5, 100).optional();

interface Window {
  readonly pagination_token?: string | undefined;
  readonly start_time?: number | undefined;
  readonly end_time?: number | undefined;
  readonly since_id?: string | undefined;
  readonly until_id?: string | undefined;
  readonly max_results?: number | undefined;
}

/** One page of a listing. */
export interface Page {
  readonly posts: readonly Post[];
  readonly meta: Readonly<Record<string, string | number>>;
}

const tokenPrefix = '7140';

/** Cuts one page out of posts that are newest first; `most` is how far back the listing goes at all. */
export function cutPage(posts: readonly Post[], window: Window, most: number): Page | Answer {
  const before = window.pagination_token === undefined ? undefined : idInToken(window.pagination_token);
  if (before === null) {
    return invalidRequest({
      name: 'pagination_token',
      values: [window.pagination_token ?? ''],
      message: 'The pagination token is not one that this endpoint gave',
    });
  }
  const fitting = posts.slice(0, most).filter((post) => {
    if (before !== undefined && compareIds(post.id, before) >= 0) return false;
    if (window.until_id !== undefined && compareIds(post.id, window.until_id) >= 0) return false;
    if (window.since_id !== undefined && compareIds(post.id, window.since_id) <= 0) return false;
    if (window.start_time !== undefined && post.at < window.start_time) return false;
    return window.end_time === undefined || post.at < window.end_time;
  });
  const size = window.max_results ?? 10;
  const page = fitting.slice(0, size);
  const newest = page[0];
  const oldest = page.at(-1);
  if (newest === undefined || oldest === undefined) return { posts: [], meta: { result_count: 0 } };
  return {
    posts: page,
    meta: {
      result_count: page.length,
      newest_id: newest.id,
      oldest_id: oldest.id,
      ...(fitting.length > size && { next_token: tokenPrefix + BigInt(oldest.id).toString(36) }),
    },
  };
}

/** The id behind a page's token; null when it is not one of ours. */
function idInToken(token: string): string | null {
  const digits = token.startsWith(tokenPrefix) ? token.slice(tokenPrefix.length) : '';
  if (!/^[0-9a-z]{1,13}$/.test(digits)) return null;
  let id = 0n;
  for (const digit of digits) id = id * 36n + BigInt(Number.parseInt(digit, 36));
  return String(id);
}
