import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';

/** Deletes a post (`DELETE /api/v1/statuses/:id`). */
export const remove: NonNullable<PlatformApi['remove']> = async (http, _account, remoteId) => {
  const result = await http.send({
    operation: 'posts.delete',
    endpoint: 'api',
    method: 'DELETE',
    path: `/api/v1/statuses/${encodeURIComponent(remoteId)}`,
    effect: 'write',
    costMicros: 0,
    answer: z.unknown(),
  });
  return result.ok ? { ...result, data: { deleted: true } } : result;
};
