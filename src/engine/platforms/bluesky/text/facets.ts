import { countBytes } from './graphemes.ts';
import { partsOf } from './stretches.ts';

/** What makes a stretch of text a link, a mention or a hashtag (lexicon `app.bsky.richtext.facet`). Offsets are bytes of UTF-8. */
export interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly (
    | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
    | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string }
    | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string }
  )[];
}

/** The facets of a text, sorted. A handle that leads to nobody stays text. */
export const facetsOf = (text: string, didOf: (handle: string) => string | null): readonly Facet[] =>
  partsOf(text).flatMap(({ kind, start, end, value }): readonly Facet[] => {
    const index = { byteStart: countBytes(text.slice(0, start)), byteEnd: countBytes(text.slice(0, end)) };
    if (kind === 'link')
      return [{ index, features: [{ $type: 'app.bsky.richtext.facet#link', uri: value }] }];
    if (kind === 'tag') return [{ index, features: [{ $type: 'app.bsky.richtext.facet#tag', tag: value }] }];
    const did = didOf(value);
    return did === null ? [] : [{ index, features: [{ $type: 'app.bsky.richtext.facet#mention', did }] }];
  });

/** The handles that a text mentions, each once. */
export const handlesIn = (text: string): readonly string[] => [
  ...new Set(
    partsOf(text)
      .filter(({ kind }) => kind === 'mention')
      .map(({ value }) => value),
  ),
];

/** The first address in a text; null where it has none. */
export const firstLink = (text: string): string | null =>
  partsOf(text).find(({ kind }) => kind === 'link')?.value ?? null;
