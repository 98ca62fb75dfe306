import { z } from 'zod';
import type { AccountHttp, Call, CallResult, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishAnswer, PublishPart } from '../publishing.ts';
import { linksOf } from '../meta/text.ts';
import { graphSeconds } from '../meta/timestamp.ts';
import { postUrl, wholePostId } from './addresses.ts';
import { emptyHandle, readHandle } from './handle.ts';
import type { Handle } from './handle.ts';
import { chosen } from './options.ts';
import { edgeOf } from './upload-video.ts';
import { facebook as words } from './words.ts';

const created = z.object({ id: z.string().min(1), permalink_url: z.string().nullish().catch(null) });
const finished = z.object({ success: z.literal(true), post_id: z.string().min(1).optional() });

/** Facebook works on a video for some seconds at least. */
const firstLookMs = 10_000;

/** Publishes what was prepared. Facebook takes no key: an unclear answer must be settled, never repeated. */
export const publish: PlatformApi['publish'] = async (http, part) => {
  const handle = readHandle(part.handle) ?? emptyHandle(part);
  switch (handle.form) {
    case 'comment':
      return await publishComment(http, part, handle.on ?? part.account.remoteId);
    case 'feed':
      return await publishToFeed(http, part, handle);
    case 'photo_story':
    case 'video_story':
      return part.publishAt === null
        ? await publishStory(http, part, handle)
        : { ok: false, failure: notKept };
    case 'video':
    case 'reel':
      return await publishVideo(http, part, handle);
  }
};

const notKept: Failure = {
  code: 'content_rejected',
  reach: 'not_sent',
  retryAt: null,
  detail: words.notes.story_not_scheduled,
  status: null,
};

const write = { method: 'POST', effect: 'write', costMicros: 0 } as const;

const publishComment = async (
  http: AccountHttp,
  { account, text }: PublishPart,
  on: string,
): Promise<CallResult<PublishAnswer>> => {
  const result = await http.send({
    ...write,
    operation: 'comments.create',
    endpoint: 'api',
    path: `/${encodeURIComponent(on)}/comments`,
    query: { fields: 'id,permalink_url' },
    body: { kind: 'json', value: { message: text } },
    answer: created,
  });
  if (!result.ok) return result;
  const { id, permalink_url: permalink } = result.data;
  return { ...result, data: { remoteId: id, url: postUrl(account, id, permalink) } };
};

const publishToFeed = async (
  http: AccountHttp,
  part: PublishPart,
  handle: Handle,
): Promise<CallResult<PublishAnswer>> => {
  const { account, text, publishAt } = part;
  const link = linkOf(part);
  const result = await http.send({
    ...write,
    operation: 'posts.create',
    endpoint: 'api',
    path: `/${encodeURIComponent(account.remoteId)}/feed`,
    query: { fields: 'id,permalink_url' },
    body: {
      kind: 'json',
      value: {
        ...(text !== '' && { message: text }),
        ...(link !== null && { link }),
        ...(handle.photos.length > 0 && {
          attached_media: handle.photos.map((id) => ({ media_fbid: id })),
        }),
        ...(publishAt === null
          ? { published: true }
          : {
              published: false,
              scheduled_publish_time: Number(graphSeconds(publishAt)),
              unpublished_content_type: 'SCHEDULED',
            }),
      },
    },
    answer: created,
  });
  if (!result.ok) return result;
  const { id, permalink_url: permalink } = result.data;
  const remoteId = wholePostId(account, id);
  return publishAt === null
    ? { ...result, data: { remoteId, url: postUrl(account, remoteId, permalink) } }
    : { ...result, data: { scheduledId: remoteId, publishAt } };
};

/** The link that Facebook shows a preview of: the first one, where there are no pictures and the user did not turn it off. */
const linkOf = ({ text, media, options }: PublishPart): string | null => {
  if (media.length > 0 || !chosen(options).linkPreview) return null;
  const [first] = linksOf(text);
  if (first === undefined) return null;
  const written = text.slice(first.start, first.end);
  return /^https?:/i.test(written) ? written : `https://${written}`;
};

const publishStory = async (
  http: AccountHttp,
  { account }: PublishPart,
  handle: Handle,
): Promise<CallResult<PublishAnswer>> => {
  const isVideo = handle.form === 'video_story';
  const result = await http.send({
    ...write,
    operation: 'stories.publish',
    endpoint: 'api',
    path: `/${encodeURIComponent(account.remoteId)}/${isVideo ? 'video_stories' : 'photo_stories'}`,
    body: {
      kind: 'form',
      value: isVideo
        ? { upload_phase: 'finish', video_id: handle.video?.id ?? '' }
        : { photo_id: handle.photos[0] ?? '' },
    },
    answer: finished,
  });
  if (!result.ok) return result;
  const { post_id: id } = result.data;
  if (id === undefined) return { ...result, data: { askAt: result.readAt + firstLookMs } };
  const remoteId = wholePostId(account, id);
  return { ...result, data: { remoteId, url: postUrl(account, remoteId, null) } };
};

const publishVideo = async (
  http: AccountHttp,
  part: PublishPart,
  handle: Handle,
): Promise<CallResult<PublishAnswer>> => {
  const { publishAt } = part;
  const result = await http.send(handle.form === 'reel' ? reel(part, handle) : video(part, handle));
  if (!result.ok) return result;
  return publishAt === null
    ? { ...result, data: { askAt: result.readAt + firstLookMs } }
    : { ...result, data: { scheduledId: `video:${handle.video?.id ?? ''}`, publishAt } };
};

type Finish = Call<z.infer<typeof finished>>;

const reel = ({ account, text, options, publishAt }: PublishPart, { video: sent }: Handle): Finish => {
  const { title } = chosen(options);
  return {
    ...write,
    operation: 'reels.publish',
    endpoint: 'api',
    path: `/${encodeURIComponent(account.remoteId)}/${edgeOf('reel')}`,
    body: {
      kind: 'form',
      value: {
        upload_phase: 'finish',
        video_id: sent?.id ?? '',
        description: text,
        ...(title !== '' && { title }),
        ...(publishAt === null
          ? { video_state: 'PUBLISHED' }
          : { video_state: 'SCHEDULED', scheduled_publish_time: graphSeconds(publishAt) }),
      },
    },
    answer: finished,
  };
};

const video = ({ account, text, options, publishAt }: PublishPart, { video: sent }: Handle): Finish => {
  const { title } = chosen(options);
  return {
    ...write,
    operation: 'videos.publish',
    endpoint: 'upload',
    path: `/${encodeURIComponent(account.remoteId)}/${edgeOf('video')}`,
    body: {
      kind: 'form',
      value: {
        upload_phase: 'finish',
        upload_session_id: sent?.session ?? '',
        description: text,
        ...(title !== '' && { title }),
        ...(publishAt !== null && {
          published: 'false',
          scheduled_publish_time: graphSeconds(publishAt),
          unpublished_content_type: 'SCHEDULED',
        }),
      },
    },
    answer: finished,
  };
};
