import type { Invented } from '../life/invented.ts';
import { Life } from '../life/life.ts';
import { castOf, puttingPosts } from '../life/cast.ts';
import { mastodonPeople } from './people.ts';
import type { MastodonState, Status } from './state.ts';
import { growing } from './statuses/represent.ts';

/** What happens on the server without the user. */
export function lifeOfMastodon(dataDirectory: string, state: MastodonState, now: number): Life {
  return new Life(
    {
      dataDirectory,
      network: 'mastodon',
      ...castOf(mastodonPeople),
      mentions: true,
      put: puttingPosts({
        find: (id) => state.status(id),
        write: statusOf,
        add: (status) => state.add(status),
        growing,
      }),
      forgetInvented: () => state.forgetInvented(),
    },
    now,
  );
}

function statusOf(invented: Invented): Status {
  const name = `@${invented.about.username}`;
  return {
    id: String((BigInt(invented.at) << 16n) | BigInt(invented.seed & 0xffff)),
    author: invented.author.id,
    text: invented.replyTo === null ? invented.text.replace('{name}', name) : `${name} ${invented.text}`,
    at: invented.at,
    replyTo: invented.replyTo,
    media: [],
    visibility: 'public',
    spoilerText: '',
    sensitive: false,
    language: 'en',
    quotes: null,
    key: null,
    sentText: null,
    fromScheduled: null,
    invented: true,
  };
}
