import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PublishedPart, PublishPart } from '../publishing.ts';
import { commentUrl } from './wire/addresses.ts';
import { writing } from './wire/data-api.ts';
import { isVideoId, threadOf } from './wire/ids.ts';

const created = z.object({ id: z.string().min(1) });

type Written = Pick<PublishPart, 'account' | 'text' | 'inReplyTo' | 'root' | 'role'>;

/**
 * Writes a comment: under the delivery's video, or as an answer to a comment. YouTube knows no idempotency key for
 * them, so an unclear answer is settled by looking at the comments.
 */
export const publishComment = async (
  http: AccountHttp,
  part: Written,
): Promise<CallResult<PublishedPart>> => {
  const { account, inReplyTo } = part;
  const video = videoOf(part);
  const parent = inReplyTo !== null && !isVideoId(inReplyTo) && video === null ? threadOf(inReplyTo) : null;
  const result = await http.send({
    ...writing,
    operation: 'comments.create',
    method: 'POST',
    path: parent === null ? '/youtube/v3/commentThreads' : '/youtube/v3/comments',
    query: { part: 'snippet' },
    body: { kind: 'json', value: parent === null ? thread(part, video ?? '') : answer(part, parent) },
    answer: created,
  });
  if (!result.ok) return result;
  const { id } = result.data;
  return { ...result, data: { remoteId: id, url: commentUrl(account.webOrigin, video ?? '', id) } };
};

/** The video that a comment of one's own post goes under: YouTube has no threads among comments. */
const videoOf = ({ root, inReplyTo }: Written): string | null =>
  [root, inReplyTo].find((id) => id !== null && isVideoId(id)) ?? null;

const thread = ({ account, text }: Written, videoId: string) => ({
  snippet: {
    channelId: account.remoteId,
    videoId,
    topLevelComment: { snippet: { textOriginal: text } },
  },
});

const answer = ({ text }: Written, parentId: string) => ({ snippet: { parentId, textOriginal: text } });
