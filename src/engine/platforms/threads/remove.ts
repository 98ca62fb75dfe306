import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { graphPath } from './graph.ts';

const removed = z.object({ success: z.boolean() });

/** Deletes a post (DELETE /:id); Threads takes 100 of these in 24 hours. */
export const remove: NonNullable<PlatformApi['remove']> = async (http, _account, remoteId) => {
  const result = await http.send({
    operation: 'posts.delete',
    endpoint: 'api',
    method: 'DELETE',
    path: graphPath(remoteId),
    effect: 'write',
    costMicros: 0,
    answer: removed,
  });
  return result.ok ? { ...result, data: { deleted: result.data.success } } : result;
};
