const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many characters a reader sees (UAX 29), as Mastodon counts them. */
export const countGraphemes = (text: string): number => {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
};

/** Something in a text that counts otherwise than it is long; UTF-16 offsets, `end` is exclusive. */
export interface Special {
  readonly kind: 'url' | 'mention' | 'hashtag';
  readonly start: number;
  readonly end: number;
}

const address =
  /(?<=^|[^\p{L}\p{N}@/_-])https?:\/\/(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]*(?::\d+)?(?:[/?#][^\s<>"“”「」]*)?/giu;
/** A name with or without a server; the server is not counted. */
const mention = /(?<=^|[^/\p{L}\p{N}_])@\w+(?:[\w.-]*\w)?(?:@[\p{L}\p{N}.-]+\p{L}[\p{L}\p{N}-]*)?/giu;
const hashtag = /(?<=^|[^\p{L}\p{N}/_&])[#＃][\p{L}\p{M}\p{N}_·]*[\p{L}\p{M}_·][\p{L}\p{M}\p{N}_·]*/gu;

/** What Mastodon would link: addresses with `https://`, mentions and hashtags, in order and apart. */
export const specialsIn = (text: string): readonly Special[] => {
  const found: Special[] = [];
  const add = (kind: Special['kind'], pattern: RegExp): void => {
    for (const { 0: raw, index } of text.matchAll(pattern)) {
      const written = kind === 'url' ? withoutClosing(raw) : raw;
      const special = { kind, start: index, end: index + written.length };
      if (!found.some(({ start, end }) => special.start < end && start < special.end)) found.push(special);
    }
  };
  add('url', address);
  add('mention', mention);
  add('hashtag', hashtag);
  return found.sort((one, other) => one.start - other.start);
};

/** A sentence's end is none of the address, nor is a bracket that was opened before it. */
const withoutClosing = (written: string): string => {
  const rest = written.replace(/[.,;:!?'’]+$/u, '');
  const isUnopened = rest.endsWith(')') && rest.split(')').length > rest.split('(').length;
  const shorter = isUnopened ? rest.slice(0, -1) : rest;
  return shorter === written ? written : withoutClosing(shorter);
};

/** How much a piece counts: an address the same whatever its length, a mention without its server. */
const weightOf = (text: string, { kind, start, end }: Special, perUrl: number): number => {
  if (kind === 'url') return perUrl;
  const written = text.slice(start, end);
  return countGraphemes(kind === 'mention' ? written.replace(/(?<=.)@.*$/u, '') : written);
};

/** A text's length as Mastodon counts it, and where the first character stands that no longer fits. */
export const countedText = (
  text: string,
  { limit, perUrl }: { readonly limit: number; readonly perUrl: number },
): { readonly length: number; readonly over: number | null } => {
  let length = 0;
  let over: number | null = null;
  const plain = (from: number, to: number): void => {
    for (const { index } of segmenter.segment(text.slice(from, to))) {
      length += 1;
      if (length > limit) over ??= from + index;
    }
  };
  let from = 0;
  for (const special of specialsIn(text)) {
    plain(from, special.start);
    length += weightOf(text, special, perUrl);
    if (length > limit) over ??= special.start;
    from = special.end;
  }
  plain(from, text.length);
  return { length, over };
};
