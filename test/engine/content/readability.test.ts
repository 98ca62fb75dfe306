import { describe, expect, it } from 'vitest';
import { countText } from '../../../src/engine/content/readability/count-text.ts';
import {
  automatedReadabilityIndex,
  colemanLiauIndex,
  fleschKincaidGrade,
  fleschReadingEase,
  gunningFog,
  smogIndex,
} from '../../../src/engine/content/readability/formulas.ts';
import { sentencesOf } from '../../../src/engine/content/readability/sentences.ts';
import { syllablesOf } from '../../../src/engine/content/readability/syllables.ts';
import { wordsOf } from '../../../src/engine/content/readability/words.ts';

const counted = 'The boat left the pier late. Our volunteers rescued eleven dolphins.';

describe('countText', () => {
  it('counts a text as a person does', () => {
    // Letters: 22 + 34. Syllables: 6 ones; our 1, vol-un-teers 3, res-cued 2, e-lev-en 3, dol-phins 2.
    expect(countText(counted)).toEqual({
      sentences: 2,
      words: 11,
      syllables: 17,
      letters: 56,
      characters: 56,
      polysyllables: 2,
      complexWords: 2,
    });
  });

  it('leaves names, compounds and -ed verbs out of the complex words', () => {
    const { polysyllables, complexWords } = countText(
      'We invited Anastasia to a self-explanatory, memorable talk.',
    );
    expect({ polysyllables, complexWords }).toEqual({ polysyllables: 4, complexWords: 1 });
  });

  it('finds nothing in nothing', () => {
    expect(countText('')).toMatchObject({ sentences: 0, words: 0, syllables: 0 });
  });
});

describe('the six formulas', () => {
  // 100 words in 5 sentences, 150 syllables, 470 letters and digits, 10 hard words: worked out on paper.
  const counts = {
    sentences: 5,
    words: 100,
    syllables: 150,
    letters: 470,
    characters: 470,
    polysyllables: 10,
    complexWords: 10,
  };

  it.each([
    ['Flesch reading ease', fleschReadingEase, 206.835 - 20.3 - 126.9],
    ['Flesch-Kincaid', fleschKincaidGrade, 7.8 + 17.7 - 15.59],
    ['Gunning fog', gunningFog, 12],
    ['SMOG', smogIndex, 1.043 * 7.745966692 + 3.1291],
    ['Automated readability', automatedReadabilityIndex, 22.137 + 10 - 21.43],
    ['Coleman-Liau', colemanLiauIndex, 27.636 - 1.48 - 15.8],
  ] as const)('%s', (_, formula, expected) => {
    expect(formula(counts)).toBeCloseTo(expected, 6);
  });

  it('are 0 without words', () => {
    expect(fleschReadingEase(countText('…'))).toBe(0);
    expect(smogIndex(countText('…'))).toBe(0);
  });
});

describe('syllablesOf', () => {
  it.each([
    ['strengths', 1],
    ['table', 2],
    ['likes', 1],
    ['boxes', 2],
    ['walked', 1],
    ['wanted', 2],
    ['settled', 2],
    ['statement', 2],
    ['element', 3],
    ['society', 4],
    ['patient', 2],
    ['client', 2],
    ['create', 2],
    ['creature', 2],
    ['previous', 3],
    ['actually', 4],
    ['being', 2],
    ['rhythm', 2],
    ["didn't", 2],
    ["don't", 1],
    ['café', 2],
    ['well-balanced', 3],
    ['U.S', 2],
    ['2026', 1],
  ])('%s', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });
});

describe('sentencesOf', () => {
  it('does not end a sentence at an abbreviation', () => {
    expect(
      sentencesOf('Dr. Ines Roth met George W. Bush at 5 p.m. on Jan. 5. It rained in the U.S. The end.'),
    ).toEqual(['Dr. Ines Roth met George W. Bush at 5 p.m. on Jan. 5.', 'It rained in the U.S.', 'The end.']);
  });

  it('joins wrapped lines and ends at blank lines and list items', () => {
    expect(sentencesOf('A line that\ngoes on\n\nA heading\n- one\n- two')).toHaveLength(4);
  });

  it('counts a row of emoji to the sentence before', () => {
    expect(sentencesOf('We won! 🎉🎉 ... Really?')).toHaveLength(2);
  });
});

describe('wordsOf', () => {
  it('keeps apostrophes, hyphens and decimals inside words', () => {
    expect(wordsOf("Don't pay 3.5% - it's well-known.")).toEqual([
      "Don't",
      'pay',
      '3.5',
      "it's",
      'well-known',
    ]);
  });
});
