import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/engine/content/sentiment/lexicon.ts';
import { polarityOf } from '../../../src/engine/content/sentiment/vader.ts';

const lexicon = loadLexicon();

/** The examples in the README of VADER's authors with the values their program prints. */
const published: readonly (readonly [string, number])[] = [
  ['VADER is smart, handsome, and funny.', 0.8316],
  ['VADER is smart, handsome, and funny!', 0.8439],
  ['VADER is very smart, handsome, and funny.', 0.8545],
  ['VADER is VERY SMART, handsome, and FUNNY.', 0.9227],
  ['VADER is VERY SMART, handsome, and FUNNY!!!', 0.9342],
  ['VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!', 0.9469],
  ['VADER is not smart, handsome, nor funny.', -0.7424],
  ['The book was good.', 0.4404],
  ["At least it isn't a horrible book.", 0.431],
  ['The book was only kind of good.', 0.3832],
  ['The plot was good, but the characters are uncompelling and the dialog is not great.', -0.7042],
  ['Today SUX!', -0.5461],
  ["Today only kinda sux! But I'll get by, lol", 0.5249],
  ['Make sure you :) or :D today!', 0.8633],
  ['Catch utf-8 emoji such as 💘 and 💋 and 😁', 0.875],
  ['Not bad at all', 0.431],
];

describe('polarityOf', () => {
  it.each(published)('%s', (text, compound) => {
    expect(polarityOf(text, lexicon).compound).toBeCloseTo(compound, 4);
  });

  it('reads a curly apostrophe as a straight one', () => {
    expect(polarityOf('It isn’t good', lexicon)).toEqual(polarityOf("It isn't good", lexicon));
  });

  it('names the emoji itself as the driver', () => {
    expect(polarityOf('Our stand today 💔', lexicon).contributions.map(({ term }) => term)).toEqual(['💔']);
  });

  it('stays within -1 and 1 for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { compound } = polarityOf(text, lexicon);
        expect(Math.abs(compound)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
