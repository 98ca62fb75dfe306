/** Something that Instagram and Threads would link, as UTF-16 offsets into the text; `end` is exclusive. */
export interface Entity {
  readonly kind: 'url' | 'mention' | 'hashtag';
  readonly start: number;
  readonly end: number;
}

const address = /(?<![\w@])(?:https?:\/\/|www\.)[^\s<>"]+/giu;
const mention = /(?<![\p{L}\p{N}_.@/])@[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?/giu;
const hashtag = /(?<![\p{L}\p{N}_&/])#[\p{L}\p{N}\p{M}_]+/gu;

/** What in a text would be linked, in order of appearance. What lies inside an address is no entity of its own. */
export const entitiesOf = (text: string): readonly Entity[] => {
  const urls = found(text, address, 'url').map((url) => ({ ...url, end: url.end - trailing(text, url) }));
  const others = [...found(text, mention, 'mention'), ...found(text, hashtag, 'hashtag')].filter(
    ({ start }) => !urls.some((url) => start >= url.start && start < url.end),
  );
  return [...urls, ...others].toSorted((one, other) => one.start - other.start);
};

/** The entities of one kind as they are written. */
export const writtenEntities = (text: string, entities: readonly Entity[], kind: Entity['kind']): string[] =>
  entities.filter((entity) => entity.kind === kind).map(({ start, end }) => text.slice(start, end));

const found = (text: string, pattern: RegExp, kind: Entity['kind']): Entity[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    kind,
    start: index,
    end: index + length,
  }));

/** How much punctuation behind an address belongs to the sentence; a bracket that the address opened is its own. */
const trailing = (text: string, { start, end }: Entity): number => {
  let until = end;
  while (until > start && /[.,;:!?'")\]}…]/u.test(text.charAt(until - 1))) {
    const url = text.slice(start, until);
    if (url.endsWith(')') && url.split('(').length >= url.split(')').length) break;
    until -= 1;
  }
  return end - until;
};
