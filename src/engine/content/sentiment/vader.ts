import type { Lexicon } from './lexicon.ts';
import { boosters, idioms, isNegation } from './modifiers.ts';
import { isShouted, type Token, tokensOf } from './tokens.ts';

const capitalsRise = 0.733;
const negationFactor = -0.74;
const normalisation = 15;

/** VADER's compound value and what each term gave to it, before the sum is normalised. */
export type Polarity = {
  /** -1 to 1, rounded to four decimals. */
  readonly compound: number;
  readonly contributions: readonly { readonly term: string; readonly weight: number }[];
};

/** What an intensifier adds to a rating, with the word's sign. */
const boost = (token: Token, valence: number, mixedCase: boolean): number => {
  const rise = boosters.get(token.lower);
  if (rise === undefined) return 0;
  const signed = valence < 0 ? -rise : rise;
  if (!mixedCase || !isShouted(token.word)) return signed;
  return valence > 0 ? signed + capitalsRise : signed - capitalsRise;
};

/**
 * Negation up to three words before; 'never so good' praises and 'without doubt' leaves the rating. Trap: three words
 * before, a plain 'so' or 'this' raises the rating even without 'never', as in the authors' own program, on which the
 * published figures rest.
 */
const negationAt = (before: readonly string[], distance: 1 | 2 | 3, valence: number): number => {
  const [one, two, three] = before;
  const isSo = (word: string | undefined): boolean => word === 'so' || word === 'this';
  const far = before[distance - 1] ?? '';
  if (distance === 2) {
    if (two === 'never' && isSo(one)) return valence * 1.25;
    if (two === 'without' && one === 'doubt') return valence;
  }
  if (distance === 3) {
    if ((three === 'never' && isSo(two)) || isSo(one)) return valence * 1.25;
    if (three === 'without' && (two === 'doubt' || one === 'doubt')) return valence;
  }
  return isNegation(far) ? valence * negationFactor : valence;
};

const joined = (...words: readonly (string | undefined)[]): string => words.join(' ');

/** The rating of an expression the word is part of, and hedges of two words ('kind of') before it. */
const idiomAt = (words: readonly string[], index: number, valence: number): number => {
  const [three, two, one, here, next, afterNext] = [-3, -2, -1, 0, 1, 2].map(
    (offset) => words[index + offset],
  );
  const back = [
    joined(one, here),
    joined(two, one, here),
    joined(two, one),
    joined(three, two, one),
    joined(three, two),
  ];
  let result = valence;
  for (const expression of back) {
    const rating = idioms.get(expression);
    if (rating !== undefined) {
      result = rating;
      break;
    }
  }
  for (const expression of [joined(here, next), joined(here, next, afterNext)]) {
    result = idioms.get(expression) ?? result;
  }
  for (const hedge of [joined(three, two, one), joined(three, two), joined(two, one)]) {
    result += boosters.get(hedge) ?? 0;
  }
  return result;
};

/** 'least' before a word turns it, but not 'at least' nor 'very least'. */
const leastAt = (words: readonly string[], index: number, valence: number): number => {
  const before = words[index - 2];
  return words[index - 1] === 'least' && before !== 'at' && before !== 'very'
    ? valence * negationFactor
    : valence;
};

type Sentence = {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  /** Some words, but not all, are in capitals: then capitals stress. */
  readonly mixedCase: boolean;
};

const valenceAt = (
  { tokens, words, mixedCase }: Sentence,
  token: Token,
  index: number,
  lexicon: Lexicon,
): number => {
  const [before1, before2, before3] = [words[index - 1], words[index - 2], words[index - 3]];
  const isHedge = token.lower === 'kind' && words[index + 1] === 'of';
  const rating = lexicon.get(token.lower);
  if (rating === undefined || isHedge || boosters.has(token.lower)) return 0;

  let valence = token.lower === 'no' && lexicon.has(words[index + 1] ?? '') ? 0 : rating;
  if (before1 === 'no' || before2 === 'no' || (before3 === 'no' && (before1 === 'or' || before1 === 'nor'))) {
    valence = rating * negationFactor;
  }
  if (mixedCase && isShouted(token.word)) valence += valence > 0 ? capitalsRise : -capitalsRise;

  const before = [before1 ?? '', before2 ?? '', before3 ?? ''];
  for (const distance of [1, 2, 3] as const) {
    const earlier = tokens[index - distance];
    if (earlier === undefined || lexicon.has(earlier.lower)) continue;
    valence += boost(earlier, valence, mixedCase) * (1 - 0.05 * (distance - 1));
    valence = negationAt(before, distance, valence);
    if (distance === 3) valence = idiomAt(words, index, valence);
  }
  return leastAt(words, index, valence);
};

/** Exclamation marks (up to four) and question marks (from two) make a mood stronger. */
const emphasisOf = (text: string): number => {
  const exclamations = Math.min(4, text.split('!').length - 1);
  const questions = text.split('?').length - 1;
  const questioning = questions <= 1 ? 0 : questions <= 3 ? questions * 0.18 : 0.96;
  return exclamations * 0.292 + questioning;
};

/** The compound value of a sum of weights, made stronger by the text's punctuation; four decimals. */
export const compoundOf = (sum: number, text: string): number => {
  const emphasised = sum + Math.sign(sum) * emphasisOf(text);
  return Number((emphasised / Math.sqrt(emphasised * emphasised + normalisation)).toFixed(4));
};

/**
 * The mood of a text by VADER's rules: lexicon ratings changed by capitals, intensifiers, negation, idioms, 'but' and
 * punctuation. Hutto, C. J., Gilbert, E. (2014): VADER: A Parsimonious Rule-based Model for Sentiment Analysis of
 * Social Media Text, ICWSM-14; with the emoji and the idioms of the authors' later version.
 */
export const polarityOf = (text: string, lexicon: Lexicon): Polarity => {
  const tokens = tokensOf(text);
  const words = tokens.map(({ lower }) => lower);
  const shouted = tokens.filter(({ word }) => isShouted(word)).length;
  const mixedCase = shouted > 0 && shouted < tokens.length;
  const but = words.indexOf('but');
  const weights = tokens.map((token, index) => {
    const valence = valenceAt({ tokens, words, mixedCase }, token, index, lexicon);
    if (but === -1 || index === but) return valence;
    return index < but ? valence * 0.5 : valence * 1.5;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    compound: compoundOf(sum, text),
    contributions: tokens
      .map(({ source }, index) => ({ term: source, weight: weights[index] ?? 0 }))
      .filter(({ weight }) => weight !== 0),
  };
};
