import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { graphTime } from '../meta/timestamp.ts';

const phase = z
  .object({
    status: z.string().catch(''),
    bytes_transfered: z.int().nonnegative().optional().catch(undefined),
    publish_status: z.string().optional().catch(undefined),
    errors: z
      .array(z.object({ message: z.string().catch('') }))
      .optional()
      .catch(undefined),
    error: z
      .object({ message: z.string().catch('') })
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined);

const video = z.object({
  status: z
    .object({
      video_status: z.string().catch(''),
      uploading_phase: phase,
      processing_phase: phase,
      publishing_phase: phase,
    })
    .optional()
    .catch(undefined),
  published: z.boolean().optional().catch(undefined),
  post_id: z.string().optional().catch(undefined),
  permalink_url: z.string().optional().catch(undefined),
  scheduled_publish_time: z.union([z.string(), z.number()]).optional().catch(undefined),
  created_time: z.string().optional().catch(undefined),
});

/** How far a video is. */
export interface VideoStatus {
  readonly state: 'published' | 'scheduled' | 'ready' | 'working' | 'refused' | 'expired';
  readonly bytesThere: number;
  /** Why it was refused, in Facebook's words. */
  readonly detail: string;
  readonly postId: string | null;
  /** As Facebook gives it: may be a path. */
  readonly permalink: string | null;
  /** Epoch ms. */
  readonly scheduledFor: number | null;
  readonly createdAt: number | null;
}

/** Asks how far a video is (GET /{video}). */
export const videoStatus = async (http: AccountHttp, id: string): Promise<CallResult<VideoStatus>> => {
  const result = await http.send({
    operation: 'videos.status',
    endpoint: 'api',
    method: 'GET',
    path: `/${encodeURIComponent(id)}`,
    query: { fields: 'status,published,post_id,permalink_url,scheduled_publish_time,created_time' },
    effect: 'read',
    costMicros: 0,
    answer: video,
  });
  if (!result.ok) return result;
  const { status, post_id: postId, permalink_url: permalink } = result.data;
  return {
    ...result,
    data: {
      state: stateOf(result.data),
      bytesThere: status?.uploading_phase?.bytes_transfered ?? 0,
      detail:
        status?.processing_phase?.errors?.[0]?.message ??
        status?.processing_phase?.error?.message ??
        status?.uploading_phase?.error?.message ??
        '',
      postId: postId ?? null,
      permalink: permalink ?? null,
      scheduledFor: graphTime(result.data.scheduled_publish_time),
      createdAt: graphTime(result.data.created_time),
    },
  };
};

const stateOf = ({
  status,
  published,
  scheduled_publish_time: scheduledFor,
}: z.infer<typeof video>): VideoStatus['state'] => {
  const name = status?.video_status ?? '';
  const publishing = status?.publishing_phase;
  const failed = [status?.uploading_phase, status?.processing_phase, publishing].some(
    (phase) => phase?.status === 'error',
  );
  if (failed || name === 'error' || name === 'upload_failed') return 'refused';
  if (name === 'expired') return 'expired';
  const said = publishing?.publish_status ?? '';
  if (said === 'published' || (publishing?.status === 'complete' && said === '')) return 'published';
  if (said === 'scheduled' || (scheduledFor !== undefined && published !== true)) return 'scheduled';
  if (published === true && name === 'ready') return 'published';
  return name === 'ready' ? 'ready' : 'working';
};
