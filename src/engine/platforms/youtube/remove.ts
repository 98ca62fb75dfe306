import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { writing } from './wire/data-api.ts';
import { isVideoId } from './wire/ids.ts';

/** Deletes a video or a comment. `deleted` is false where it was gone already. */
export const remove: NonNullable<PlatformApi['remove']> = async (http, _account, remoteId) => {
  const result = await http.send({
    ...writing,
    operation: isVideoId(remoteId) ? 'posts.delete' : 'comments.delete',
    method: 'DELETE',
    path: isVideoId(remoteId) ? '/youtube/v3/videos' : '/youtube/v3/comments',
    query: { id: remoteId },
    answer: z.unknown(),
  });
  if (result.ok) return { ...result, data: { deleted: true } };
  return result.failure.status === 404
    ? { ok: true, data: { deleted: false }, status: 404, fromCache: false, readAt: 0 }
    : result;
};
