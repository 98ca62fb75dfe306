import { findLinks } from './urls.ts';

/** Something in a text that X recognises; positions are UTF-16. */
export interface Entity {
  readonly kind: 'url' | 'mention' | 'hashtag' | 'cashtag';
  readonly start: number;
  readonly end: number;
  /** The link as written, or the name without its sign. */
  readonly value: string;
}

const mention = /(?<![A-Za-z0-9_!#$%&*@＠])[@＠](?<value>[A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@＠])/g;
const hashtag =
  /(?<![\p{L}\p{M}\p{N}_&#＃])[#＃](?<value>[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)(?![#＃])/gu;
const cashtag = /(?<=^|\s)\$(?<value>[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?)(?=$|\s|[!"'(),./:;<=>?[\]{|}~-])/g;

/** Every link, mention, hashtag and cashtag, in order; what is inside a link is nothing else. */
export function findEntities(text: string): readonly Entity[] {
  const links = findLinks(text).map(({ start, end, written }): Entity => ({
    kind: 'url',
    start,
    end,
    value: written,
  }));
  const others = [
    ...tagged('mention', mention, text),
    ...tagged('hashtag', hashtag, text),
    ...tagged('cashtag', cashtag, text),
  ].filter((other) => links.every((link) => other.end <= link.start || other.start >= link.end));
  return [...links, ...others].sort((left, right) => left.start - right.start);
}

/** Whether a text mentions a username, in any case of letters. */
export function mentions(text: string, username: string): boolean {
  return findEntities(text).some(
    ({ kind, value }) => kind === 'mention' && value.toLowerCase() === username.toLowerCase(),
  );
}

function* tagged(kind: Entity['kind'], pattern: RegExp, text: string): Generator<Entity> {
  for (const match of text.matchAll(pattern)) {
    yield { kind, start: match.index, end: match.index + match[0].length, value: match.groups?.value ?? '' };
  }
}
