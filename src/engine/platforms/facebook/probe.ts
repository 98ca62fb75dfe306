import type { AccountHttp, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { ProbeResult, SentPart } from '../settling.ts';
import { clockSlackMs, requestLivesMs } from '../settling.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import { traits } from '../meta/text.ts';
import { postUrl, wholePostId } from './addresses.ts';
import { readComments } from './comments.ts';
import { readHandle } from './handle.ts';
import type { Handle } from './handle.ts';
import { readScheduled } from './scheduled-posts.ts';
import { readStories } from './stories.ts';
import { videoStatus } from './video-status.ts';

/** When lists are read for what is not named by an id, in milliseconds after the send. */
const readsAfterMs = [10_000, 60_000, requestLivesMs];

/**
 * Asks what became of a send. A video tells by itself; comments, stories and scheduled posts are looked for in their lists, which
 * proves that they are there and never that they are not. Posts are left to the list of own posts.
 */
export const probe: NonNullable<PlatformApi['probe']> = async (http, sent, { now }) => {
  const handle = readHandle(sent.handle);
  if (handle === null) return { state: 'forgotten' };
  switch (handle.form) {
    case 'feed':
      return handle.publishAt === null
        ? { state: 'forgotten' }
        : await amongScheduled(http, sent, handle.publishAt, now());
    case 'comment':
      return await amongComments(http, sent, handle.on ?? '', now());
    case 'photo_story':
    case 'video_story':
      return await amongStories(http, sent, handle, now());
    case 'video':
    case 'reel':
      return await ofVideo(http, sent, handle, now());
  }
};

const ofVideo = async (
  http: AccountHttp,
  sent: SentPart,
  handle: Handle,
  now: number,
): Promise<ProbeResult> => {
  const id = handle.video?.id ?? '';
  const status = await videoStatus(http, id);
  if (!status.ok) return afterFailure(status.failure);
  const { state, postId, permalink, detail } = status.data;
  switch (state) {
    case 'published': {
      const remoteId = postId === null ? null : wholePostId(sent.account, postId);
      const url =
        permalink === null && remoteId === null ? null : postUrl(sent.account, remoteId ?? id, permalink);
      return { state: 'present', remoteId, url };
    }
    case 'scheduled':
      return { state: 'scheduled', scheduledId: `video:${id}` };
    case 'refused':
      return { state: 'refused', failure: { ...refusedVideo, detail } };
    case 'expired':
      return { state: 'expired' };
    case 'ready':
      // Ready, and nobody has told Facebook to publish it: the request that would is too old to arrive. One upload makes one post.
      if (now > sent.sendingAt + requestLivesMs) return { state: 'absent' };
      return { state: 'processing', askAt: now + 15_000 };
    case 'working':
      return { state: 'processing', askAt: now + (now < sent.sendingAt + 120_000 ? 10_000 : 60_000) };
  }
};

const refusedVideo: Failure = {
  code: 'media_invalid',
  reach: 'refused',
  retryAt: null,
  detail: '',
  status: 200,
};

const amongScheduled = async (
  http: AccountHttp,
  sent: SentPart,
  publishAt: number,
  now: number,
): Promise<ProbeResult> => {
  const posts = await readScheduled(http, sent.account);
  if (!posts.ok) return afterFailure(posts.failure);
  const found = posts.data.find(
    (post) =>
      post.publishAt !== null &&
      Math.abs(post.publishAt - publishAt) < 60_000 &&
      isSame(sent.text, post.text),
  );
  return found === undefined ? notSeen(sent, now) : { state: 'scheduled', scheduledId: found.id };
};

const amongComments = async (
  http: AccountHttp,
  sent: SentPart,
  on: string,
  now: number,
): Promise<ProbeResult> => {
  const comments = await readComments(http, on, { since: sent.sendingAt - clockSlackMs, limit: 100 });
  if (!comments.ok) return afterFailure(comments.failure);
  const found = comments.data.find(
    ({ message, from, at }) =>
      from?.id === sent.account.remoteId && at >= sent.sendingAt - clockSlackMs && isSame(sent.text, message),
  );
  if (found === undefined) return notSeen(sent, now);
  const url = postUrl(sent.account, found.id, found.permalink_url);
  return { state: 'present', remoteId: found.id, url };
};

const amongStories = async (
  http: AccountHttp,
  sent: SentPart,
  handle: Handle,
  now: number,
): Promise<ProbeResult> => {
  const stories = await readStories(http, sent.account);
  if (!stories.ok) return afterFailure(stories.failure);
  const medium = handle.video?.id ?? handle.photos[0];
  const found = stories.data.find(({ media_id: id }) => id !== undefined && id === medium);
  if (found === undefined) return notSeen(sent, now);
  const remoteId = wholePostId(sent.account, found.post_id);
  return { state: 'present', remoteId, url: postUrl(sent.account, remoteId, found.url) };
};

const isSame = (sent: string, seen: string): boolean =>
  isSameText(fingerprintOf(sent, traits), fingerprintOf(seen, traits), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });

const notSeen = ({ sendingAt }: SentPart, now: number): ProbeResult => {
  const next = readsAfterMs.map((after) => sendingAt + after).find((at) => at > now);
  return next === undefined ? { state: 'forgotten' } : { state: 'processing', askAt: next };
};

/** What Graph says of an object that it does not have: that proves nothing. */
const afterFailure = (failure: Failure): ProbeResult =>
  failure.code === 'content_rejected' || failure.code === 'scope_missing'
    ? { state: 'forgotten' }
    : { state: 'failed', failure };
