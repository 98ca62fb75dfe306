import { moodFeatureNames, moodFeaturesOf, moodInputNames, withPersonal } from './mood-features.ts';
import { moodWeights } from './mood-weights.ts';
import type { Ratings, Reading } from './reading.ts';
import { readingOf } from './reading.ts';
import { cuesByWord } from './cues.ts';

/** The numbers of the model. */
export type MoodWeights = {
  /** Log-odds that a post tells of its author rather than of events, without any feature and for each. */
  readonly personal: {
    readonly intercept: number;
    readonly byFeature: Readonly<Record<string, number>>;
  };
  /** Log-odds of the three classes without any feature and for each. */
  readonly intercept: MoodScores;
  readonly byFeature: Readonly<Record<string, MoodScores>>;
};

/** Negative, neutral, positive. */
export type MoodScores = readonly [number, number, number];

/** The mood of a post. */
export type Mood = {
  /** -1 to 1, four decimals; nearer to zero than 0.05 exactly where 'neutral' is the likeliest. */
  readonly compound: number;
  /** Terms with what each gives to the log-odds of positive over negative, the heaviest first. */
  readonly contributions: readonly { readonly term: string; readonly weight: number }[];
};

const neutralBelow = 0.05;
/** The odds over neutral, as logarithm, at which a compound is half way to its end. */
const halfWay = 3;
/** Contributions nearer to zero are not worth a word. */
const leastContribution = 0.05;

/** How personal a post is, 0 to 1. */
const personalShare = (features: readonly number[], { personal }: MoodWeights): number => {
  const logOdds = features.reduce(
    (sum, value, index) => sum + value * (personal.byFeature[moodFeatureNames[index] ?? ''] ?? 0),
    personal.intercept,
  );
  return 1 / (1 + Math.exp(-logOdds));
};

/** The scores of a post by its features. */
export const moodScoresOf = (features: readonly number[], weights: MoodWeights): MoodScores => {
  const scores: [number, number, number] = [...weights.intercept];
  for (const [index, value] of withPersonal(features, personalShare(features, weights)).entries()) {
    const own = weights.byFeature[moodInputNames[index] ?? ''];
    if (own === undefined || value === 0) continue;
    scores[0] += value * own[0];
    scores[1] += value * own[1];
    scores[2] += value * own[2];
  }
  return scores;
};

/** From the scores to one number: its sign is the likelier side, and it leaves the neutral band where neutral loses. */
export const compoundOfScores = ([negative, neutral, positive]: MoodScores): number => {
  const lean = positive - negative;
  const lead = Math.max(positive, negative) - neutral;
  if (lead < 0) {
    // The share first: a product of the smallest numbers there are would be rounded out of the band.
    const inBand = neutralBelow * (Math.abs(lean) / (Math.abs(lean) - 2 * lead));
    return (Math.sign(lean) * Math.floor(inBand * 9_999)) / 10_000;
  }
  const outside = neutralBelow + (1 - neutralBelow) * (lead / (lead + halfWay));
  return Math.round((lean < 0 ? -outside : outside) * 10_000) / 10_000;
};

/** A term and the tokens it stands for. */
type Part = { readonly term: string; readonly places: ReadonlySet<number> };

/** The rated terms; where there is none, the small words that the model goes by. */
const partsOf = ({ hits, tokens, words }: Reading): readonly Part[] => {
  const inHit = new Set<number>();
  const parts = hits.map(({ at, length }): Part => {
    const places = new Set(Array.from({ length }, (_value, offset) => at + offset));
    for (const place of places) inHit.add(place);
    return {
      term: tokens
        .slice(at, at + length)
        .map(({ source }) => source)
        .join(' '),
      places,
    };
  });
  const cues = tokens.flatMap(({ source }, place) =>
    inHit.has(place) || !cuesByWord.has(words[place] ?? '')
      ? []
      : [{ term: source, places: new Set([place]) }],
  );
  return parts.length > 0 ? parts : cues;
};

const leanOf = ([negative, , positive]: MoodScores): number => positive - negative;

/** The mood of an English post by the trained model. `explain` also weighs each term by leaving it out. */
export const moodOf = (post: string, ratings: Ratings, { explain = false } = {}): Mood => {
  const reading = readingOf(post, ratings);
  if (reading.tokens.length === 0) return { compound: 0, contributions: [] };
  const scores = moodScoresOf(moodFeaturesOf(reading), moodWeights);
  if (!explain) return { compound: compoundOfScores(scores), contributions: [] };
  const contributions = partsOf(reading)
    .map(({ term, places }) => {
      const others = moodScoresOf(moodFeaturesOf(reading, places), moodWeights);
      return { term, weight: leanOf(scores) - leanOf(others) };
    })
    .filter(({ weight }) => Math.abs(weight) >= leastContribution)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return { compound: compoundOfScores(scores), contributions };
};
