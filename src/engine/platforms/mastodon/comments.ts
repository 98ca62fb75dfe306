import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { read } from './wire/calls.ts';
import { mentionOf, publishedAt } from './wire/post-reading.ts';
import { statuses } from './wire/schemas.ts';

const context = z.object({ descendants: statuses });

/** Everything that others wrote under these posts (`GET /api/v1/statuses/:id/context`), newest first, as far as the server knows it. */
export const comments: NonNullable<PlatformApi['comments']> = async (http, account, options) => {
  const { posts, since, limit } = options;
  const found = new Map<string, RemoteMention>();
  let readAt = 0;
  for (const { remoteId } of posts) {
    const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}/context`;
    const result = await read(http, 'comments.list', path, context);
    if (!result.ok) {
      if (result.failure.status === 404) continue;
      return result;
    }
    readAt = result.readAt;
    for (const reply of result.data.descendants) {
      const isFresh = since === null || publishedAt(reply) >= since;
      if (reply.account.id !== account.remoteId && isFresh) {
        found.set(reply.id, mentionOf(reply, 'reply', remoteId));
      }
    }
  }
  const newest = [...found.values()].sort((one, other) => other.at - one.at).slice(0, limit);
  return { ok: true, data: newest, status: 200, fromCache: false, readAt };
};
