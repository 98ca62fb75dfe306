import { z } from 'zod';
import type { AccountHttp } from '../../../http/call.ts';
import type { UploadSource } from '../../publishing.ts';
import { prices } from '../prices.ts';

const mebibyte = 1_048_576;
/** X takes segments 0 to 999. */
const mostSegments = 1_000;

const processingInfo = z.object({
  state: z.string(),
  check_after_secs: z.number().nullish(),
  progress_percent: z.number().nullish(),
  error: z.object({ name: z.string().nullish(), message: z.string().nullish() }).nullish().catch(null),
});
export type ProcessingInfo = z.infer<typeof processingInfo>;

const medium = z.object({
  data: z.object({
    id: z.string().min(1),
    expires_after_secs: z.number().nullish(),
    processing_info: processingInfo.nullish(),
  }),
});

/** The answer to a step whose success is all there is to know. */
const acknowledged = z.unknown();

const categories = { image: 'tweet_image', gif: 'tweet_gif', video: 'tweet_video' } as const;

const step = { endpoint: 'upload', method: 'POST', effect: 'upload', costMicros: 0 } as const;

/** The requests of X's chunked media upload (v2, dedicated endpoints). Each may be repeated. */
export const uploadCalls = {
  /** How large each segment of a file is: 1 MiB, more where the file would need over 1,000. */
  segmentBytes: (bytes: number): number =>
    Math.max(1, Math.ceil(bytes / (mostSegments * mebibyte))) * mebibyte,

  initialize: (http: AccountHttp, source: UploadSource, signal: AbortSignal) =>
    http.send(
      {
        ...step,
        operation: 'media.initialize',
        path: '/2/media/upload/initialize',
        answer: medium,
        body: {
          kind: 'json',
          value: {
            media_type: source.mimeType,
            total_bytes: source.bytes,
            media_category: categories[source.kind],
          },
        },
      },
      { signal },
    ),

  append: (
    http: AccountHttp,
    source: UploadSource,
    id: string,
    segment: { index: number; bytes: Uint8Array },
    signal: AbortSignal,
  ) =>
    http.send(
      {
        ...step,
        operation: 'media.append',
        path: `/2/media/upload/${encodeURIComponent(id)}/append`,
        answer: acknowledged,
        timeoutMs: 120_000,
        body: {
          kind: 'multipart',
          fields: { segment_index: String(segment.index) },
          file: { name: 'media', fileName: 'media', mimeType: source.mimeType, bytes: segment.bytes },
        },
      },
      { signal },
    ),

  finalize: (http: AccountHttp, id: string, signal: AbortSignal) =>
    http.send(
      {
        ...step,
        operation: 'media.finalize',
        path: `/2/media/upload/${encodeURIComponent(id)}/finalize`,
        answer: medium,
        timeoutMs: 60_000,
      },
      { signal },
    ),

  status: (http: AccountHttp, id: string, signal: AbortSignal) =>
    http.send(
      {
        ...step,
        operation: 'media.status',
        method: 'GET',
        path: '/2/media/upload',
        query: { media_id: id, command: 'STATUS' },
        effect: 'read',
        answer: medium,
      },
      { signal },
    ),

  describe: (http: AccountHttp, id: string, altText: string, signal: AbortSignal) =>
    http.send(
      {
        ...step,
        operation: 'media.metadata',
        path: '/2/media/metadata',
        answer: acknowledged,
        costMicros: prices.mediaMetadata,
        body: { kind: 'json', value: { id, metadata: { alt_text: { text: altText } } } },
      },
      { signal },
    ),
};
