import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import type { UploadProgress } from '../publishing.ts';
import { blobRef } from './wire/schemas.ts';
import type { BlobRef } from './wire/schemas.ts';
import { procedure } from './wire/xrpc.ts';

const uploaded = z.object({ blob: blobRef });

/** Servers drop what no record refers to after some hours; an upload older than this is done anew. */
const lifeMs = 3_600_000;
const expiryMarginMs = 10 * 60_000;

/** Real milliseconds for one upload: 50 MB at 1 Mbit/s take about seven minutes. */
const timeoutMs = 600_000;

/**
 * Brings one picture or video to the account's server as a blob (`com.atproto.repo.uploadBlob`). Repeating it gives the
 * same blob, because it is named by its content. Videos are converted after the post is out.
 */
export const upload: PlatformApi['upload'] = async (http, source, progress, context) => {
  const now = context.now();
  if (progress !== null && progress.finalized && progress.expiresAt - expiryMarginMs > now) {
    return { state: 'ready', media: { remoteId: progress.remoteId, expiresAt: progress.expiresAt } };
  }
  const bytes = await source.read(0, source.bytes);
  if (bytes.length !== source.bytes) {
    const detail = 'The file is shorter than it was.';
    return {
      state: 'failed',
      failure: { code: 'media_invalid', reach: 'not_sent', retryAt: null, detail, status: null },
    };
  }
  const result = await procedure(http, 'media.upload', 'com.atproto.repo.uploadBlob', {
    body: { kind: 'bytes', value: bytes, mimeType: source.mimeType },
    effect: 'upload',
    answer: uploaded,
    timeoutMs,
    signal: context.signal,
  });
  if (!result.ok) return { state: 'failed', failure: result.failure };
  const done: UploadProgress = {
    remoteId: JSON.stringify(result.data.blob),
    nextOffset: source.bytes,
    finalized: true,
    altTextSet: true,
    expiresAt: context.now() + lifeMs,
  };
  context.saved(done);
  return { state: 'ready', media: { remoteId: done.remoteId, expiresAt: done.expiresAt } };
};

/** The blob behind an uploaded medium's id; null where it is none. */
export const blobOf = (remoteId: string): BlobRef | null => {
  try {
    return blobRef.safeParse(JSON.parse(remoteId)).data ?? null;
  } catch {
    return null;
  }
};
