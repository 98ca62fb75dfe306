import type { Invented } from '../life/invented.ts';
import { Life } from '../life/life.ts';
import { castOf, puttingPosts } from '../life/cast.ts';
import { canonical, cidOf, inventedKey } from './identifiers.ts';
import { blueskyPeople } from './people.ts';
import type { Facet, PostRecord } from './repo/post-schema.ts';
import { posts, uriOf } from './state.ts';
import type { BlueskyState, Post } from './state.ts';
import { growing } from './views/growing.ts';

/** What happens on Bluesky without the user. */
export function lifeOfBluesky(dataDirectory: string, state: BlueskyState, now: number): Life {
  return new Life(
    {
      dataDirectory,
      network: 'bluesky',
      ...castOf(blueskyPeople),
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
  const about = blueskyPeople.known(invented.about.id);
  const name = `@${about.handle}`;
  const text = invented.text.replace('{name}', name);
  const reply =
    target === undefined
      ? undefined
      : {
          root: target.record.reply?.root ?? { uri: uriOf(target), cid: target.cid },
          parent: { uri: uriOf(target), cid: target.cid },
        };
  const facets = facetsIn(text, name, about.id);
  const record: PostRecord = {
    $type: 'app.bsky.feed.post',
    text,
    createdAt: new Date(invented.at).toISOString(),
    langs: ['en'],
    ...(facets.length > 0 && { facets }),
    ...(reply !== undefined && { reply }),
  };
  return {
    author: invented.author.id,
    collection: posts,
    key: inventedKey(invented.at, invented.seed),
    cid: cidOf(canonical(record), 'record'),
    value: record,
    record,
    at: invented.at,
    invented: true,
  };
}

function facetsIn(text: string, name: string, did: string): Facet[] {
  const rangeOf = (start: number, length: number): Facet['index'] => ({
    byteStart: Buffer.byteLength(text.slice(0, start)),
    byteEnd: Buffer.byteLength(text.slice(0, start + length)),
  });
  const at = text.indexOf(name);
  const mention: readonly Facet[] =
    at === -1
      ? []
      : [
          {
            index: rangeOf(at, name.length),
            features: [{ $type: 'app.bsky.richtext.facet#mention', did }],
          },
        ];
  const links = [...text.matchAll(/https:\/\/\S+/g)].map(({ 0: uri, index }): Facet => ({
    index: rangeOf(index, uri.length),
    features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
  }));
  const tags = [...text.matchAll(/#(\w+)/g)].map(({ 0: raw, 1: tag = '', index }): Facet => ({
    index: rangeOf(index, raw.length),
    features: [{ $type: 'app.bsky.richtext.facet#tag', tag }],
  }));
  return [...mention, ...links, ...tags].sort((one, other) => one.index.byteStart - other.index.byteStart);
}
