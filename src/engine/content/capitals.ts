import { wordsOf } from './readability/words.ts';

const isLongCapital = (word: string): boolean => /^\p{Lu}[\p{Lu}'’-]{4,}$/u.test(word);

const rowPattern =
  /(?<![\p{L}\p{N}#＃@$_])[\p{Lu}\p{M}][\p{Lu}\p{M}'’-]*(?:[ \t]+[\p{Lu}\p{M}][\p{Lu}\p{M}'’-]*){2,}(?![\p{L}\p{N}])/gu;

/**
 * How many words of a text are shouted: those in rows of three words in capitals and more, or else the ones of five
 * letters and more where there are three of them. Abbreviations among other words do not count.
 */
export const shoutedWords = (prose: string): number => {
  const inRows = wordsOf((prose.match(rowPattern) ?? []).join(' ')).length;
  const long = wordsOf(prose).filter(isLongCapital).length;
  return Math.max(inRows, long >= 3 ? long : 0);
};

const calmedRow = (row: string, startsSentence: boolean): string => {
  const lower = row.toLowerCase().replaceAll(/(?<![\p{L}'’-])i(?![\p{L}-])/gu, 'I');
  return startsSentence ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
};

/**
 * Takes back shouting: rows of three words in capitals, and single ones of more than four letters, become small, with
 * a capital at the start of a sentence. Tags, names with @ and links stay.
 */
export const calmed = (text: string, keep: readonly string[]): string => {
  const isKept = (offset: number, length: number): boolean =>
    keep.some((kept) => {
      const from = text.lastIndexOf(kept, offset);
      return from !== -1 && from + kept.length >= offset + length;
    }) || /[#＃@$]$/u.test(text.slice(0, offset));
  const startsSentence = (offset: number): boolean =>
    /(?:^|[.!?…]["'”’)]*\s+|\n\s*)$/u.test(text.slice(Math.max(0, offset - 20), offset));
  const replaceAt = (part: string, offset: number): string =>
    isKept(offset, part.length) ? part : calmedRow(part, startsSentence(offset));
  const rows = text.replaceAll(rowPattern, (row: string, offset: number) => replaceAt(row, offset));
  return rows.length === text.length
    ? rows.replaceAll(
        /(?<![\p{L}\p{N}#＃@$_./-])\p{Lu}{5,}(?![\p{L}\p{N}_/-])/gu,
        (word: string, offset: number) =>
          isKept(offset, word.length) ? word : calmedRow(word, startsSentence(offset)),
      )
    : rows;
};
