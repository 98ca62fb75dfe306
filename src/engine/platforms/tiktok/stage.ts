import type { AccountHttp, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishPart, UploadSource } from '../publishing.ts';
import type { StageResult } from '../settling.ts';
import { chunkAt, nextChunk, planChunks } from './chunks.ts';
import { creatorFrom } from './creator.ts';
import type { Creator } from './creator.ts';
import { failureOf } from './fail-reasons.ts';
import { readHandle, writeHandle } from './handle.ts';
import type { VideoHandle } from './handle.ts';
import { fingerprintOf, videoInfo } from './post-info.ts';
import { readBytes } from './read-bytes.ts';
import { kindOfPost, readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { calls } from './wire/calls.ts';
import { sentences } from './words.ts';

/** An upload's address lives an hour; two minutes less, so that none ends on the way. */
const uploadLifeMs = 58 * 60_000;

/** Photos are put where TikTok finds them, which is done anew after this. */
const photosLifeMs = 30 * 60_000;

type Context = Parameters<NonNullable<PlatformApi['stage']>>[3];

/**
 * Prepares a post: asks what is open to the creator (direct posts only), begins the upload and sends every chunk but the
 * last, with which TikTok would go to work. The first call only begins, so that the publication's id is kept before any
 * byte leaves; a later one asks TikTok what has arrived and goes on from there. Photos are put at a public address.
 */
export const stage: NonNullable<PlatformApi['stage']> = async (http, part, earlier, context) => {
  const settings = readSettings(part.options);
  const kind = kindOfPost(part.media);
  const [video] = part.media;
  if (kind === null || video === undefined) return no('media_invalid', sentences.noMedia);
  if (kind === 'photos') return stagePhotos(http, part, settings, context);
  const known = readHandle(earlier?.handle ?? null);
  if (earlier === null || known?.kind !== 'video' || known.of !== fingerprintOf(part)) {
    return begin(http, part, video, settings, context);
  }
  return goOn(http, video, { handle: known, expiresAt: earlier.expiresAt }, context);
};

const begin = async (
  http: AccountHttp,
  part: PublishPart,
  video: UploadSource,
  settings: Settings,
  context: Context,
): Promise<StageResult> => {
  let info: ReturnType<typeof videoInfo> | null = null;
  if (settings.mode === 'direct') {
    const asked = await openTo(http, settings, context.signal);
    if ('state' in asked) return asked;
    const { longestSeconds } = asked;
    if (longestSeconds !== null && (video.durationMs ?? 0) > longestSeconds * 1_000)
      return no('media_invalid', sentences.tooLong);
    info = videoInfo(part.text, settings, asked);
  }
  const plan = planChunks(video.bytes);
  const begun = await calls.beginVideo(http, { info, plan }, context.signal);
  if (!begun.ok) return failed(begun.failure);
  const handle: VideoHandle = {
    kind: 'video',
    publishId: begun.data.data.publish_id,
    uploadUrl: begun.data.data.upload_url,
    plan,
    of: fingerprintOf(part),
    privacy: settings.mode === 'direct' ? settings.privacy : null,
    closed: false,
  };
  const staged = { handle: writeHandle(handle), expiresAt: context.now() + uploadLifeMs };
  return plan.count === 1
    ? { state: 'ready', staged }
    : { state: 'processing', staged, askAt: context.now() };
};

/** What is open to the creator now; TikTok changes it, and what was chosen may no longer be. */
const openTo = async (
  http: AccountHttp,
  settings: Settings,
  signal: AbortSignal,
): Promise<Creator | StageResult> => {
  const asked = await calls.creatorInfo(http, signal);
  if (!asked.ok) return failed(asked.failure);
  const creator = creatorFrom(asked.data.data);
  const { privacy } = settings;
  if (privacy === null || !creator.privacyLevels.includes(privacy))
    return no('content_rejected', sentences.privacyClosed);
  return creator;
};

const goOn = async (
  http: AccountHttp,
  video: UploadSource,
  { handle, expiresAt }: { readonly handle: VideoHandle; readonly expiresAt: number },
  { signal }: Context,
): Promise<StageResult> => {
  const asked = await calls.status(http, handle.publishId);
  if (!asked.ok) return failed(asked.failure, isUnknown(asked.failure));
  const { status, fail_reason: reason, uploaded_bytes: arrived } = asked.data.data;
  if (status === 'FAILED') return failed(failureOf(reason ?? ''), true);
  const { plan, uploadUrl } = handle;
  for (let index = nextChunk(plan, arrived ?? 0); index < plan.count - 1; index += 1) {
    const { offset, length } = chunkAt(plan, index);
    const bytes = await readBytes(video, offset, length);
    if (bytes === null) return no('media_invalid', sentences.shortFile);
    const chunk = { uploadUrl, plan, index, bytes, mimeType: video.mimeType };
    const sent = await calls.putChunk(http, chunk, signal);
    // Over, unknown or out of step: only another beginning helps, and nothing has come of this one.
    if (!sent.ok) {
      const isLost = [403, 404, 410, 416].includes(sent.failure.status ?? 0);
      return isLost ? failed({ ...sent.failure, code: 'unavailable' }, true) : failed(sent.failure);
    }
  }
  return { state: 'ready', staged: { handle: writeHandle(handle), expiresAt } };
};

const isUnknown = ({ reach, status }: Failure): boolean =>
  reach === 'refused' && (status === 400 || status === 404);

const stagePhotos = async (
  http: AccountHttp,
  part: PublishPart,
  settings: Settings,
  context: Context,
): Promise<StageResult> => {
  if (settings.mode === 'direct') {
    const asked = await openTo(http, settings, context.signal);
    if ('state' in asked) return asked;
  }
  for (const photo of part.media) {
    const put = await photo.publicUrl();
    if (put === null) return no('media_invalid', sentences.noMediaHost);
    if (!put.ok) return failed(put.failure);
  }
  const privacy = settings.mode === 'direct' ? settings.privacy : null;
  const handle = writeHandle({ kind: 'photos', publishId: null, privacy });
  return { state: 'ready', staged: { handle, expiresAt: context.now() + photosLifeMs } };
};

const failed = (failure: Failure, spent = false): StageResult => ({ state: 'failed', failure, spent });

const no = (code: Failure['code'], detail: string): StageResult & { state: 'failed' } => ({
  state: 'failed',
  failure: { code, reach: 'not_sent', retryAt: null, detail, status: null },
  spent: false,
});
