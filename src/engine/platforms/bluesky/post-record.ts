import type { Attached } from './embed.ts';
import { embedOf } from './embed.ts';
import { mostLanguages } from './limits.ts';
import { languageTag } from './options.ts';
import type { Chosen } from './options.ts';
import type { ReplyReference } from './reply-reference.ts';
import { facetsOf } from './text/facets.ts';
import { posts } from './wire/addresses.ts';

interface Given {
  readonly text: string;
  /** ISO 8601. Taken from the key, so that a repeat writes the same bytes. */
  readonly createdAt: string;
  readonly dids: ReadonlyMap<string, string>;
  readonly attached: readonly Attached[];
  readonly reply: ReplyReference | null;
  readonly chosen: Chosen;
}

/** A post as it is written into the account's repository (lexicon `app.bsky.feed.post`). */
export const postRecordOf = (given: Given): Readonly<Record<string, unknown>> => {
  const { text, createdAt, dids, attached, reply, chosen } = given;
  const facets = facetsOf(text, (handle) => dids.get(handle) ?? null);
  const langs = chosen.languages.map(languageTag).filter((tag) => tag !== null);
  const embed = embedOf(text, attached, reply === null ? chosen : null);
  return {
    $type: posts,
    text,
    createdAt,
    ...(langs.length > 0 && { langs: langs.slice(0, mostLanguages) }),
    ...(facets.length > 0 && { facets }),
    ...(reply !== null && { reply }),
    ...(embed !== null && { embed }),
    ...(chosen.label !== 'none' && {
      labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: chosen.label }] },
    }),
  };
};
