import { z } from 'zod';
import type { AccountHttp, Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishPart, UploadSource } from '../publishing.ts';
import type { StageResult } from '../settling.ts';
import { videoOf } from './media.ts';
import { metadataOf } from './metadata.ts';
import { chosenOf } from './options.ts';
import { budget } from './quotas.ts';
import { noVideo, shortFile } from './upload-failures.ts';
import { askSession, lastPieceAt, pieceBytes, readHandle, sendPiece, writeHandle } from './wire/session.ts';
import type { Session } from './wire/session.ts';

/** Google keeps a session for about a week. It is used a day less, so that it does not end under an upload. */
const usedForMs = 6 * 86_400_000;
/** After so many pieces the job comes back to the queue, so that a long upload holds up nothing. */
const piecesAVisit = 8;

type Stage = NonNullable<PlatformApi['stage']>;
type Context = Parameters<Stage>[3];

/**
 * Opens an upload session, then uploads all but the last piece, going on where the session says it stands. The session
 * is handed back before the first byte, so that an interrupted upload is found again.
 */
export const stage: Stage = async (http, part, earlier, context) => {
  const expiresAt = context.now() + usedForMs;
  if (part.role !== 'post') {
    return { state: 'ready', staged: { handle: writeHandle({ kind: 'comment' }), expiresAt } };
  }
  const video = videoOf(part.media);
  if (video === undefined) return failed(noVideo, false);
  const session = readHandle(earlier?.handle ?? null);
  return earlier === null || session?.kind !== 'session' || session.bytes !== video.bytes
    ? await open(http, part, video, context)
    : await goOn(http, { part, video, session, expiresAt: earlier.expiresAt }, context);
};

const open = async (
  http: AccountHttp,
  part: PublishPart,
  video: UploadSource,
  { now, signal }: Context,
): Promise<StageResult> => {
  const result = await http.send(
    {
      operation: 'media.initialize',
      endpoint: 'upload',
      method: 'POST',
      path: '/upload/youtube/v3/videos',
      query: {
        uploadType: 'resumable',
        part: 'snippet,status',
        notifySubscribers: String(chosenOf(part.options).notifySubscribers),
      },
      headers: {
        'x-upload-content-type': video.mimeType,
        'x-upload-content-length': String(video.bytes),
      },
      body: { kind: 'json', value: metadataOf(part) },
      effect: 'upload',
      quota: budget.insert,
      costMicros: 0,
      read: ({ headers }) => headers.get('location'),
      answer: z.url(),
    },
    { signal },
  );
  if (!result.ok) return failed(result.failure, true);
  const handle = writeHandle({ kind: 'session', address: result.data, bytes: video.bytes });
  return { state: 'processing', staged: { handle, expiresAt: now() + usedForMs }, askAt: now() };
};

interface Upload {
  readonly part: PublishPart;
  readonly video: UploadSource;
  readonly session: Session;
  readonly expiresAt: number;
}

const goOn = async (
  http: AccountHttp,
  { part, video, session, expiresAt }: Upload,
  context: Context,
): Promise<StageResult> => {
  const { signal } = context;
  const staged = { handle: writeHandle(session), expiresAt };
  let position = await askSession(http, session, signal);
  if (!position.ok && isGone(position.failure)) return await open(http, part, video, context);
  for (let piece = 0; piece <= piecesAVisit; piece += 1) {
    if (!position.ok) return failed(position.failure, isGone(position.failure));
    const stored = position.data.kind === 'complete' ? session.bytes : position.data.stored;
    const missing = lastPieceAt(session.bytes) - stored;
    if (missing <= 0) return { state: 'ready', staged };
    if (piece === piecesAVisit) break;
    const wanted = Math.min(pieceBytes, missing);
    const bytes = await video.read(stored, wanted);
    if (bytes.length !== wanted) return failed(shortFile, true);
    position = await sendPiece(http, session, { at: stored, bytes, mimeType: video.mimeType }, signal);
  }
  return { state: 'processing', staged, askAt: context.now() };
};

/** The session has ended, or Google does not know it. Nothing was made of it, for its last piece was never sent. */
const isGone = ({ reach, status }: Failure): boolean =>
  reach === 'refused' && (status === 404 || status === 410);

const failed = (failure: Failure, spent: boolean): StageResult => ({ state: 'failed', failure, spent });
