import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { edgeOf, readEdge } from '../meta/edge.ts';
import { graphTime } from '../meta/timestamp.ts';
import type { AccountRef, ScheduledState } from '../publishing.ts';
import { postUrl, wholePostId } from './addresses.ts';
import { removeObject } from './remove.ts';
import { videoStatus } from './video-status.ts';

const time = z.union([z.string(), z.number()]).nullish().catch(null);
const waiting = z.object({
  id: z.string().min(1),
  message: z.string().catch(''),
  scheduled_publish_time: time,
});
const waitingList = edgeOf(waiting);

/** A post that Facebook keeps until its time. */
export interface WaitingPost {
  readonly id: string;
  readonly text: string;
  /** Epoch ms. */
  readonly publishAt: number | null;
}

/** The posts that Facebook keeps for a Page until their time (GET /{page}/scheduled_posts). */
export const readScheduled = async (
  http: AccountHttp,
  account: AccountRef,
): Promise<CallResult<readonly WaitingPost[]>> => {
  const result = await readEdge(http, 200, {
    operation: 'posts.scheduled',
    path: `/${encodeURIComponent(account.remoteId)}/scheduled_posts`,
    query: { fields: 'id,message,scheduled_publish_time' },
    answer: waitingList,
  });
  if (!result.ok) return result;
  const posts = result.data.map(({ id, message, scheduled_publish_time: at }) => ({
    id: wholePostId(account, id),
    text: message,
    publishAt: graphTime(at),
  }));
  return { ...result, data: posts };
};

const post = z.object({
  id: z.string().min(1),
  is_published: z.boolean().optional(),
  scheduled_publish_time: time,
  created_time: z.string().nullish().catch(null),
  permalink_url: z.string().nullish().catch(null),
});

/** What became of a post that Facebook was to publish by itself. */
export const scheduled: NonNullable<PlatformApi['scheduled']> = async (http, account, scheduledId) => {
  const video = videoIn(scheduledId);
  if (video !== null) return await scheduledVideo(http, account, video);
  const result = await http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: `/${encodeURIComponent(scheduledId)}`,
    query: { fields: 'id,is_published,scheduled_publish_time,created_time,permalink_url' },
    effect: 'read',
    costMicros: 0,
    answer: post,
  });
  if (!result.ok) {
    return result.failure.code === 'content_rejected'
      ? { state: 'gone' }
      : { state: 'failed', failure: result.failure };
  }
  const { is_published: isOut, scheduled_publish_time: at, created_time: created } = result.data;
  if (isOut !== true) return { state: 'waiting', publishAt: graphTime(at) };
  const remoteId = wholePostId(account, scheduledId);
  return {
    state: 'published',
    remoteId,
    url: postUrl(account, remoteId, result.data.permalink_url),
    publishedAt: graphTime(created) ?? graphTime(at),
  };
};

const scheduledVideo = async (
  http: AccountHttp,
  account: AccountRef,
  id: string,
): Promise<ScheduledState> => {
  const result = await videoStatus(http, id);
  if (!result.ok) {
    return result.failure.code === 'content_rejected'
      ? { state: 'gone' }
      : { state: 'failed', failure: result.failure };
  }
  const { state, postId, permalink, scheduledFor, createdAt, detail } = result.data;
  switch (state) {
    case 'published': {
      const remoteId = postId === null ? id : wholePostId(account, postId);
      return {
        state: 'published',
        remoteId,
        url: postUrl(account, remoteId, permalink),
        publishedAt: scheduledFor ?? createdAt,
      };
    }
    case 'refused':
      return {
        state: 'failed',
        failure: { code: 'media_invalid', reach: 'refused', retryAt: null, detail, status: 200 },
      };
    case 'expired':
      return { state: 'gone' };
    case 'scheduled':
    case 'ready':
    case 'working':
      return { state: 'waiting', publishAt: scheduledFor };
  }
};

/** Takes back a post that is not out yet; one that is stays. */
export const unschedule: NonNullable<PlatformApi['unschedule']> = async (http, account, scheduledId) => {
  const state = await scheduled(http, account, scheduledId);
  if (state.state === 'failed') return { ok: false, failure: state.failure };
  if (state.state !== 'waiting')
    return { ok: true, data: { deleted: false }, status: 200, fromCache: false, readAt: 0 };
  return await removeObject(http, videoIn(scheduledId) ?? scheduledId);
};

/** Videos that wait are named by themselves: their post comes into being with its publication. */
const videoIn = (scheduledId: string): string | null =>
  scheduledId.startsWith('video:') ? scheduledId.slice('video:'.length) : null;
