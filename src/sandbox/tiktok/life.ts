import { Life } from '../life/life.ts';
import { castOf } from '../life/cast.ts';
import { tiktokPeople } from './people/people.ts';
import { postIdAt } from './state.ts';
import type { Post, TikTokState } from './state.ts';
import { growing } from './videos/growth.ts';

/** What happens on TikTok without the user: the past of the practice people, and comments, of which only the number is told. */
export function lifeOfTikTok(dataDirectory: string, state: TikTokState, now: number): Life {
  return new Life(
    {
      dataDirectory,
      network: 'tiktok',
      ...castOf(tiktokPeople),
      mentions: false,
      put: (invented) => {
        if (invented.replyTo !== null) {
          state.comment(invented.replyTo, invented.at);
          return undefined;
        }
        const post: Post = {
          id: postIdAt(invented.at, invented.seed),
          author: invented.author.id,
          text: invented.text,
          at: invented.at,
          kind: 'video',
          isPublic: !tiktokPeople.known(invented.author.id).isPrivate,
          visibleAt: invented.at,
          refused: false,
          media: [],
          invented: true,
        };
        state.add(post);
        return growing(post);
      },
      forgetInvented: () => state.forgetInvented(),
    },
    now,
  );
}
