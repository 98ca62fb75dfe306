import { emojiNames } from './emoji-names.ts';
import { loadLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { boosters, isNegation } from './modifiers.ts';
import { socialTerms } from './social-terms.ts';
import { formsOf, plainText, socialTokensOf } from './social-tokens.ts';
import type { SocialToken } from './social-tokens.ts';
import { polarityOf } from './vader.ts';
import type { Polarity } from './vader.ts';

/** A rated word or expression where it stands, its rating changed by what is around it. */
export type Hit = {
  /** Its first token, and how many belong to it. */
  readonly at: number;
  readonly length: number;
  readonly valence: number;
  /** Says little: a word that is rated but often means nothing ('like', 'party'). */
  readonly weak: boolean;
  readonly negated: boolean;
  /** Rated by hand too, not by VADER's lexicon alone. */
  readonly byHand: boolean;
};

/** A post as the model reads it. */
export type Reading = {
  readonly text: string;
  readonly tokens: readonly SocialToken[];
  /** The tokens as the lexicons spell them. */
  readonly words: readonly string[];
  readonly hits: readonly Hit[];
  /** The same post by VADER's own rules. */
  readonly polarity: Polarity;
};

export type Ratings = { readonly lexicon: Lexicon; readonly terms: ReadonlyMap<string, number> };

/** Loads both word lists: some milliseconds and megabytes, so not before they are needed. */
export const loadRatings = (): Ratings => ({ lexicon: loadLexicon(), terms: socialTerms() });

const longestTerm = 5;
const negationReach = 4;
const negationFactor = -0.74;
/** A negated expression ('not a good day') loses its mood rather than turning it. */
const negatedTermFactor = -0.3;
const capitalsRise = 0.733;
const stretchRise = 0.3;
const beforeBut = 0.6;
const afterBut = 1.3;

type Rated = {
  readonly length: number;
  readonly rating: number;
  readonly weak: boolean;
  readonly term: boolean;
  readonly byHand: boolean;
};

/** The longest expression that begins here, or the word itself; null where nothing is rated. */
const ratedAt = (
  tokens: readonly SocialToken[],
  words: readonly string[],
  at: number,
  { lexicon, terms }: Ratings,
): Rated | null => {
  let end = at + 1;
  while (end < words.length && end - at < longestTerm && tokens[end]?.startsClause === false) end += 1;
  for (; end - at >= 2; end -= 1) {
    const expression = words.slice(at, end).join(' ');
    const rating = terms.get(expression) ?? lexicon.get(expression);
    if (rating !== undefined) {
      return { length: end - at, rating, weak: false, term: true, byHand: terms.has(expression) };
    }
  }
  const word = words[at] ?? '';
  const source = tokens[at]?.source ?? '';
  const emoji = emojiNames.get(source);
  if (emoji !== undefined) {
    const rating = emoji.split(' ').reduce((sum, name) => sum + (lexicon.get(name) ?? 0), 0);
    return { length: 1, rating, weak: false, term: false, byHand: true };
  }
  const byHand = terms.get(word);
  const byLexicon = lexicon.get(word) ?? lexicon.get(source);
  if (byHand !== 0 && boosters.has(word)) return null;
  const rating = byLexicon ?? byHand;
  if (rating === undefined) return null;
  return { length: 1, rating, weak: byHand === 0, term: false, byHand: byHand !== undefined };
};

/** Reads a post: its tokens, and what of it is rated. */
export const readingOf = (post: string, ratings: Ratings): Reading => {
  const text = plainText(post);
  const tokens = socialTokensOf(text);
  const isKnown = (form: string): boolean => ratings.lexicon.has(form) || ratings.terms.has(form);
  const words = tokens.map((token) => {
    const forms = formsOf(token);
    return forms.find(isKnown) ?? forms[0] ?? token.word;
  });
  const shouted = tokens.filter((token) => token.shouted).length;
  const sentence = {
    tokens,
    words,
    mixedCase: shouted > 0 && shouted < tokens.length * 0.6,
    but: words.lastIndexOf('but'),
  };
  const hits: Hit[] = [];
  for (let at = 0; at < words.length;) {
    const rated = ratedAt(tokens, words, at, ratings);
    if (rated !== null && rated.rating !== 0) hits.push(hitAt(sentence, at, rated, hits));
    at += rated?.length ?? 1;
  }
  return { text, tokens, words, hits, polarity: polarityOf(text, ratings.lexicon) };
};

type Sentence = Pick<Reading, 'tokens' | 'words'> & { readonly mixedCase: boolean; readonly but: number };

const hitAt = (
  { tokens, words, mixedCase, but }: Sentence,
  at: number,
  { length, rating, weak, term, byHand }: Rated,
  earlier: readonly Hit[],
): Hit => {
  const own = tokens.slice(at, at + length);
  const sign = Math.sign(rating);
  let valence = rating;
  if (mixedCase && own.some(({ shouted }) => shouted)) valence += sign * capitalsRise;
  if (own.some(({ stretched }) => stretched)) valence += sign * stretchRise;
  let negated = false;
  for (let distance = 1; distance <= negationReach && at >= distance; distance += 1) {
    if (tokens[at - distance + 1]?.startsClause !== false) break;
    const before = at - distance;
    if (distance <= 3) {
      valence += sign * (boosters.get(words[before] ?? '') ?? 0) * (1 - 0.05 * (distance - 1));
    }
    const inTerm = earlier.some((hit) => hit.length > 1 && hit.at <= before && before < hit.at + hit.length);
    if (!inTerm && turns(words[before] ?? '', tokens[before]?.beforeComma === true, distance))
      negated = !negated;
  }
  if (negated) valence *= term ? negatedTermFactor : negationFactor;
  if (but >= 0 && at !== but) valence *= at < but ? beforeBut : afterBut;
  return { at, length, valence, weak, negated, byHand };
};

/** Whether a word turns what follows; an interjection ('No, I like it', 'Nope') answers something else. */
const turns = (word: string, beforeComma: boolean, distance: number): boolean => {
  if (word === 'no') return distance === 1 && !beforeComma;
  if (word === 'nope') return false;
  return !beforeComma && isNegation(word);
};
