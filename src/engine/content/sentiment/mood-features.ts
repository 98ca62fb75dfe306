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
] as const;

/** The model's features in the order of its weights. */
export const moodFeatureNames: readonly string[] = [
  ...vaderFeatures,
  ...ratedFeatures,
  ...styleFeatures,
  ...cueGroups.map((group) => `cue_${group}`),
];

/** From any sum to -1..1: the softer, the slower. */
const saturated = (value: number, soft: number): number => value / Math.sqrt(value * value + soft);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const yes = (holds: boolean): number => (holds ? 1 : 0);

/**
 * The features of a post. With `without`, as if the tokens at these places were not there: what a word gives to the
 * result is the difference.
 */
export const moodFeaturesOf = (
  reading: Reading,
  without: ReadonlySet<number> = new Set(),
): readonly number[] => {
  const { text, tokens } = reading;
  const gone = new Set([...without].map((index) => tokens[index]?.word));
  const hits = reading.hits.filter(({ at }) => !without.has(at));
  const words = reading.words.filter((_word, index) => !without.has(index));
  const byVader = reading.polarity.contributions
    .filter(({ term }) => !gone.has(term.toLowerCase()))
    .map(({ weight }) => weight);
  const compound = without.size === 0 ? reading.polarity.compound : compoundOf(sumOf(byVader), text);
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
    ...cueGroups.map((group) => Math.min(2, cues.get(group) ?? 0)),
  ];
};
