import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { authorOf, commentParts, encoded } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

/** Deletes a post (DELETE /rest/posts/:urn) or a comment under one. What is gone already counts as deleted. */
export const remove: NonNullable<PlatformApi['remove']> = async (http, account, remoteId) => {
  const comment = commentParts(remoteId);
  const result = await http.send({
    operation: comment === null ? 'posts.delete' : 'comments.delete',
    endpoint: 'api',
    method: 'DELETE',
    path:
      comment === null
        ? `/rest/posts/${encoded(remoteId)}`
        : `/rest/socialActions/${encoded(comment.post)}/comments/${comment.id}`,
    headers: restHeaders,
    ...(comment !== null && { query: { actor: authorOf(account) } }),
    effect: 'write',
    costMicros: 0,
    accepts: [404],
    answer: z.unknown(),
  });
  return result.ok ? { ...result, data: { deleted: true } } : result;
};
