import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';

const removed = z.object({ success: z.boolean() });

/** Deletes a post, a video or a comment (DELETE /{id}). */
export const removeObject = async (
  http: AccountHttp,
  id: string,
): Promise<CallResult<{ deleted: boolean }>> => {
  const result = await http.send({
    operation: 'posts.delete',
    endpoint: 'api',
    method: 'DELETE',
    path: `/${encodeURIComponent(id)}`,
    effect: 'write',
    costMicros: 0,
    answer: removed,
  });
  return result.ok ? { ...result, data: { deleted: result.data.success } } : result;
};

export const remove: NonNullable<PlatformApi['remove']> = (http, _account, remoteId) =>
  removeObject(http, remoteId);
