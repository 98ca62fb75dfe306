import { fraction } from '../../seeded.ts';
import { youtubePeople } from '../people.ts';
import type { Comment } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';

/** A comment as `comments.list` writes it. */
export function commentResource(comment: Comment): object {
  const author = youtubePeople.known(comment.author);
  const at = new Date(comment.at).toISOString();
  return {
    kind: 'youtube#comment',
    etag: 'practice',
    id: comment.id,
    snippet: {
      authorDisplayName: `@${author.username}`,
      authorChannelId: { value: author.id },
      ...(comment.parent === null ? { videoId: comment.video } : { parentId: comment.parent }),
      textDisplay: comment.text,
      textOriginal: comment.text,
      canRate: true,
      viewerRating: 'none',
      likeCount: Math.floor(fraction('likes', comment.id) ** 3 * 12),
      publishedAt: at,
      updatedAt: at,
    },
  };
}

/** A comment with its newest answers, as `commentThreads.list` writes it. */
export function threadResource(
  { state }: YouTubeWorld,
  comment: Comment,
  wanted: ReadonlySet<string>,
): object {
  const answers = state.answersTo(comment.id);
  return {
    kind: 'youtube#commentThread',
    etag: 'practice',
    id: comment.id,
    ...(wanted.has('snippet') && {
      snippet: {
        videoId: comment.video,
        topLevelComment: commentResource(comment),
        canReply: true,
        totalReplyCount: answers.length,
        isPublic: true,
      },
    }),
    ...(wanted.has('replies') &&
      answers.length > 0 && {
        replies: { comments: answers.slice(-5).map((answer) => commentResource(answer)) },
      }),
  };
}
