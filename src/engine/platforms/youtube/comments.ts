import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { commentUrl } from './wire/addresses.ts';
import { readComments } from './wire/comments.ts';

/** Comments of others under all videos of the channel, newest first, whichever posts are asked about. */
export const comments: NonNullable<PlatformApi['comments']> = async (http, account, { since, limit }) => {
  const result = await readComments(http, account.remoteId, { since, limit });
  if (!result.ok) return result;
  const others = result.data
    .filter(({ authorId }) => authorId !== account.remoteId)
    .map((comment): RemoteMention => ({
      remoteId: comment.id,
      kind: comment.parent === null ? 'comment' : 'reply',
      onPost: comment.videoId,
      author: comment.author.replace(/^@/, ''),
      authorName: comment.author,
      text: comment.text,
      at: comment.at,
      url: comment.videoId === null ? null : commentUrl(account.webOrigin, comment.videoId, comment.id),
    }));
  return { ...result, data: others };
};
