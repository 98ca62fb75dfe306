import { z } from 'zod';
import type { AccountHttp, CallResult, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { UploadContext, UploadProgress, UploadResult, UploadSource } from '../publishing.ts';
import { attachment } from './wire/schemas.ts';

/** Servers drop what no post shows after a day; an upload older than this is done anew. */
const lifeMs = 20 * 3_600_000;
const expiryMarginMs = 10 * 60_000;
const askAgainMs = 3_000;

/** Real milliseconds for one upload: 99 MiB at 1 Mbit/s take about a quarter of an hour. */
const timeoutMs = 1_200_000;

/** An attachment and whether the server is done with it: 202 and 206 say that it is not. */
const answered = z.object({ status: z.int(), body: attachment });
type Answered = z.infer<typeof answered>;

type Run = { readonly http: AccountHttp; readonly source: UploadSource; readonly context: UploadContext };

/**
 * Uploads one file (`POST /api/v2/media`) with its description, asks until the server has processed it, and sees that the
 * description has arrived.
 */
export const upload: PlatformApi['upload'] = async (http, source, progress, context) => {
  const run = { http, source, context };
  const known = progress !== null && progress.expiresAt - expiryMarginMs > context.now() ? progress : null;
  if (known === null) return begin(run);
  const result = await goOn(run, known);
  const isForgotten = result.state === 'failed' && result.failure.status === 404;
  return isForgotten ? begin(run) : result;
};

const begin = async (run: Run): Promise<UploadResult> => {
  const { http, source, context } = run;
  const bytes = await source.read(0, source.bytes);
  if (bytes.length !== source.bytes) return failed(shortFile);
  const description = source.altText.trim();
  const sent = await http.send(
    {
      operation: 'media.upload',
      endpoint: 'upload',
      method: 'POST',
      path: '/api/v2/media',
      body: {
        kind: 'multipart',
        fields: description === '' ? {} : { description },
        file: { name: 'file', fileName: source.fileName, mimeType: source.mimeType, bytes },
      },
      effect: 'upload',
      costMicros: 0,
      timeoutMs,
      read: ({ status, body }) => ({ status, body }),
      answer: answered,
    },
    { signal: context.signal },
  );
  if (!sent.ok) return failed(sent.failure);
  const progress: UploadProgress = {
    remoteId: sent.data.body.id,
    nextOffset: source.bytes,
    finalized: sent.data.status === 200,
    altTextSet: isDescribed(source, sent.data),
    expiresAt: context.now() + lifeMs,
  };
  context.saved(progress);
  return finish(run, progress);
};

const goOn = async (run: Run, progress: UploadProgress): Promise<UploadResult> => {
  if (progress.finalized) return finish(run, progress);
  const asked = await run.http.send(
    {
      operation: 'media.status',
      endpoint: 'api',
      method: 'GET',
      path: `/api/v1/media/${encodeURIComponent(progress.remoteId)}`,
      effect: 'read',
      costMicros: 0,
      read: ({ status, body }) => ({ status, body }),
      answer: answered,
    },
    { signal: run.context.signal },
  );
  if (!asked.ok) {
    // What could not be processed is not asked for again.
    if (asked.failure.status === 422) run.context.saved({ ...progress, expiresAt: 0 });
    return failed(asked.failure.status === 422 ? { ...asked.failure, code: 'media_invalid' } : asked.failure);
  }
  const next: UploadProgress = {
    ...progress,
    finalized: asked.data.status === 200,
    altTextSet: isDescribed(run.source, asked.data),
  };
  run.context.saved(next);
  return finish(run, next);
};

const isDescribed = ({ altText }: UploadSource, { body }: Answered): boolean =>
  altText.trim() === (body.description ?? '').trim();

const finish = async (run: Run, progress: UploadProgress): Promise<UploadResult> => {
  if (!progress.finalized) return { state: 'processing', askAt: run.context.now() + askAgainMs };
  if (!progress.altTextSet && run.source.altText.trim() !== '') {
    const described = await describe(run, progress.remoteId);
    if (!described.ok) return failed(described.failure);
    run.context.saved({ ...progress, altTextSet: true });
  }
  return { state: 'ready', media: { remoteId: progress.remoteId, expiresAt: progress.expiresAt } };
};

/** Sends the description again to a server that has lost it on the way. */
const describe = ({ http, source, context }: Run, id: string): Promise<CallResult<unknown>> =>
  http.send(
    {
      operation: 'media.metadata',
      endpoint: 'api',
      method: 'PUT',
      path: `/api/v1/media/${encodeURIComponent(id)}`,
      body: { kind: 'json', value: { description: source.altText.trim() } },
      effect: 'upload',
      costMicros: 0,
      answer: attachment,
    },
    { signal: context.signal },
  );

const shortFile: Failure = {
  code: 'media_invalid',
  reach: 'not_sent',
  retryAt: null,
  detail: 'The file is shorter than it was.',
  status: null,
};

const failed = (failure: Failure): UploadResult => ({ state: 'failed', failure });
