import { stopWords } from '../../stop-words.ts';
import { sentencesOf } from '../../readability/sentences.ts';
import { wordsOf } from '../../readability/words.ts';

const small: ReadonlySet<string> = new Set(['ok', ...[...stopWords.values()].flatMap((words) => [...words])]);

/** Languages that write every noun with a capital, where a capital tells no name. */
const capitalNouns: ReadonlySet<string> = new Set(['de']);

/** Where a capital says nothing, because something begins there. */
const beginnings = /[:;"“”„«»‘’([{|•·*–—]|\s-\s/u;

const bare = (word: string): string => word.toLowerCase().replace(/['’]s$|['’]$/u, '');

/** The words of a text in small letters, those inside of `#CamelCase` too. */
export const wordSetOf = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(`${text} ${text.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replaceAll(/[-‐‑]/gu, ' ')}`).map(
      bare,
    ),
  );

const isCapital = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && word.length > 1 && !/^I['’]/u.test(word) && !small.has(bare(word));

/**
 * Names by their capitals: words with one inside of a sentence, as they are written. None in languages that write
 * nouns so, in headlines and in what is shouted; a name that only begins a sentence is not seen.
 */
export const namesOf = (text: string, language: string | null): readonly string[] => {
  if (language !== null && capitalNouns.has(language)) return [];
  const names = new Set<string>();
  for (const sentence of sentencesOf(text)) {
    const long = wordsOf(sentence).filter((word) => /^\p{L}{3,}/u.test(word));
    const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
    if (long.length >= 4 && capitals > long.length * 0.6) continue;
    for (const stretch of sentence.split(beginnings))
      for (const word of wordsOf(stretch).slice(1))
        if (isCapital(word)) names.add(word.replace(/['’]s$/u, ''));
  }
  return [...names];
};

/** Those of the names that a text does not hold. */
export const namesMissingFrom = (names: readonly string[], words: ReadonlySet<string>): readonly string[] =>
  names.filter((name) => !words.has(bare(name)));
