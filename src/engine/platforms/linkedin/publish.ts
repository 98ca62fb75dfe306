import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PublishedPart, PublishPart } from '../publishing.ts';
import { postBody } from './post-content.ts';
import { addressOf, authorOf, encoded } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

const created = z.object({ id: z.string().startsWith('urn:li:') });

/** LinkedIn names a comment by a number, and under other names by its URN. */
const commented = z.object({
  $URN: z.string().nullish(),
  commentUrn: z.string().nullish(),
  id: z.union([z.string(), z.int()]).nullish(),
  object: z.string().nullish(),
});

/** Publishes the first part as a post, and every other one as a comment under it. */
export const publish = (http: AccountHttp, part: PublishPart): Promise<CallResult<PublishedPart>> => {
  const under = part.root ?? part.inReplyTo;
  return under === null ? publishPost(http, part) : publishComment(http, part, under);
};

/** POST /rest/posts. The id comes in a header; the body is empty. */
const publishPost = async (http: AccountHttp, part: PublishPart): Promise<CallResult<PublishedPart>> => {
  const result = await http.send({
    operation: 'posts.create',
    endpoint: 'api',
    method: 'POST',
    path: '/rest/posts',
    headers: restHeaders,
    effect: 'write',
    costMicros: 0,
    body: { kind: 'json', value: postBody(part) },
    read: ({ headers }) => ({ id: headers.get('x-restli-id') ?? headers.get('x-linkedin-id') }),
    answer: created,
  });
  if (!result.ok) return result;
  const { id } = result.data;
  return { ...result, data: { remoteId: id, url: addressOf(part.account.webOrigin, id) } };
};

/** POST /rest/socialActions/:urn/comments. A comment's text is plain: nothing in it is escaped. */
const publishComment = async (
  http: AccountHttp,
  part: PublishPart,
  under: string,
): Promise<CallResult<PublishedPart>> => {
  const result = await http.send({
    operation: 'comments.create',
    endpoint: 'api',
    method: 'POST',
    path: `/rest/socialActions/${encoded(under)}/comments`,
    headers: restHeaders,
    effect: 'write',
    costMicros: 0,
    body: {
      kind: 'json',
      value: { actor: authorOf(part.account), object: under, message: { text: part.text } },
    },
    answer: commented,
  });
  if (!result.ok) return result;
  const { $URN: urn, commentUrn, id, object } = result.data;
  const remoteId = commentUrn ?? urn ?? `urn:li:comment:(${object ?? under},${id ?? ''})`;
  return { ...result, data: { remoteId, url: addressOf(part.account.webOrigin, remoteId) } };
};
