import { z } from 'zod';
import type { AccountHttp, CallResult, RawAnswer } from '../../../http/call.ts';
import { videoSchema } from './video.ts';

/** Google takes pieces of a multiple of this many bytes; only the last one may be shorter. */
const pieceUnit = 256 * 1_024;
/** Bytes sent at once. */
export const pieceBytes = 32 * pieceUnit;

/**
 * Where the last piece begins, which makes the video when it arrives. It is as short as can be, so that the request that
 * must not be repeated blindly is, too.
 */
export const lastPieceAt = (bytes: number): number =>
  Math.floor(Math.max(0, bytes - 1) / pieceUnit) * pieceUnit;

const handleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), address: z.string(), bytes: z.int() }),
  z.object({ kind: z.literal('comment') }),
]);
/** An upload session, or a comment, for which nothing is prepared. */
export type Handle = z.infer<typeof handleSchema>;

export const writeHandle = (handle: Handle): string => JSON.stringify(handle);

/** Null where it is none of ours. */
export const readHandle = (text: string | null): Handle | null => {
  try {
    return handleSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
};

export type Session = Extract<Handle, { kind: 'session' }>;

const position = z.discriminatedUnion('kind', [
  /** So many bytes from the beginning have arrived. */
  z.object({ kind: z.literal('incomplete'), stored: z.int() }),
  /** All have, and this is the video. */
  z.object({ kind: z.literal('complete'), video: videoSchema }),
]);
export type Position = z.infer<typeof position>;

/** 308 tells what has arrived, nothing where it names no range (resumable upload protocol). */
const readPosition = ({ status, headers, body }: RawAnswer): unknown => {
  if (status !== 308) return { kind: 'complete', video: body };
  const last = /^bytes=0-(\d{1,15})$/.exec(headers.get('range') ?? '')?.[1];
  return { kind: 'incomplete', stored: last === undefined ? 0 : Number(last) + 1 };
};

const step = {
  endpoint: 'upload',
  path: '/upload/youtube/v3/videos',
  method: 'PUT',
  costMicros: 0,
  accepts: [308],
  read: readPosition,
  answer: position,
} as const;

/** Asks an upload session how far it has come. It may be asked at any time. */
export const askSession = (
  http: AccountHttp,
  { address, bytes }: Session,
  signal?: AbortSignal,
): Promise<CallResult<Position>> =>
  http.send(
    {
      ...step,
      operation: 'media.status',
      effect: 'upload',
      address,
      headers: { 'content-range': `bytes */${bytes}` },
    },
    { ...(signal !== undefined && { signal }) },
  );

interface Piece {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** Sends bytes that do not complete the upload. */
export const sendPiece = (
  http: AccountHttp,
  session: Session,
  piece: Piece,
  signal?: AbortSignal,
): Promise<CallResult<Position>> =>
  http.send(
    { ...step, operation: 'media.append', effect: 'upload', timeoutMs: 600_000, ...content(session, piece) },
    { ...(signal !== undefined && { signal }) },
  );

/** Sends the bytes that complete the upload: with them the video comes into being. */
export const sendLastPiece = (
  http: AccountHttp,
  session: Session,
  piece: Piece,
): Promise<CallResult<Position>> =>
  http.send({
    ...step,
    operation: 'posts.create',
    effect: 'write',
    timeoutMs: 120_000,
    ...content(session, piece),
  });

const content = (session: Session, { at, bytes, mimeType }: Piece) => ({
  address: session.address,
  headers: { 'content-range': `bytes ${at}-${at + bytes.length - 1}/${session.bytes}` },
  body: { kind: 'bytes', value: bytes, mimeType } as const,
});
