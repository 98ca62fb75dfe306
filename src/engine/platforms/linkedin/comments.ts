import { z } from 'zod';
import type { CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { without } from './wire/reading.ts';
import { addressOf, authorOf, encoded, isOrganization, madeAt } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

const largestPage = 100;

const page = z.object({
  elements: z.array(
    z.object({
      id: z.union([z.string(), z.int()]).nullish(),
      $URN: z.string().nullish(),
      commentUrn: z.string().nullish(),
      actor: z.string(),
      created: z.object({ time: z.int().nullish() }).nullish(),
      message: z.object({ text: z.string() }),
    }),
  ),
});

/** Comments by others under a page's posts, newest first (GET /rest/socialActions/:urn/comments). */
export const comments: NonNullable<PlatformApi['comments']> = async (http, account, options) => {
  if (!isOrganization(account.facts)) return without([]);
  const own = authorOf(account);
  const found: RemoteMention[] = [];
  let last: CallResult<unknown> | null = null;
  for (const { remoteId: post } of options.posts) {
    const result = await http.send({
      operation: 'comments.list',
      endpoint: 'api',
      method: 'GET',
      path: `/rest/socialActions/${encoded(post)}/comments`,
      query: { start: '0', count: String(largestPage) },
      headers: restHeaders,
      effect: 'read',
      costMicros: 0,
      answer: page,
    });
    if (!result.ok && result.failure.status === 404) continue;
    if (!result.ok) return result;
    last = result;
    for (const comment of result.data.elements) {
      if (comment.actor === own) continue;
      const urn = comment.commentUrn ?? comment.$URN ?? `urn:li:comment:(${post},${comment.id ?? ''})`;
      const at = comment.created?.time ?? madeAt(urn) ?? 0;
      if (options.since !== null && at < options.since) continue;
      found.push({
        remoteId: urn,
        kind: 'comment',
        onPost: post,
        // LinkedIn tells who it was by number only.
        author: comment.actor.slice(comment.actor.lastIndexOf(':') + 1),
        authorName: '',
        text: comment.message.text,
        at,
        url: addressOf(account.webOrigin, urn),
      });
    }
  }
  const newest = found.toSorted((one, other) => other.at - one.at).slice(0, options.limit);
  return last?.ok === true ? { ...last, data: newest } : without(newest);
};
