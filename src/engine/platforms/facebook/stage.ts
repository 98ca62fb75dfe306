import type { AccountHttp, CallResult, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishPart } from '../publishing.ts';
import type { Staged, StageResult } from '../settling.ts';
import { emptyHandle, readHandle } from './handle.ts';
import type { Handle } from './handle.ts';
import { uploadPhoto } from './upload-photo.ts';
import { uploadVideo } from './upload-video.ts';

/** Facebook keeps what is not published for about a day. */
const livesMs = 24 * 3_600_000;

/**
 * Brings the media of a post to Facebook without publishing them: pictures as photos that nobody sees, a video as an upload
 * that is not finished. What is there already is not sent again.
 */
export const stage: NonNullable<PlatformApi['stage']> = async (http, part, earlier, { now, signal }) => {
  const fresh = emptyHandle(part);
  const known = readHandle(earlier?.handle ?? null);
  const usable = known !== null && earlier !== null && known.of === fresh.of && known.form === fresh.form;
  const handle = usable ? { ...known, on: fresh.on, publishAt: fresh.publishAt } : fresh;
  const expiresAt = usable ? earlier.expiresAt : now() + livesMs;
  const staged = (prepared: Handle): Staged => ({ handle: JSON.stringify(prepared), expiresAt });
  switch (handle.form) {
    case 'comment':
      return { state: 'ready', staged: staged(handle) };
    case 'feed':
    case 'photo_story': {
      const photos = await stagePhotos(http, part, handle, signal);
      return photos.ok
        ? { state: 'ready', staged: staged({ ...handle, photos: photos.data }) }
        : failed(photos.failure);
    }
    case 'video':
    case 'reel':
    case 'video_story':
      return await stageVideo(http, part, handle, { now, signal, staged });
  }
};

const stagePhotos = async (
  http: AccountHttp,
  part: PublishPart,
  handle: Handle,
  signal: AbortSignal,
): Promise<CallResult<string[]>> => {
  const photos = [...handle.photos];
  let last: CallResult<string[]> = { ok: true, data: photos, status: 200, fromCache: false, readAt: 0 };
  for (const source of part.media.slice(photos.length)) {
    const result = await uploadPhoto(http, part, source, signal);
    if (!result.ok) return result;
    photos.push(result.data);
    last = { ...result, data: photos };
  }
  return last;
};

const stageVideo = async (
  http: AccountHttp,
  part: PublishPart,
  handle: Handle,
  context: { now(): number; signal: AbortSignal; staged(prepared: Handle): Staged },
): Promise<StageResult> => {
  const [source] = part.media;
  if (source === undefined) return failed(noVideo);
  const result = await uploadVideo(http, part, source, handle, context.signal);
  if (!result.ok) return failed(result.failure);
  const prepared = { ...handle, video: result.data };
  return result.data.offset < source.bytes
    ? { state: 'processing', staged: context.staged(prepared), askAt: context.now() }
    : { state: 'ready', staged: context.staged(prepared) };
};

/** An upload that Facebook refuses is begun anew; one that was interrupted goes on. */
const failed = (failure: Failure): StageResult => ({
  state: 'failed',
  failure,
  spent: failure.code === 'media_invalid' || failure.code === 'content_rejected',
});

const noVideo: Failure = {
  code: 'media_invalid',
  reach: 'not_sent',
  retryAt: null,
  detail: 'There is no video to send.',
  status: null,
};
