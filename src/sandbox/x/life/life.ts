import { Life } from '../../life/life.ts';
import type { Invented } from '../../life/invented.ts';
import { castOf, puttingPosts } from '../../life/cast.ts';
import { growing } from '../metrics/growth.ts';
import { xPeople } from '../people/people.ts';
import { inventedId } from '../snowflake.ts';
import type { Post, XState } from '../state.ts';

/** What happens on X without the user. */
export function lifeOfX(dataDirectory: string, state: XState, now: number): Life {
  return new Life(
    {
      dataDirectory,
      network: 'x',
      ...castOf(xPeople),
      mentions: true,
      put: puttingPosts({
        find: (id) => state.post(id),
        write: postOf,
        add: (post) => state.add(post),
        growing,
      }),
      forgetInvented: () => state.forgetInvented(),
    },
    now,
  );
}

function postOf(invented: Invented, target: Post | undefined): Post {
  const id = inventedId(invented.at, invented.seed);
  const name = `@${invented.about.username}`;
  return {
    id,
    author: invented.author.id,
    text: target === undefined ? invented.text.replace('{name}', name) : `${name} ${invented.text}`,
    at: invented.at,
    replyTo: invented.replyTo,
    conversation: target?.conversation ?? id,
    media: invented.picture ? [`scene-${id}`] : [],
    replySettings: null,
    poll: null,
    invented: true,
  };
}
