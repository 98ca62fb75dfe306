import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { prices } from './prices.ts';

const removed = z.object({ data: z.object({ deleted: z.boolean() }) });

/** Deletes a post (DELETE /2/tweets/:id). */
export const remove: NonNullable<PlatformApi['remove']> = async (http, _account, remoteId) => {
  const result = await http.send({
    operation: 'posts.delete',
    endpoint: 'api',
    method: 'DELETE',
    path: `/2/tweets/${encodeURIComponent(remoteId)}`,
    effect: 'write',
    costMicros: prices.delete,
    answer: removed,
  });
  return result.ok ? { ...result, data: { deleted: result.data.data.deleted } } : result;
};
