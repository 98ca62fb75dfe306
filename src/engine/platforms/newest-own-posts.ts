import type { CallResult } from '../http/call.ts';
import type { PlatformApi } from './platform.ts';
import type { RemotePost } from './reading.ts';

/** Own posts among pages of what was only passed on are looked for this far. */
const mostPages = 20;

/** Own posts since an instant, newest first, read by the pages of the way back through the account's past. */
export const newestOwnPosts =
  (readPage: NonNullable<PlatformApi['history']>): PlatformApi['ownPosts'] =>
  async (http, account, { since, limit }): Promise<CallResult<readonly RemotePost[]>> => {
    const found: RemotePost[] = [];
    let cursor: string | null = null;
    for (let page = 1; ; page += 1) {
      const result = await readPage(http, account, { cursor, limit: limit - found.length });
      if (!result.ok) return result;
      const { posts, next } = result.data;
      const young = posts.filter(({ publishedAt }) => since === null || publishedAt >= since);
      found.push(...young);
      cursor = next;
      if (next === null || found.length >= limit || young.length < posts.length || page === mostPages)
        return { ...result, data: found.slice(0, limit) };
    }
  };
