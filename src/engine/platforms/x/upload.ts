import type { AccountHttp, CallResult, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { UploadProgress, UploadResult, UploadSource } from '../publishing.ts';
import { takesAltText } from './alt-text.ts';
import { uploadCalls } from './wire/upload-calls.ts';
import type { ProcessingInfo } from './wire/upload-calls.ts';

/** An upload whose media would expire before the post that needs it is made is done anew. */
const expiryMarginMs = 10 * 60_000;
/** X names no other life of uploaded media. */
const standardLifeMs = 86_400_000;

type Context = Parameters<PlatformApi['upload']>[3];
type Run = { readonly http: AccountHttp; readonly source: UploadSource; readonly context: Context };

/**
 * Uploads in pieces (initialize, append, finalize, status), then sets the alternative text. Every step may be repeated;
 * one that X no longer knows of, after a pause, is begun anew once.
 */
export const upload: PlatformApi['upload'] = async (http, source, progress, context) => {
  const run = { http, source, context };
  const usable = progress !== null && progress.expiresAt - expiryMarginMs > context.now() ? progress : null;
  const result = await goOn(run, usable);
  const forgotten = usable !== null && result.state === 'failed' && isForgotten(result.failure);
  return forgotten ? goOn(run, null) : result;
};

const isForgotten = ({ reach, status }: Failure): boolean =>
  reach === 'refused' && (status === 400 || status === 404);

const goOn = async (run: Run, known: UploadProgress | null): Promise<UploadResult> => {
  const begun = known === null ? await begin(run) : succeeded(known);
  if (!begun.ok) return failed(begun.failure);
  const sent = await append(run, begun.data);
  if (!sent.ok) return failed(sent.failure);
  const wasFinalized = sent.data.finalized;
  const finalized = wasFinalized ? await status(run, sent.data) : await finalize(run, sent.data);
  if (!finalized.ok) return failed(finalized.failure);
  const { progress, processing } = finalized.data;
  if (processing?.state === 'failed') return refuse(run, progress, processing);
  if (processing && processing.state !== 'succeeded') {
    const seconds = Math.max(processing.check_after_secs ?? 5, 1);
    return { state: 'processing', askAt: run.context.now() + seconds * 1_000 };
  }
  return describe(run, progress);
};

type Step = CallResult<UploadProgress>;
type Finalized = CallResult<{ progress: UploadProgress; processing: ProcessingInfo | null }>;

const begin = async ({ http, source, context }: Run): Promise<Step> => {
  const result = await uploadCalls.initialize(http, source, context.signal);
  if (!result.ok) return result;
  const { id, expires_after_secs: life } = result.data.data;
  const progress = {
    remoteId: id,
    nextOffset: 0,
    finalized: false,
    altTextSet: false,
    expiresAt: context.now() + lifeMs(life),
  };
  context.saved(progress);
  return { ...result, data: progress };
};

const append = async (run: Run, from: UploadProgress): Promise<Step> => {
  const { http, source, context } = run;
  const size = uploadCalls.segmentBytes(source.bytes);
  let progress = from;
  while (!progress.finalized && progress.nextOffset < source.bytes) {
    const wanted = Math.min(size, source.bytes - progress.nextOffset);
    const bytes = await source.read(progress.nextOffset, wanted);
    if (bytes.length !== wanted) return { ok: false, failure: shortFile };
    const segment = { index: Math.floor(progress.nextOffset / size), bytes };
    const result = await uploadCalls.append(http, source, progress.remoteId, segment, context.signal);
    if (!result.ok) return result;
    progress = { ...progress, nextOffset: progress.nextOffset + wanted };
    context.saved(progress);
  }
  return succeeded(progress);
};

const finalize = async ({ http, context }: Run, progress: UploadProgress): Promise<Finalized> => {
  const result = await uploadCalls.finalize(http, progress.remoteId, context.signal);
  if (!result.ok) return result;
  const { expires_after_secs: life, processing_info: processing } = result.data.data;
  const finalized = { ...progress, finalized: true, expiresAt: context.now() + lifeMs(life) };
  context.saved(finalized);
  return { ...result, data: { progress: finalized, processing: processing ?? null } };
};

/** Pictures are ready when they are finalized; only what moves is processed. */
const status = async ({ http, source, context }: Run, progress: UploadProgress): Promise<Finalized> => {
  if (source.kind === 'image') return succeeded({ progress, processing: null });
  const result = await uploadCalls.status(http, progress.remoteId, context.signal);
  return result.ok
    ? { ...result, data: { progress, processing: result.data.data.processing_info ?? null } }
    : result;
};

const describe = async ({ http, source, context }: Run, progress: UploadProgress): Promise<UploadResult> => {
  if (takesAltText(source) && !progress.altTextSet) {
    const result = await uploadCalls.describe(http, progress.remoteId, source.altText, context.signal);
    if (!result.ok) return failed(result.failure);
    context.saved({ ...progress, altTextSet: true });
  }
  return { state: 'ready', media: { remoteId: progress.remoteId, expiresAt: progress.expiresAt } };
};

/** X could not process the file. The upload is marked as expired, so that another try does not ask for it again. */
const refuse = ({ context }: Run, progress: UploadProgress, { error }: ProcessingInfo): UploadResult => {
  context.saved({ ...progress, expiresAt: 0 });
  const isXsFault = /internal|unavailable|timeout/i.test(error?.name ?? '');
  return failed({
    code: isXsFault ? 'unavailable' : 'media_invalid',
    reach: 'refused',
    retryAt: null,
    detail: error?.message ?? error?.name ?? '',
    status: 200,
  });
};

const shortFile: Failure = {
  code: 'media_invalid',
  reach: 'not_sent',
  retryAt: null,
  detail: 'The file is shorter than it was.',
  status: null,
};

const lifeMs = (seconds: number | null | undefined): number =>
  typeof seconds === 'number' && seconds > 0 ? seconds * 1_000 : standardLifeMs;

const failed = (failure: Failure): UploadResult => ({ state: 'failed', failure });

const succeeded = <Data>(data: Data): CallResult<Data> => ({
  ok: true,
  data,
  status: 200,
  fromCache: false,
  readAt: 0,
});
