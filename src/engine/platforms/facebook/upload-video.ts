import { z } from 'zod';
import type { AccountHttp, CallResult, Failure, RawAnswer } from '../../http/call.ts';
import type { PublishPart, UploadSource } from '../publishing.ts';
import type { Handle, PreparedVideo } from './handle.ts';
import { videoStatus } from './video-status.ts';

/** The most that is sent before what was sent is written down, in bytes. */
const stretchBytes = 64 * 1024 * 1024;
const timeoutMs = 600_000;

const offset = z
  .union([z.number(), z.string().regex(/^\d{1,15}$/)])
  .transform(Number)
  .pipe(z.int().nonnegative());
const begun = z.object({ video_id: z.string().min(1), upload_url: z.url() });
const sessionBegun = z.object({
  upload_session_id: z.string().min(1),
  video_id: z.string().min(1),
  start_offset: offset,
  end_offset: offset,
});
const transferred = z.object({ start_offset: offset, end_offset: offset });
/** The answer to a piece that does not begin where the session stands, such as one that got there and was sent again. */
const corrected = z
  .object({
    error: z.object({ error_subcode: z.literal(1_363_037), error_data: z.object({ start_offset: offset }) }),
  })
  .transform(({ error }) => error.error_data);
const received = z.object({ success: z.literal(true) });

/**
 * Goes on with the upload of a video and answers how far it is; it is not published by that. Posts go in pieces of a session (POST
 * /{page}/videos), reels and stories in one request to an address that Facebook gives (POST /{page}/video_reels).
 */
export const uploadVideo = async (
  http: AccountHttp,
  part: PublishPart,
  source: UploadSource,
  handle: Handle,
  signal: AbortSignal,
): Promise<CallResult<PreparedVideo>> => {
  const path = `/${encodeURIComponent(part.account.remoteId)}/${edgeOf(handle.form)}`;
  return handle.form === 'video'
    ? await inPieces({ http, source, signal, path }, handle.video)
    : await atOnce({ http, source, signal, path }, handle.video);
};

/** Where a video of a form is published. */
export const edgeOf = (form: Handle['form']): 'videos' | 'video_reels' | 'video_stories' => {
  if (form === 'video_story') return 'video_stories';
  return form === 'reel' ? 'video_reels' : 'videos';
};

/** Whether an answer is a no: one that says where an upload has to go on is none. */
export const refuses = ({ status, body }: RawAnswer): boolean =>
  status >= 400 && !corrected.safeParse(body).success;

interface Run {
  readonly http: AccountHttp;
  readonly source: UploadSource;
  readonly signal: AbortSignal;
  readonly path: string;
}

const inPieces = async (run: Run, known: PreparedVideo | null): Promise<CallResult<PreparedVideo>> => {
  const { http, source, signal, path } = run;
  if (known === null) {
    const result = await http.send(
      {
        operation: 'media.upload',
        endpoint: 'upload',
        method: 'POST',
        path,
        effect: 'upload',
        costMicros: 0,
        body: { kind: 'form', value: { upload_phase: 'start', file_size: String(source.bytes) } },
        answer: sessionBegun,
      },
      { signal },
    );
    if (!result.ok) return result;
    const { video_id: id, upload_session_id: session, start_offset: start } = result.data;
    // Written down before the bytes go, so that an interrupted upload goes on.
    return { ...result, data: { id, session, address: null, offset: start } };
  }
  const wanted = Math.min(stretchBytes, source.bytes - known.offset);
  const bytes = await source.read(known.offset, wanted);
  const result = await http.send(
    {
      operation: 'media.upload',
      endpoint: 'upload',
      method: 'POST',
      path,
      effect: 'upload',
      costMicros: 0,
      timeoutMs,
      body: {
        kind: 'multipart',
        fields: {
          upload_phase: 'transfer',
          upload_session_id: known.session ?? '',
          start_offset: String(known.offset),
        },
        file: { name: 'video_file_chunk', fileName: source.fileName, mimeType: source.mimeType, bytes },
      },
      accepts: [400],
      answer: z.union([transferred, corrected]),
    },
    { signal },
  );
  if (!result.ok) return result;
  const { start_offset: next } = result.data;
  if (result.status === 400 && next === known.offset) return { ok: false, failure: stuck };
  return { ...result, data: { ...known, offset: next } };
};

/** Facebook wants the very piece that it refuses. */
const stuck: Failure = {
  code: 'unavailable',
  reach: 'refused',
  retryAt: null,
  detail: 'The upload does not go on.',
  status: 400,
};

const atOnce = async (run: Run, known: PreparedVideo | null): Promise<CallResult<PreparedVideo>> => {
  const { http, source, signal, path } = run;
  if (known === null) {
    const result = await http.send(
      {
        operation: 'media.start',
        endpoint: 'api',
        method: 'POST',
        path,
        effect: 'upload',
        costMicros: 0,
        body: { kind: 'form', value: { upload_phase: 'start' } },
        answer: begun,
      },
      { signal },
    );
    if (!result.ok) return result;
    const { video_id: id, upload_url: address } = result.data;
    return { ...result, data: { id, address, session: null, offset: 0 } };
  }
  const status = await videoStatus(http, known.id);
  if (!status.ok) return status;
  const from = Math.min(status.data.bytesThere, source.bytes);
  if (from === source.bytes) return { ...status, data: { ...known, offset: from } };
  const bytes = await source.read(from, source.bytes - from);
  const result = await http.send(
    {
      operation: 'media.bytes',
      endpoint: 'upload',
      method: 'POST',
      path: '/',
      address: known.address ?? '',
      authorization: 'oauth',
      headers: { offset: String(from), file_size: String(source.bytes) },
      effect: 'upload',
      costMicros: 0,
      timeoutMs,
      body: { kind: 'bytes', value: bytes, mimeType: 'application/octet-stream' },
      answer: received,
    },
    { signal },
  );
  return result.ok ? { ...result, data: { ...known, offset: source.bytes } } : result;
};
