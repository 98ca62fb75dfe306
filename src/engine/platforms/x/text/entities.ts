import { pieces } from './pieces.ts';
import { twitterText } from './twitter-text.ts';

/** Something X would link, as UTF-16 offsets into the text; `end` is exclusive. */
export type Entity = {
  readonly kind: 'url' | 'mention' | 'hashtag' | 'cashtag';
  readonly start: number;
  readonly end: number;
};

/**
 * Everything in a text that X would link, in order of appearance. What lies inside a link is no entity of its own;
 * `@name/list` is a list, not a mention.
 */
export const entitiesOf = (text: string): readonly Entity[] =>
  pieces(text).flatMap((piece) => {
    const urls = twitterText().extractUrlsWithIndices(piece.text).map(toEntity('url'));
    const others = [
      ...twitterText().extractMentionsWithIndices(piece.text).map(toEntity('mention')),
      ...twitterText().extractHashtagsWithIndices(piece.text).map(toEntity('hashtag')),
      ...twitterText().extractCashtagsWithIndices(piece.text).map(toEntity('cashtag')),
    ].filter((entity) => !urls.some((url) => entity.start < url.end && url.start < entity.end));
    return [...urls, ...others]
      .sort((one, other) => one.start - other.start)
      .map((entity) => ({
        ...entity,
        start: entity.start + piece.start,
        end: entity.end + piece.start,
      }));
  });

const toEntity =
  (kind: Entity['kind']) =>
  ({ indices: [start, end] }: { indices: [number, number] }): Entity => ({ kind, start, end });
