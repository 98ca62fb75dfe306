const oneEmoji =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|[\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic})*/gu;

/** The emoji of a text as readers see them: a flag or a family is one. */
export const emojiIn = (text: string): readonly string[] => text.match(oneEmoji) ?? [];

/** Emoji one after another, with nothing but spaces between. */
export type EmojiRun = { readonly found: string; readonly emoji: readonly string[] };

/** Screen readers speak the name of each emoji; from so many in a row that keeps a listener from the text. */
const longRun = 4;

const runs = new RegExp(`(?:${oneEmoji.source})(?:[^\\S\\n]*(?:${oneEmoji.source}))+`, 'gu');

/** The long rows of emoji of a text. */
export const emojiRunsIn = (text: string): readonly EmojiRun[] =>
  [...text.matchAll(runs)]
    .map(([found]) => ({ found, emoji: emojiIn(found) }))
    .filter(({ emoji }) => emoji.length >= longRun);

/** The text with the first emoji alone of each long row. */
export const withoutEmojiRuns = (text: string): string =>
  emojiRunsIn(text).reduce((rest, { found, emoji }) => rest.replace(found, () => emoji[0] ?? ''), text);
