import { z } from 'zod';
import type { AccountHttp } from '../../../http/call.ts';
import { contentRange } from '../chunks.ts';
import type { ChunkPlan } from '../chunks.ts';
import { enveloped } from './envelope.ts';

const begun = enveloped(z.object({ publish_id: z.string().min(1), upload_url: z.string().min(1) }));
const accepted = enveloped(z.object({ publish_id: z.string().min(1) }));

const creatorInfo = enveloped(
  z.object({
    creator_username: z.string().nullish(),
    creator_nickname: z.string().nullish(),
    privacy_level_options: z.array(z.string()).catch([]),
    comment_disabled: z.boolean().catch(false),
    duet_disabled: z.boolean().catch(false),
    stitch_disabled: z.boolean().catch(false),
    max_video_post_duration_sec: z.int().positive().nullish().catch(null),
  }),
);

const status = enveloped(
  z.object({
    status: z.string(),
    fail_reason: z.string().nullish(),
    /** TikTok spells it so. Ids that a number cannot hold are strings of their digits. */
    publicaly_available_post_id: z
      .array(z.union([z.string(), z.int().transform(String)]))
      .nullish()
      .catch(null),
    uploaded_bytes: z.coerce.number().int().nullish().catch(null),
  }),
);
export type PublicationStatus = z.infer<typeof status>['data'];

/** `publishing` budgets of TikTok's: calls a minute of one user's token. */
export const quotas = [
  { bucket: 'init', limit: 6, of: 'account', refills: { kind: 'window', ms: 60_000 } },
  { bucket: 'status', limit: 30, of: 'account', refills: { kind: 'window', ms: 60_000 } },
  { bucket: 'creator', limit: 20, of: 'account', refills: { kind: 'window', ms: 60_000 } },
] as const;

const free = { endpoint: 'api', method: 'POST', costMicros: 0 } as const;

/** The requests of the Content Posting API. */
export const calls = {
  /** Who posts, and what is open to them now. Asked before each direct post, as TikTok's rules want. */
  creatorInfo: (http: AccountHttp, signal?: AbortSignal) =>
    http.send(
      {
        ...free,
        operation: 'creator.info',
        path: '/v2/post/publish/creator_info/query/',
        effect: 'read',
        quota: { bucket: 'creator', units: 1 },
        answer: creatorInfo,
      },
      signal === undefined ? {} : { signal },
    ),

  /** Begins a video. Nothing comes of it until all its bytes have arrived, so that it may be repeated. */
  beginVideo: (
    http: AccountHttp,
    { info, plan }: { readonly info: Readonly<Record<string, unknown>> | null; readonly plan: ChunkPlan },
    signal: AbortSignal,
  ) =>
    http.send(
      {
        ...free,
        operation: 'containers.create',
        path: info === null ? '/v2/post/publish/inbox/video/init/' : '/v2/post/publish/video/init/',
        effect: 'upload',
        quota: { bucket: 'init', units: 1 },
        answer: begun,
        body: {
          kind: 'json',
          value: {
            ...(info !== null && { post_info: info }),
            source_info: {
              source: 'FILE_UPLOAD',
              video_size: plan.videoBytes,
              chunk_size: plan.chunkBytes,
              total_chunk_count: plan.count,
            },
          },
        },
      },
      { signal },
    ),

  /** One chunk but the last. */
  putChunk: (http: AccountHttp, chunk: Chunk, signal: AbortSignal) =>
    http.send({ ...put(chunk), operation: 'media.append', effect: 'upload' }, { signal }),

  /** The last chunk, with which the video is complete and TikTok makes a post or a draft of it. */
  putLast: (http: AccountHttp, chunk: Chunk) =>
    http.send({
      ...put(chunk),
      operation: 'posts.create',
      effect: 'write',
      // Over, unknown, or other bytes are wanted: what became of the video is then asked for.
      accepts: [403, 404, 416],
    }),

  /** Photos, which TikTok fetches: with the answer they are on their way, so this is the post itself. */
  publishPhotos: (http: AccountHttp, body: Readonly<Record<string, unknown>>) =>
    http.send({
      ...free,
      operation: 'posts.create',
      path: '/v2/post/publish/content/init/',
      effect: 'write',
      quota: { bucket: 'init', units: 1 },
      answer: accepted,
      body: { kind: 'json', value: body },
    }),

  /** What became of a publication. */
  status: (http: AccountHttp, publishId: string) =>
    http.send({
      ...free,
      operation: 'containers.status',
      path: '/v2/post/publish/status/fetch/',
      effect: 'read',
      quota: { bucket: 'status', units: 1 },
      answer: status,
      body: { kind: 'json', value: { publish_id: publishId } },
    }),
};

interface Chunk {
  readonly uploadUrl: string;
  readonly plan: ChunkPlan;
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** The address is its own right: no token goes along. */
const put = ({ uploadUrl, plan, index, bytes, mimeType }: Chunk) =>
  ({
    endpoint: 'upload',
    method: 'PUT',
    path: '/video/',
    address: uploadUrl,
    authorization: 'none',
    headers: { 'content-range': contentRange(plan, index) },
    body: { kind: 'bytes', value: bytes, mimeType },
    answer: z.unknown(),
    costMicros: 0,
    timeoutMs: 180_000,
  }) as const;
