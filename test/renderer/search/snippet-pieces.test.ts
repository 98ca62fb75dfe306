import { expect, it } from 'vitest';
import { snippetPieces } from '../../../src/renderer/screens/search/snippet-pieces.ts';

it('separates the matches from the text around them', () => {
  expect(snippetPieces('our \u2068winter\u2069 roast, \u2068winter\u2069')).toEqual([
    { text: 'our ', match: false, at: 0 },
    { text: 'winter', match: true, at: 4 },
    { text: ' roast, ', match: false, at: 12 },
    { text: 'winter', match: true, at: 20 },
  ]);
});

it('leaves no mark in the text, also where one is missing', () => {
  const pieces = snippetPieces('a \u2068b c');
  expect(pieces.map(({ text }) => text).join('')).toBe('a b c');
  expect(pieces.at(-1)?.match).toBe(true);
});
