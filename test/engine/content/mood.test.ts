import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moodFeatureNames,
  moodFeaturesOf,
  moodInputNames,
} from '../../../src/engine/content/sentiment/mood-features.ts';
import { compoundOfScores, moodOf, moodScoresOf } from '../../../src/engine/content/sentiment/mood-model.ts';
import { moodWeights } from '../../../src/engine/content/sentiment/mood-weights.ts';
import { loadRatings, readingOf } from '../../../src/engine/content/sentiment/reading.ts';

const ratings = loadRatings();

const sideOf = (text: string): string => {
  const { compound } = moodOf(text, ratings);
  if (compound >= 0.05) return 'positive';
  return compound <= -0.05 ? 'negative' : 'neutral';
};

describe('moodOf', () => {
  it.each([
    ['positive', 'I absolutely love this, thank you so much!!!'],
    ['positive', 'Happy birthday to my best friend 🎉❤️'],
    ['positive', 'Not bad at all, we had a great time'],
    ['positive', 'This album is dope, straight fire'],
    ['positive', "Can't wait to see you all tomorrow!"],
    ['negative', 'This is the worst service ever. I hate waiting.'],
    ['negative', 'Not happy with this at all, what a waste of time'],
    ['negative', 'I am so sick of this 😡'],
    ['negative', 'smh why do people even do this'],
    ['neutral', 'The council meets on Tuesday at 7 pm in Room 12'],
    ['neutral', 'Super Bowl Sunday: kickoff in Houston at 6:30 on February 5th'],
  ])('%s: %s', (side, text) => {
    expect(sideOf(text)).toBe(side);
  });

  it('reads stretched words, capitals and hashtags as what they stand for', () => {
    expect(sideOf('I am sooooo haaappy')).toBe('positive');
    const plain = moodOf('We had a great day', ratings).compound;
    expect(moodOf('We had a GREAT day', ratings).compound).toBeGreaterThan(plain);
    const terms = moodOf('#WorstDayEver', ratings, { explain: true }).contributions.map(({ term }) => term);
    expect(terms).toEqual(['Worst Day Ever']);
  });

  it('says 0 where there is nothing to read', () => {
    expect(moodOf(' … ', ratings, { explain: true })).toEqual({ compound: 0, contributions: [] });
  });

  it('gives each term exactly what the log-odds lose without it', () => {
    const text = 'A lovely view, but a terrible meal';
    const leanOf = (without: ReadonlySet<number>): number => {
      const [negative, , positive] = moodScoresOf(
        moodFeaturesOf(readingOf(text, ratings), without),
        moodWeights,
      );
      return positive - negative;
    };
    const { contributions } = moodOf(text, ratings, { explain: true });
    const expected = leanOf(new Set()) - leanOf(new Set([1]));
    expect(contributions.find(({ term }) => term === 'lovely')?.weight).toBeCloseTo(expected, 10);
    expect(new Map(contributions.map(({ term, weight }) => [term, Math.sign(weight)]))).toEqual(
      new Map([
        ['lovely', 1],
        ['terrible', -1],
      ]),
    );
  });

  it('has weights for each feature, and stays within -1 and 1 for any string', () => {
    expect(Object.keys(moodWeights.byFeature)).toEqual([...moodInputNames]);
    expect(Object.keys(moodWeights.personal.byFeature)).toEqual([...moodFeatureNames]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { compound } = moodOf(text, ratings);
        expect(Math.abs(compound)).toBeLessThanOrEqual(1);
        expect(moodFeaturesOf(readingOf(text, ratings))).toHaveLength(moodFeatureNames.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('compoundOfScores', () => {
  it('leaves the neutral band exactly where neutral is not the likeliest, and takes the side of the likelier', () => {
    const score = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(score, score, score, (negative, neutral, positive) => {
        const compound = compoundOfScores([negative, neutral, positive]);
        expect(Math.abs(compound) >= 0.05).toBe(neutral <= Math.max(negative, positive));
        expect(compound * (positive - negative)).toBeGreaterThanOrEqual(0);
      }),
      { examples: [[-5e-324, 0, -5.4e-323]] },
    );
  });
});
