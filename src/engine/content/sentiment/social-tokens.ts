/** One word, hashtag part, emoji or emoticon of a post. */
export type SocialToken = {
  /** In lower case; of a word with a letter three times or more, see `formsOf`. */
  readonly word: string;
  readonly source: string;
  readonly shouted: boolean;
  readonly stretched: boolean;
  /** A clause begins with it: rules do not reach across. */
  readonly startsClause: boolean;
  readonly beforeComma: boolean;
};

const emoticon =
  /[<>]?[:;=8xX][-o*']?[)\]([dDpP/:}{@|\\]+|[)\]([dD/}{|\\]+[-o*']?[:;=8]|<\/?3+|\^_+\^|-_+-|:'\(|T_T/.source;
const pattern = new RegExp(
  [
    `(?<emoticon>(?<![\\p{L}\\p{N}])(?:${emoticon})(?![\\p{L}\\p{N}]))`,
    String.raw`(?<emoji>\p{Extended_Pictographic})`,
    String.raw`(?<apart>https?:\/\/\S+|https?\b|www\.\S+|\w+\.(?:com|ly|co|me|gl|be)\/\S+|@\w+)`,
    String.raw`(?<hashtag>#[\p{L}\p{N}_]+)`,
    String.raw`(?<word>[\p{L}\p{N}]+(?:['&*.\-][\p{L}\p{N}]+)*)`,
    String.raw`(?<comma>,)`,
    String.raw`(?<stop>[.!?;:()\n]|\s-+\s)`,
  ].join('|'),
  'gu',
);

const entities: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
]);

/** A text with straight apostrophes, without the entities of HTML, skin tones and variation selectors. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities.get(entity) ?? entity)
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\uFE0F|\p{Emoji_Modifier}/gu, '');

/** How a word may be spelt without stretching: 'soooo' as 'soo' and 'so'. */
export const formsOf = ({ word, stretched }: SocialToken): readonly string[] =>
  stretched ? [word.replaceAll(/(\p{L})\1{2,}/gu, '$1$1'), word.replaceAll(/(\p{L})\1{2,}/gu, '$1')] : [word];

/** Splits a plain text; links and mentions are left out, hashtags are split at capitals. */
export const socialTokensOf = (plain: string): readonly SocialToken[] => {
  const tokens: SocialToken[] = [];
  let startsClause = true;
  const push = (source: string, beforeComma: boolean): void => {
    const word = source.toLowerCase();
    tokens.push({
      word,
      source,
      shouted: source.length > 1 && source === source.toUpperCase() && source !== word,
      stretched: /(\p{L})\1\1/u.test(word),
      startsClause,
      beforeComma,
    });
    startsClause = false;
  };
  for (const { 0: found, index, groups } of plain.matchAll(pattern)) {
    if (groups?.hashtag !== undefined) {
      startsClause = true;
      for (const part of found.slice(1).split(/(?<=\p{Ll})(?=\p{Lu})|_+/u))
        if (part !== '') push(part, false);
    } else if (groups?.word !== undefined || groups?.emoji !== undefined || groups?.emoticon !== undefined) {
      push(found, plain[index + found.length] === ',');
    }
    if (groups?.word === undefined && groups?.emoji === undefined && groups?.comma === undefined) {
      startsClause = true;
    }
  }
  return tokens;
};
