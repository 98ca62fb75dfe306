import { Life } from '../../life/life.ts';
import type { Invented } from '../../life/invented.ts';
import { pastTexts } from '../../life/texts.ts';
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
      writers: xPeople.practicePeople,
      others: xPeople.passersBy,
      texts: ({ username }) => pastTexts[username] ?? [],
      mentions: true,
      put: (invented) => {
        const target = invented.replyTo === null ? undefined : state.post(invented.replyTo);
        // A reply has nothing to hang on once its post was deleted.
        if (invented.replyTo !== null && target === undefined) return undefined;
        const post = postOf(invented, target);
        state.add(post);
        return growing(post);
      },
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
