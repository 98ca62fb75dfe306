import { stopWords } from '../../stop-words.ts';
import { sentencesOf } from '../../readability/sentences.ts';
import { wordsOf } from '../../readability/words.ts';
import { sentence } from '../../wording.ts';
import { germanNames } from './german-names.ts';

const small: ReadonlySet<string> = new Set(['ok', ...[...stopWords.values()].flatMap((words) => [...words])]);

/** German writes every noun with a capital. A short text may be told by its letters alone. */
const isGerman = (text: string, language: string | null): boolean =>
  language === 'de' || (language === null && /[äöüß]/iu.test(text));

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

/** Looks like a coined name and is none. */
const uncoined: ReadonlySet<string> = new Set(['phd', 'gmbh', 'mwst', 'kwh', 'mah', 'ghz', 'mhz']);

/**
 * Names that tell themselves by how they are written, in any language: a capital inside of a word (`YouTube`, `iPhone`),
 * or a capital and a figure in one (`X100V`). They are written so in every language with Latin letters. Not the German
 * `KundInnen`.
 */
export const coinedNames = (text: string): readonly string[] =>
  wordsOf(text.replaceAll(/[-‐‑]/gu, ' ')).filter((word) => {
    const plain = word.replace(/['’]s$/u, '');
    if (uncoined.has(plain.toLowerCase()) || /\p{Ll}Innen?$/u.test(plain)) return false;
    const isMixed = /\p{Ll}\p{Lu}/u.test(plain);
    return isMixed || (plain.length > 2 && /^\p{L}.*\p{N}/u.test(plain) && /\p{Lu}/u.test(plain));
  });

/**
 * Names by their capitals: words with one inside of a sentence, as they are written. None in headlines and in what is
 * shouted; a name that only begins a sentence is not seen. In German as far as `germanNames` tells them.
 */
export const namesOf = (text: string, language: string | null): readonly string[] => {
  const names = new Set<string>(coinedNames(text));
  if (isGerman(text, language)) return [...new Set([...names, ...germanNames(text)])];
  for (const one of sentencesOf(text)) {
    const long = wordsOf(one).filter((word) => /^\p{L}{3,}/u.test(word));
    const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
    if (long.length >= 4 && capitals > long.length * 0.6) continue;
    for (const stretch of one.split(beginnings))
      for (const word of wordsOf(stretch).slice(1))
        if (isCapital(word)) names.add(word.replace(/['’]s$/u, ''));
  }
  return [...names];
};

/** Endings that a name takes from its place in a sentence: `Deutsche Bahn`, `der Deutschen Bahn`. */
const ending = /e[nmrs]?$/u;
const shortestStem = 5;

/** Those of the names that a text does not hold; a plural or a genitive of it, or another ending, counts as the name. */
export const namesMissingFrom = (names: readonly string[], words: ReadonlySet<string>): readonly string[] =>
  names.filter((name) => {
    const plain = bare(name);
    if ([plain, `${plain}s`, plain.replace(/s$/u, '')].some((form) => words.has(form))) return false;
    const stem = plain.replace(ending, '');
    if (stem === plain || stem.length < shortestStem) return true;
    return ![...words].some((word) => word.replace(ending, '') === stem);
  });

/** Says that names of one word are not seen in this text; null where they are. */
export const cautionOfNames = (text: string, language: string | null): string | null =>
  isGerman(text, language) ? sentence('assist', 'note_check_german_names') : null;
