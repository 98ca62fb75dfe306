/** A place in a text; UTF-16 offsets, `end` is exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const link = /\bhttps?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}]/gi;
const mention = /@\[(?<name>[^\][\n]{1,200})\]\((?<urn>urn:li:(?:person|organization):[\w-]{1,100})\)/g;
const hashtag = /(?<![\p{L}\p{N}_&#＃/])[#＃](?<tag>[\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)/gu;

/** Links, as LinkedIn makes them clickable. */
export const links = (text: string): readonly (Place & { readonly address: string })[] =>
  [...text.matchAll(link)].map(({ 0: address, index }) => ({
    address,
    start: index,
    end: index + address.length,
  }));

/** Mentions, as LinkedIn writes them: `@[Name](urn:li:organization:1)`. The name must be the right one. */
export const mentions = (
  text: string,
): readonly (Place & { readonly name: string; readonly urn: string })[] =>
  [...text.matchAll(mention)].map(({ 0: whole, index, groups }) => ({
    start: index,
    end: index + whole.length,
    name: groups?.['name'] ?? '',
    urn: groups?.['urn'] ?? '',
  }));

/** Hashtags outside of links and mentions. */
export const hashtags = (text: string): readonly (Place & { readonly tag: string })[] => {
  const others = [...links(text), ...mentions(text)];
  return [...text.matchAll(hashtag)]
    .map(({ 0: whole, index, groups }) => ({
      start: index,
      end: index + whole.length,
      tag: groups?.['tag'] ?? '',
    }))
    .filter((tag) => others.every((other) => tag.end <= other.start || tag.start >= other.end));
};
