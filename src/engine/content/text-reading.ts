import { keyphrasesOf } from './keyphrases.ts';
import { languageOf } from './language.ts';
import { labelOf } from './measures.ts';
import { moodOf } from './sentiment/mood-model.ts';
import { loadRatings } from './sentiment/reading.ts';
import type { Ratings } from './sentiment/reading.ts';

/** What other features may ask of a text. */
export interface TextReading {
  /** BCP 47; `und` and what begins with it where nobody can say. */
  readonly languageOf: (text: string) => string;
  /** What it is about: phrases in lower case, the weightiest first. */
  readonly phrasesOf: (text: string) => readonly string[];
  /** Null where the text is not English. */
  readonly toneOf: (text: string) => 'positive' | 'neutral' | 'negative' | null;
}

/** Reads texts on this machine; the word lists are loaded when the first tone is asked for. */
export function createTextReading(): TextReading {
  let ratings: Ratings | null = null;
  return {
    languageOf: (text) => languageOf(text).code,
    phrasesOf: (text) => keyphrasesOf(text, languageOf(text).code).map(({ phrase }) => phrase),
    toneOf(text) {
      if (!languageOf(text).english) return null;
      ratings ??= loadRatings();
      return labelOf(moodOf(text, ratings).compound);
    },
  };
}
