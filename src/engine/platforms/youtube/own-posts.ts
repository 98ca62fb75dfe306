import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { RemotePost } from '../reading.ts';
import { commentUrl } from './wire/addresses.ts';
import { readComments } from './wire/comments.ts';
import { largestPage, postOf, readUploads } from './wire/uploads.ts';

type Wanted = { readonly since: number | null; readonly limit: number };

/**
 * Own videos, private ones among them, and own comments under own videos, newest first. Without the permission for
 * comments they are left out.
 */
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, wanted) => {
  const videos = await ownVideos(http, account, wanted);
  if (!videos.ok) return videos;
  const comments = await readComments(http, account.remoteId, wanted);
  if (!comments.ok) return comments.failure.code === 'scope_missing' ? videos : comments;
  const own = comments.data
    .filter(({ authorId }) => authorId === account.remoteId)
    .map((comment): RemotePost => ({
      remoteId: comment.id,
      url: commentUrl(account.webOrigin, comment.videoId ?? '', comment.id),
      text: comment.text,
      publishedAt: comment.at,
      inReplyTo: comment.parent ?? comment.videoId,
      mediaCount: 0,
      metrics: comment.likes === undefined ? {} : { likes: comment.likes },
    }));
  const all = [...videos.data, ...own].toSorted((left, right) => right.publishedAt - left.publishedAt);
  return { ...videos, data: all.slice(0, wanted.limit) };
};

const ownVideos = async (
  http: AccountHttp,
  account: AccountRef,
  { since, limit }: Wanted,
): Promise<CallResult<readonly RemotePost[]>> => {
  const posts: RemotePost[] = [];
  let cursor: string | null = null;
  while (true) {
    const size = Math.min(limit - posts.length, largestPage);
    const page: Awaited<ReturnType<typeof readUploads>> = await readUploads(http, account, { cursor, size });
    if (!page.ok) return page;
    const { videos, oldestAt, next } = page.data;
    const found = videos.map((video) => postOf(video, account));
    posts.push(...found.filter(({ publishedAt }) => since === null || publishedAt >= since));
    cursor = next;
    const ended = oldestAt === null || (since !== null && oldestAt < since);
    if (cursor === null || ended || posts.length >= limit) return { ...page, data: posts };
  }
};
