import { z } from 'zod';
import type { CallResult } from '../../http/call.ts';
import type { UploadProgress, UploadResult } from '../publishing.ts';
import { askAgainMs, expiryMarginMs, failed, isForgotten, mediaLifeMs, progressOf } from './upload-step.ts';
import { shortFile, unprocessed } from './upload-step.ts';
import type { Run } from './upload-step.ts';
import { authorOf, encoded } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

const instructions = z.array(
  z.object({ uploadUrl: z.string(), firstByte: z.int().nonnegative(), lastByte: z.int().nonnegative() }),
);
const begun = z.object({
  value: z.object({
    video: z.string().startsWith('urn:li:video:'),
    uploadToken: z.string().nullish(),
    uploadInstructions: instructions.min(1),
    uploadUrlsExpireAt: z.number().nullish(),
  }),
});
const videoState = z.object({
  urn: z.string(),
  token: z.string(),
  parts: instructions,
  /** The `ETag` of each part that is there, in order. */
  etags: z.array(z.string()),
});
type VideoState = z.infer<typeof videoState>;

const putAnswer = z.object({ etag: z.string().min(1) });
const status = z.object({ status: z.string(), processingFailureReason: z.string().nullish() });

/** Uploads a video in the parts that LinkedIn names, each to an address of its own, then waits until it is processed. */
export const uploadVideo = async (run: Run, progress: UploadProgress | null): Promise<UploadResult> => {
  const known =
    progress !== null && progress.expiresAt - expiryMarginMs > run.context.now() ? progress : null;
  const result = await goOn(run, known);
  return known !== null && !known.finalized && isForgotten(result) ? goOn(run, null) : result;
};

const goOn = async (run: Run, progress: UploadProgress | null): Promise<UploadResult> => {
  const begin = progress === null ? await initialize(run) : null;
  if (begin !== null && !begin.ok) return failed(begin.failure);
  const from = begin?.ok === true ? begin.data : progress;
  if (from === null) return failed(unprocessed(''));
  const state = videoState.parse(JSON.parse(from.remoteId));
  if (from.finalized) return ask(run, state.urn);
  const sent = await sendParts(run, state, from.expiresAt);
  if (!sent.ok) return failed(sent.failure);
  return finalize(run, sent.data);
};

const initialize = async ({ http, source, context }: Run): Promise<CallResult<UploadProgress>> => {
  const result = await http.send(
    {
      operation: 'media.initialize',
      endpoint: 'api',
      method: 'POST',
      path: '/rest/videos?action=initializeUpload',
      headers: restHeaders,
      body: {
        kind: 'json',
        value: {
          initializeUploadRequest: {
            owner: authorOf(context.account),
            fileSizeBytes: source.bytes,
            uploadCaptions: false,
            uploadThumbnail: false,
          },
        },
      },
      effect: 'upload',
      costMicros: 0,
      answer: begun,
    },
    { signal: context.signal },
  );
  if (!result.ok) return result;
  const { video, uploadToken, uploadInstructions, uploadUrlsExpireAt } = result.data.value;
  const parts = uploadInstructions.toSorted((one, other) => one.firstByte - other.firstByte);
  const state: VideoState = { urn: video, token: uploadToken ?? '', parts, etags: [] };
  const expiresAt = uploadUrlsExpireAt ?? context.now() + mediaLifeMs;
  const progress = progressOf(state, { nextOffset: 0, finalized: false, expiresAt });
  context.saved(progress);
  return { ...result, data: progress };
};

const sendParts = async (run: Run, from: VideoState, expiresAt: number): Promise<CallResult<VideoState>> => {
  const { http, source, context } = run;
  let state = from;
  for (const part of from.parts.slice(from.etags.length)) {
    const length = Math.min(part.lastByte + 1, source.bytes) - part.firstByte;
    const bytes = await source.read(part.firstByte, length);
    if (bytes.length !== length) return { ok: false, failure: shortFile };
    const result = await http.send(
      {
        operation: 'media.append',
        endpoint: 'upload',
        method: 'PUT',
        path: '/dms-uploads',
        address: part.uploadUrl,
        body: { kind: 'bytes', value: bytes, mimeType: 'application/octet-stream' },
        effect: 'upload',
        costMicros: 0,
        timeoutMs: 120_000,
        read: ({ headers }) => ({ etag: headers.get('etag') }),
        answer: putAnswer,
      },
      { signal: context.signal },
    );
    if (!result.ok) return result;
    state = { ...state, etags: [...state.etags, result.data.etag] };
    const nextOffset = part.firstByte + length;
    context.saved(progressOf(state, { nextOffset, finalized: false, expiresAt }));
  }
  return { ok: true, data: state, status: 200, fromCache: false, readAt: context.now() };
};

const finalize = async ({ http, source, context }: Run, state: VideoState): Promise<UploadResult> => {
  const result = await http.send(
    {
      operation: 'media.finalize',
      endpoint: 'api',
      method: 'POST',
      path: '/rest/videos?action=finalizeUpload',
      headers: restHeaders,
      body: {
        kind: 'json',
        value: {
          finalizeUploadRequest: { video: state.urn, uploadToken: state.token, uploadedPartIds: state.etags },
        },
      },
      effect: 'upload',
      costMicros: 0,
      answer: z.unknown(),
    },
    { signal: context.signal },
  );
  if (!result.ok) return failed(result.failure);
  const expiresAt = context.now() + mediaLifeMs;
  context.saved(progressOf(state, { nextOffset: source.bytes, finalized: true, expiresAt }));
  return { state: 'processing', askAt: context.now() + askAgainMs };
};

const ask = async ({ http, context }: Run, urn: string): Promise<UploadResult> => {
  const result = await http.send(
    {
      operation: 'media.status',
      endpoint: 'api',
      method: 'GET',
      path: `/rest/videos/${encoded(urn)}`,
      headers: restHeaders,
      effect: 'read',
      costMicros: 0,
      answer: status,
    },
    { signal: context.signal },
  );
  if (!result.ok) return failed(result.failure);
  switch (result.data.status) {
    case 'AVAILABLE':
      return { state: 'ready', media: { remoteId: urn, expiresAt: context.now() + mediaLifeMs } };
    case 'PROCESSING_FAILED':
      return failed(unprocessed(result.data.processingFailureReason ?? ''));
    default:
      return { state: 'processing', askAt: context.now() + askAgainMs };
  }
};
