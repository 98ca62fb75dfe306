import { describe, expect, it } from 'vitest';
import { classificationFigures } from '../../../src/engine/evaluation/classification.ts';
import { pearson } from '../../../src/engine/evaluation/correlation.ts';
import {
  majorityFigures,
  readJudgedTexts,
  sentimentFigures,
} from '../../../src/engine/evaluation/sentiment.ts';

describe('classificationFigures', () => {
  it('gives the figures worked out on paper', () => {
    // a: 3 rows, 2 right, told 3 times; b: 1 row, right, told twice.
    const figures = classificationFigures(['a', 'a', 'a', 'b', 'c'], ['a', 'a', 'b', 'b', 'a']);
    expect(figures.accuracy).toBeCloseTo(3 / 5);
    expect(figures.macroRecall).toBeCloseTo((2 / 3 + 1 + 0) / 3);
    expect(figures.f1).toBeCloseTo((3 * (2 / 3) + 1 * (2 / 3) + 0) / 5);
  });
});

describe('pearson', () => {
  it('is 1 on a line, -1 on its mirror, 0 where nothing varies', () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
    expect(pearson([1, 1], [1, 2])).toBe(0);
  });
});

describe('readJudgedTexts', () => {
  it('reads labels in numbers and words, quotes and tabs as they stand, CRLF, a byte order mark and empty lines', () => {
    const texts = readJudgedTexts(
      '\uFEFFLabel\ttext\r\n0\tNo "way\tout\r\n\r\npositive\tYes\r\n1\tSo so\r\n',
    );
    expect(texts.map(({ mood, text }) => [mood, text])).toEqual([
      ['negative', 'No "way\tout'],
      ['positive', 'Yes'],
      ['neutral', 'So so'],
    ]);
  });

  it('undoes the escapes and the quotes that public sets put around what people wrote', () => {
    const file = String.raw`label	text
1	"It\u2019s \""here\""\u002c now"
1	"No end
1	"Yes" and "no"`;
    expect(readJudgedTexts(file).map(({ text }) => text)).toEqual([
      'It’s ""here"", now',
      'No end',
      '"Yes" and "no"',
    ]);
  });

  it('cuts ratings at 0.05 either side of zero', () => {
    const texts = readJudgedTexts('id\tmean_rating\ttext\n1\t0.05\ta\n2\t-0.05\tb\n3\t0.049\tc');
    expect(texts.map(({ mood }) => mood)).toEqual(['positive', 'negative', 'neutral']);
  });

  it('takes labels from -1 to 1, and short words', () => {
    const moods = (file: string) => readJudgedTexts(file).map(({ mood }) => mood);
    expect(moods('label\ttext\n-1\ta\n0\tb\n1\tc')).toEqual(['negative', 'neutral', 'positive']);
    expect(moods('label\ttext\nNEG\ta\nneu\tb\npos\tc')).toEqual(['negative', 'neutral', 'positive']);
    expect(() => readJudgedTexts('label\ttext\n-1\ta\n2\tb')).toThrow('Line 3');
  });

  it('reads what a spreadsheet writes where plain lines make no sense: quoted line breaks, commas, semicolons', () => {
    const texts = [
      'text\tlabel\n"Two\nlines"\t2\n',
      'label,text\n2,"Two\nlines"\n',
      'text;label\r\n"Two\nlines";2\r\n',
    ].map((file) => readJudgedTexts(file));
    for (const [only] of texts) expect(only).toMatchObject({ mood: 'positive', text: 'Two\nlines' });
  });

  it.each([
    ['text\nhello', '"label" or "mean_rating"'],
    ['label\n1', '"text"'],
    ['', 'It is empty'],
    ['label\ttext', 'no row'],
    ['label\ttext\n3\thello', 'Line 2 has the label "3"'],
    ['mean_rating\ttext\n5\thello', 'numbers from -4 to 4'],
    ['mean_rating\ttext\nx\thello', 'numbers from -4 to 4'],
    ['mean_rating\ttext\n\thello', 'neither'],
  ])('says what is wrong with %j', (file, words) => {
    expect(() => readJudgedTexts(file)).toThrow(words);
  });
});

describe('sentimentFigures', () => {
  const texts = readJudgedTexts('mean_rating\ttext\n3\tgood\n2\tfine\n-3\tbad\n0\tchair');
  const compounds: Readonly<Record<string, number>> = { good: 0.8, fine: 0.05, bad: -0.5, chair: 0.049 };

  it('cuts compounds at 0.05 and correlates them with the ratings', () => {
    const figures = sentimentFigures(texts, (text) => compounds[text] ?? 0);
    expect(figures).toMatchObject({ rows: 4, accuracy: 1, macroRecall: 1, f1: 1 });
    expect(figures.pearson).toBeGreaterThan(0.8);
  });

  it('has the commonest class as the answer that costs nothing', () => {
    expect(majorityFigures(texts)).toMatchObject({ accuracy: 0.5, macroRecall: 1 / 3 });
  });
});
