import { stopWords } from './stop-words.ts';
import { wordsOf } from './readability/words.ts';

/** A phrase with how often it stands in the text, its share of the words and its RAKE weight. */
export type Keyphrase = {
  readonly phrase: string;
  readonly count: number;
  readonly density: number;
  readonly weight: number;
};

const longestPhrase = 3;
const noWords: ReadonlySet<string> = new Set();

/** Lower-case form by which a word and its plural are one. */
export const stemOf = (word: string): string => {
  const lower = word.toLowerCase().replace(/['’]s$/u, '');
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return lower.length > 3 && /[^su]s$/u.test(lower) ? lower.slice(0, -1) : lower;
};

const candidatesOf = (text: string, stops: ReadonlySet<string>): readonly (readonly string[])[] => {
  const candidates: string[][] = [];
  for (const clause of text.split(/[.,;:!?()[\]{}"“”„«»—–|/\\\n\r\t#@*]+|\s-\s/u)) {
    let run: string[] = [];
    const close = (): void => {
      if (run.length > 0 && run.length <= longestPhrase) candidates.push(run);
      else
        for (let start = 0; start + 2 <= run.length; start += 2) candidates.push(run.slice(start, start + 2));
      run = [];
    };
    for (const word of wordsOf(clause)) {
      const lower = word.toLowerCase().replaceAll('’', "'");
      if (stops.has(lower) || lower.length < 2 || /^\d+$/.test(lower)) close();
      else run.push(lower.replace(/'s$/, ''));
      if (lower.endsWith("'s")) close();
    }
    close();
  }
  return candidates;
};

/**
 * The keyphrases of a text, weightiest first, at most ten: runs of words between small words and punctuation, weighted
 * by the sum of their words' degree over frequency, times how often the phrase stands there. Rose, Engel, Cramer,
 * Cowley (2010): Automatic keyword extraction from individual documents (RAKE).
 */
export const keyphrasesOf = (text: string, languageCode: string): readonly Keyphrase[] => {
  const candidates = candidatesOf(text, stopWords.get(languageCode) ?? noWords);
  const words = wordsOf(text).length;
  const frequency = new Map<string, number>();
  const degree = new Map<string, number>();
  const phrases = new Map<string, { phrase: string; count: number; stems: readonly string[] }>();
  for (const candidate of candidates) {
    const stems = candidate.map(stemOf);
    for (const stem of stems) {
      frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
      degree.set(stem, (degree.get(stem) ?? 0) + stems.length);
    }
    const key = stems.join(' ');
    const known = phrases.get(key);
    phrases.set(key, { phrase: known?.phrase ?? candidate.join(' '), count: (known?.count ?? 0) + 1, stems });
  }
  return [...phrases.values()]
    .map(({ phrase, count, stems }) => ({
      phrase,
      count,
      density: Math.min(1, (count * stems.length) / Math.max(1, words)),
      weight:
        count * stems.reduce((sum, stem) => sum + (degree.get(stem) ?? 0) / (frequency.get(stem) ?? 1), 0),
    }))
    .sort((a, b) => b.weight - a.weight || b.count - a.count || a.phrase.localeCompare(b.phrase, 'en'))
    .slice(0, 10);
};
