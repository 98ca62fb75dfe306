import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../../http/call.ts';
import type { AccountRef } from '../../publishing.ts';
import type { RemotePost } from '../../reading.ts';
import { statisticsOf } from './statistics.ts';
import { videoUrl } from './addresses.ts';
import { reading } from './data-api.ts';
import { uploadsOf } from './ids.ts';
import { instantOf, refusalOf, videoListSchema } from './video.ts';
import type { Video } from './video.ts';

/** Videos on one page, and ids in one look-up. */
export const largestPage = 50;

const playlistPage = z.object({
  items: z
    .array(
      z.object({
        snippet: z.object({ publishedAt: z.string().optional() }).optional().catch(undefined),
        contentDetails: z.object({ videoId: z.string() }),
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});

/** A page of the channel's uploads. */
export interface UploadsPage {
  readonly videos: readonly Video[];
  /** When the oldest of them was put into the list; null on an empty page. */
  readonly oldestAt: number | null;
  readonly next: string | null;
}

/**
 * Reads a page of what the channel uploaded, newest first, private videos among it: the playlist for the order, then
 * the videos themselves. Two units; searching would take one of a hundred searches a day.
 */
export const readUploads = async (
  http: AccountHttp,
  account: Pick<AccountRef, 'facts' | 'remoteId'>,
  page: { readonly cursor: string | null; readonly size: number },
): Promise<CallResult<UploadsPage>> => {
  const listed = await http.send({
    ...reading,
    operation: 'posts.list',
    path: '/youtube/v3/playlistItems',
    query: {
      part: 'snippet,contentDetails,status',
      playlistId: uploadsOf(account.facts, account.remoteId),
      maxResults: String(Math.min(Math.max(page.size, 1), largestPage)),
      ...(page.cursor !== null && { pageToken: page.cursor }),
    },
    answer: playlistPage,
  });
  if (!listed.ok) {
    // A channel that never uploaded anything has no such playlist yet.
    return listed.failure.status === 404
      ? {
          ok: true,
          status: 404,
          fromCache: false,
          readAt: 0,
          data: { videos: [], oldestAt: null, next: null },
        }
      : listed;
  }
  const { items, nextPageToken } = listed.data;
  const looked = await readVideos(
    http,
    items.map(({ contentDetails }) => contentDetails.videoId),
    'snippet,status,statistics',
  );
  if (!looked.ok) return looked;
  return {
    ...listed,
    data: {
      videos: looked.data,
      oldestAt: instantOf(items.at(-1)?.snippet?.publishedAt),
      next: nextPageToken ?? null,
    },
  };
};

/** Looks up to fifty videos up by their ids, in the order of the ids; those that are gone are left out. */
export const readVideos = async (
  http: AccountHttp,
  ids: readonly string[],
  part: string,
): Promise<CallResult<readonly Video[]>> => {
  if (ids.length === 0) return { ok: true, data: [], status: 200, fromCache: true, readAt: 0 };
  const result = await http.send({
    ...reading,
    operation: 'posts.lookup',
    path: '/youtube/v3/videos',
    query: { part, id: ids.join(',') },
    answer: videoListSchema,
  });
  if (!result.ok) return result;
  const found = new Map(result.data.items.map((video) => [video.id, video]));
  return { ...result, data: ids.map((id) => found.get(id)).filter((video) => video !== undefined) };
};

/** A video as a post: its description is the text, and its title where it has no description. */
export const postOf = ({ id, snippet, statistics, status }: Video, { webOrigin }: AccountRef): RemotePost => {
  const description = snippet?.description ?? '';
  return {
    remoteId: id,
    url: videoUrl(webOrigin, id),
    text: description === '' ? (snippet?.title ?? '') : description,
    publishedAt: instantOf(snippet?.publishedAt) ?? 0,
    inReplyTo: null,
    ...(refusalOf(status) !== null && { isRefused: true }),
    metrics: statisticsOf(statistics),
  };
};
