import type { AccountHttp, CallResult, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishAnswer, PublishPart } from '../publishing.ts';
import { chunkAt } from './chunks.ts';
import { readHandle, writeHandle } from './handle.ts';
import type { VideoHandle } from './handle.ts';
import { photosBody } from './post-info.ts';
import { readBytes } from './read-bytes.ts';
import { readSettings } from './settings.ts';
import { calls } from './wire/calls.ts';
import { sentences } from './words.ts';

/** TikTok is at work for some seconds at least. */
const firstLookMs = 3_000;

/** How long TikTok tells what became of a publication, as far as it is known. */
export const publicationLifeMs = 2 * 86_400_000;

/**
 * Publishes what `stage` prepared: sends a video's last chunk, or tells TikTok of the photos to fetch. TikTok answers
 * before it has looked at them, so `probe` tells what came of it.
 */
export const publish: PlatformApi['publish'] = async (http, part) => {
  const handle = readHandle(part.handle);
  switch (handle?.kind) {
    case 'video':
      return publishVideo(http, part, handle);
    case 'photos':
      return publishPhotos(http, part, handle.privacy);
    case undefined:
      return { ok: false, failure: unsent('unavailable', sentences.notStaged) };
  }
};

const publishVideo = async (
  http: AccountHttp,
  part: PublishPart,
  handle: VideoHandle,
): Promise<CallResult<PublishAnswer>> => {
  const { plan, uploadUrl } = handle;
  const [video] = part.media;
  const index = plan.count - 1;
  const { offset, length } = chunkAt(plan, index);
  const bytes = video === undefined ? null : await readBytes(video, offset, length);
  if (video === undefined || bytes === null)
    return { ok: false, failure: unsent('media_invalid', sentences.shortFile) };
  const sent = await calls.putLast(http, { uploadUrl, plan, index, bytes, mimeType: video.mimeType });
  if (!sent.ok) return sent;
  const closed = sent.status === 403 || sent.status === 404;
  return {
    ...sent,
    data: {
      askAt: sent.readAt + (sent.status === 201 ? firstLookMs : 0),
      ...(closed && {
        staged: {
          handle: writeHandle({ ...handle, closed }),
          expiresAt: sent.readAt + publicationLifeMs,
        },
      }),
    },
  };
};

const publishPhotos = async (
  http: AccountHttp,
  part: PublishPart,
  privacy: string | null,
): Promise<CallResult<PublishAnswer>> => {
  const urls: string[] = [];
  for (const photo of part.media) {
    const put = await photo.publicUrl();
    if (put === null) return { ok: false, failure: unsent('media_invalid', sentences.noMediaHost) };
    if (!put.ok) return put;
    urls.push(put.url);
  }
  const sent = await calls.publishPhotos(http, photosBody(part.text, readSettings(part.options), urls));
  if (!sent.ok) return sent;
  const handle = writeHandle({ kind: 'photos', publishId: sent.data.data.publish_id, privacy });
  return {
    ...sent,
    data: {
      askAt: sent.readAt + firstLookMs,
      staged: { handle, expiresAt: sent.readAt + publicationLifeMs },
    },
  };
};

const unsent = (code: Failure['code'], detail: string): Failure => ({
  code,
  reach: 'not_sent',
  retryAt: null,
  detail,
  status: null,
});
