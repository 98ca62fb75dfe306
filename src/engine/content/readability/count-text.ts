import type { TextCounts } from './formulas.ts';
import { sentencesOf } from './sentences.ts';
import { syllablesOf } from './syllables.ts';
import { wordsOf } from './words.ts';

/**
 * Gunning's hard word: three or more syllables, but neither a name (a capital inside a sentence), nor a compound of
 * easy words (hyphenated), nor a verb that has its third syllable from -es or -ed.
 */
const isComplex = (word: string, first: boolean, syllables: number): boolean => {
  if (syllables < 3 || word.includes('-')) return false;
  if (!first && /^\p{Lu}/u.test(word)) return false;
  return !(syllables === 3 && /(?:es|ed)$/.test(word) && syllablesOf(word.slice(0, -2)) < 3);
};

/** Counts what the readability formulas need. */
export const countText = (text: string): TextCounts => {
  const counts = { sentences: 0, words: 0, syllables: 0, polysyllables: 0, complexWords: 0 };
  for (const sentence of sentencesOf(text)) {
    counts.sentences += 1;
    for (const [index, word] of wordsOf(sentence).entries()) {
      const syllables = syllablesOf(word);
      counts.words += 1;
      counts.syllables += syllables;
      if (syllables >= 3) counts.polysyllables += 1;
      if (isComplex(word, index === 0, syllables)) counts.complexWords += 1;
    }
  }
  return {
    ...counts,
    letters: text.match(/\p{L}/gu)?.length ?? 0,
    characters: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
  };
};
