import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PublishedPart, PublishPart } from '../publishing.ts';
import { createCost } from './cost.ts';
import { postUrl } from './wire/addresses.ts';

const created = z.object({ data: z.object({ id: z.string().min(1) }) });

/** Creates one post (POST /2/tweets). X has no idempotency key: an unclear answer must be settled, never repeated. */
export const publish = async (
  http: AccountHttp,
  part: Pick<PublishPart, 'account' | 'text' | 'mediaIds' | 'inReplyTo'>,
): Promise<CallResult<PublishedPart>> => {
  const result = await http.send({
    operation: 'posts.create',
    endpoint: 'api',
    method: 'POST',
    path: '/2/tweets',
    effect: 'write',
    costMicros: createCost(part.text),
    answer: created,
    body: {
      kind: 'json',
      value: {
        ...(part.text !== '' && { text: part.text }),
        ...(part.mediaIds.length > 0 && { media: { media_ids: part.mediaIds } }),
        ...(part.inReplyTo !== null && { reply: { in_reply_to_tweet_id: part.inReplyTo } }),
      },
    },
  });
  if (!result.ok) return result;
  const { id } = result.data.data;
  return {
    ...result,
    data: { remoteId: id, url: postUrl(part.account.webOrigin, part.account.username, id) },
  };
};
