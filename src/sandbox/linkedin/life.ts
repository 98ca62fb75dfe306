import type { Invented } from '../life/invented.ts';
import { Life } from '../life/life.ts';
import { earlierTexts, pastTexts } from '../life/texts.ts';
import { inventedId } from '../snowflake.ts';
import { members, organizations, ownerOf } from './people.ts';
import type { Author } from './people.ts';
import { idEpochMs } from './state.ts';
import type { LinkedInState, Post } from './state.ts';
import { growing } from './statistics.ts';

const writers: readonly Author[] = [...members.practicePeople, ...organizations];

/** What happens on LinkedIn without the user: pages post often, their people now and then, and others comment. */
export function lifeOfLinkedIn(
  dataDirectory: string,
  network: string,
  state: LinkedInState,
  now: number,
): Life {
  return new Life(
    {
      dataDirectory,
      network,
      writers,
      others: members.passersBy,
      texts: ({ id }) => textsOf(pastTexts, id),
      earlier: ({ id }) => textsOf(earlierTexts, id),
      mentions: false,
      put: (invented) => put(state, invented),
      forgetInvented: () => state.forgetInvented(),
    },
    now,
  );
}

function textsOf(written: typeof pastTexts, id: string): readonly string[] {
  const writer = writers.find((author) => author.id === id);
  if (writer === undefined) return [];
  const texts = written[ownerOf(writer).username] ?? [];
  const isPage = 'lookedAfterBy' in writer;
  return texts.filter((_, index) => (index % 3 === 0) !== isPage);
}

function put(state: LinkedInState, invented: Invented): ReturnType<typeof growing> | undefined {
  const number = inventedId(idEpochMs, invented.at, invented.seed);
  const author = urnOf(invented.author.id);
  if (invented.replyTo !== null) {
    const post = invented.replyTo;
    // A comment has nothing to hang on once its post was deleted.
    if (!state.posts.has(post)) return undefined;
    const urn = `urn:li:comment:(${post},${number})`;
    state.comments.set(urn, {
      urn,
      post,
      author,
      number,
      text: invented.text,
      at: invented.at,
      invented: true,
    });
    return undefined;
  }
  const post: Post = {
    urn: `urn:li:share:${number}`,
    author,
    commentary: invented.text.replaceAll(/[\\|{}@[\]()<>*_~]/g, String.raw`\$&`),
    text: invented.text,
    at: invented.at,
    visibility: 'PUBLIC',
    article: null,
    altTexts: [],
    media: [],
    invented: true,
  };
  state.posts.set(post.urn, post);
  return growing(post);
}

function urnOf(id: string): string {
  return organizations.find((organization) => organization.id === id)?.urn ?? `urn:li:person:${id}`;
}
