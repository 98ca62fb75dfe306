import { z } from 'zod';
import type { UploadProgress, UploadResult } from '../publishing.ts';
import { askAgainMs, expiryMarginMs, failed, isForgotten, mediaLifeMs, progressOf } from './upload-step.ts';
import { shortFile, unprocessed } from './upload-step.ts';
import type { Run } from './upload-step.ts';
import { authorOf, encoded } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

const begun = z.object({
  value: z.object({
    uploadUrl: z.string(),
    image: z.string().startsWith('urn:li:image:'),
    uploadUrlExpiresAt: z.number().nullish(),
  }),
});
const imageState = z.object({ urn: z.string(), address: z.string() });
const status = z.object({ status: z.string(), processingFailureReason: z.string().nullish() });

/** Uploads a picture: its address is asked for, then the whole file is put there. Each step may be repeated. */
export const uploadImage = async (run: Run, progress: UploadProgress | null): Promise<UploadResult> => {
  const known =
    progress !== null && progress.expiresAt - expiryMarginMs > run.context.now() ? progress : null;
  const result = await goOn(run, known);
  return known !== null && !known.finalized && isForgotten(result) ? goOn(run, null) : result;
};

const goOn = async (run: Run, progress: UploadProgress | null): Promise<UploadResult> => {
  if (progress?.finalized === true) return ask(run, imageState.parse(JSON.parse(progress.remoteId)).urn);
  const { http, source, context } = run;
  const place = progress === null ? await begin(run) : imageState.parse(JSON.parse(progress.remoteId));
  if ('state' in place) return place;
  const bytes = await source.read(0, source.bytes);
  if (bytes.length !== source.bytes) return failed(shortFile);
  const put = await http.send(
    {
      operation: 'media.put',
      endpoint: 'upload',
      method: 'PUT',
      path: '/dms-uploads',
      address: place.address,
      body: { kind: 'bytes', value: bytes, mimeType: source.mimeType },
      effect: 'upload',
      costMicros: 0,
      timeoutMs: 120_000,
      answer: z.unknown(),
    },
    { signal: context.signal },
  );
  if (!put.ok) return failed(put.failure);
  const expiresAt = context.now() + mediaLifeMs;
  context.saved(progressOf(place, { nextOffset: source.bytes, finalized: true, expiresAt }));
  return { state: 'processing', askAt: context.now() + askAgainMs };
};

const begin = async (run: Run): Promise<z.infer<typeof imageState> | UploadResult> => {
  const { http, context } = run;
  const result = await http.send(
    {
      operation: 'media.initialize',
      endpoint: 'api',
      method: 'POST',
      path: '/rest/images?action=initializeUpload',
      headers: restHeaders,
      body: { kind: 'json', value: { initializeUploadRequest: { owner: authorOf(context.account) } } },
      effect: 'upload',
      costMicros: 0,
      answer: begun,
    },
    { signal: context.signal },
  );
  if (!result.ok) return failed(result.failure);
  const { uploadUrl: address, image: urn, uploadUrlExpiresAt } = result.data.value;
  const expiresAt = uploadUrlExpiresAt ?? context.now() + mediaLifeMs;
  context.saved(progressOf({ urn, address }, { nextOffset: 0, finalized: false, expiresAt }));
  return { urn, address };
};

/** A picture can be used once it is available. A member's token may not ask for that: then the wait before has to do. */
const ask = async ({ http, context }: Run, urn: string): Promise<UploadResult> => {
  const result = await http.send(
    {
      operation: 'media.status',
      endpoint: 'api',
      method: 'GET',
      path: `/rest/images/${encoded(urn)}`,
      headers: restHeaders,
      effect: 'read',
      costMicros: 0,
      answer: status,
    },
    { signal: context.signal },
  );
  const ready: UploadResult = {
    state: 'ready',
    media: { remoteId: urn, expiresAt: context.now() + mediaLifeMs },
  };
  if (!result.ok) return result.failure.status === 403 ? ready : failed(result.failure);
  switch (result.data.status) {
    case 'AVAILABLE':
      return ready;
    case 'PROCESSING_FAILED':
      return failed(unprocessed(result.data.processingFailureReason ?? ''));
    default:
      return { state: 'processing', askAt: context.now() + askAgainMs };
  }
};
