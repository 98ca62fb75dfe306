import { cueGroups, cuesByWord } from './cues.ts';
import { isNegation } from './modifiers.ts';
import type { Reading } from './reading.ts';
import { compoundOf } from './vader.ts';

/** Of VADER's own result, first in the order. */
const vaderFeatures = ['vader', 'vader_positive', 'vader_negative', 'vader_for', 'vader_against'] as const;

const ratedFeatures = [
  'compound',
  'sum',
  'positive',
  'negative',
  'weak',
  'most_positive',
  'most_negative',
  'any_positive',
  'any_negative',
  'any_weak_positive',
  'any_weak_negative',
  'both',
  'density',
  'last',
  'negations',
  'negated',
  'exclaimed',
  'by_hand_positive',
  'by_hand_negative',
] as const;

const styleFeatures = [
  'exclamations',
  'asks',
  'dots',
  'names',
  'name_share',
  'numbers',
  'length',
  'shouted',
  'stretched',
  'quotes',
  'colon',
  'hashtags',
  'lower_case',
  'open_end',
  'reply',
  'dash',
  'ampersand',
  'money',
  'clock_times',
  'years',
  'ordinals',
  'abbreviations',
  'pairs_of_names',
  'rows_of_names',
  'bar',
  'commas',
  'begins_upper',
  'sentences',
  'faces',
  'closed_end',
  'lower_i',
  'brackets',
  'characters',
  'word_length',
] as const;

const styles = {
  clockTime: /\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b/gi,
  year: /\b(?:19|20)\d\d\b/g,
  ordinal: /\b\d+(?:st|nd|rd|th)\b/g,
  abbreviation: /\b[A-Z]{2,}\b/g,
  pairOfNames: /[A-Z][a-z]+ [A-Z][a-z]+/g,
  rowOfNames: /[A-Z][a-z]+(?: [A-Z][a-z]+){2,}/g,
  sentence: /\. [A-Z]/g,
  face: /[:;]-?[()DP]/g,
  lowerI: /\bi\b/g,
  bracket: /[()]/g,
} as const;

/** The model's features in the order of its weights. */
export const moodFeatureNames: readonly string[] = [
  ...vaderFeatures,
  ...ratedFeatures,
  ...styleFeatures,
  ...cueGroups.map((group) => `cue_${group}`),
];

/** Features whose weight depends on how personal a post is: what the rated words say. */
const sharedFeatures = vaderFeatures.length + ratedFeatures.length;

/** The names of what `withPersonal` answers. */
export const moodInputNames: readonly string[] = [
  ...moodFeatureNames,
  'personal',
  ...moodFeatureNames.slice(0, sharedFeatures).map((name) => `personal_${name}`),
];

/**
 * The features with how personal the post is, 0 to 1, and with the products of both: who tells of himself is seldom
 * neutral where a rated word stands, who announces or reports often is.
 */
export const withPersonal = (features: readonly number[], personal: number): readonly number[] => [
  ...features,
  personal,
  ...features.slice(0, sharedFeatures).map((value) => value * personal),
];

/** From any sum to -1..1: the softer, the slower. */
const saturated = (value: number, soft: number): number => value / Math.sqrt(value * value + soft);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const few = (text: string, pattern: RegExp): number => Math.min(3, countOf(text, pattern));

const yes = (holds: boolean): number => (holds ? 1 : 0);

const bareOf = (text: string): string =>
  text
    .replaceAll(/https?:\/\/\S+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,])/g, '')
    .trim();

/**
 * The features of a post. With `without`, as if the tokens at these places were not there: what a word gives to the
 * result is the difference.
 */
export const moodFeaturesOf = (
  reading: Reading,
  without: ReadonlySet<number> = new Set(),
): readonly number[] => {
  const { tokens } = reading;
  const text = bareOf(reading.text);
  const gone = new Set([...without].map((index) => tokens[index]?.word));
  const hits = reading.hits.filter(({ at }) => !without.has(at));
  const words = reading.words.filter((_word, index) => !without.has(index));
  const byVader = reading.polarity.contributions
    .filter(({ term }) => !gone.has(term.toLowerCase()))
    .map(({ weight }) => weight);
  const compound = without.size === 0 ? reading.polarity.compound : compoundOf(sumOf(byVader), reading.text);
  const strong = hits.filter(({ weak }) => !weak).map(({ valence }) => valence);
  const faint = hits.filter(({ weak }) => weak).map(({ valence }) => valence);
  const byHand = hits.filter((hit) => hit.byHand && !hit.weak).map(({ valence }) => valence);
  const ups = strong.filter((valence) => valence > 0);
  const downs = strong.filter((valence) => valence < 0);
  const sum = sumOf(strong);
  const length = Math.max(1, words.length);
  const exclamations = Math.min(3, countOf(text, /!/g));
  const names = tokens.filter(
    ({ source, startsClause }, index) => index > 0 && !startsClause && /^\p{Lu}\p{Ll}/u.test(source),
  ).length;
  const cues = new Map<string, number>();
  for (const word of words) {
    for (const group of cuesByWord.get(word) ?? []) cues.set(group, (cues.get(group) ?? 0) + 1);
  }
  return [
    compound,
    saturated(sumOf(byVader.filter((weight) => weight > 0)), 6),
    saturated(-sumOf(byVader.filter((weight) => weight < 0)), 6),
    yes(compound >= 0.05),
    yes(compound <= -0.05),
    saturated(sum + sumOf(faint), 15),
    saturated(sum, 8),
    saturated(sumOf(ups), 6),
    saturated(-sumOf(downs), 6),
    saturated(sumOf(faint), 8),
    Math.max(0, ...ups),
    -Math.min(0, ...downs),
    yes(ups.length > 0),
    yes(downs.length > 0),
    yes(faint.some((valence) => valence > 0)),
    yes(faint.some((valence) => valence < 0)),
    yes(ups.length > 0 && downs.length > 0),
    saturated(sum, 8) / Math.sqrt(length),
    Math.sign(strong.at(-1) ?? 0),
    Math.min(3, words.filter((word) => isNegation(word) || word === 'no').length),
    yes(hits.some(({ negated }) => negated)),
    exclamations * yes(ups.length > 0),
    saturated(sumOf(byHand.filter((valence) => valence > 0)), 3),
    saturated(-sumOf(byHand.filter((valence) => valence < 0)), 3),
    exclamations,
    yes(text.includes('?')),
    yes(/\.\.\.|…/.test(text)),
    Math.min(8, names),
    names / length,
    Math.min(3, words.filter((word) => /\d/.test(word)).length),
    Math.log(length),
    Math.min(3, tokens.filter(({ shouted, source }) => shouted && source.length > 2).length),
    yes(tokens.some(({ stretched }) => stretched)),
    yes(/["“]/.test(text)),
    yes(text.includes(': ')),
    Math.min(3, countOf(text, /#\w/g)),
    yes(!/[A-Z]/.test(text)),
    yes(/[\p{L}\p{N}]\s*$/u.test(text)),
    yes(text.startsWith('@')),
    yes(/ - |--/.test(text)),
    yes(text.includes('&')),
    yes(/[$%]/.test(text)),
    few(text, styles.clockTime),
    few(text, styles.year),
    few(text, styles.ordinal),
    few(text, styles.abbreviation),
    few(text, styles.pairOfNames),
    few(text, styles.rowOfNames),
    yes(text.includes('|')),
    few(text, /,/g),
    yes(/^[A-Z]/.test(text)),
    few(text, styles.sentence),
    few(text, styles.face),
    yes(/[.!?]$/.test(text)),
    few(text, styles.lowerI),
    few(text, styles.bracket),
    text.length / 100,
    words.length === 0 ? 0 : sumOf(words.map((word) => word.length)) / words.length,
    ...cueGroups.map((group) => Math.min(2, cues.get(group) ?? 0)),
  ];
};
