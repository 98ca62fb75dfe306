import fc from 'fast-check';
import twitterText from 'twitter-text';
import { expect, test } from 'vitest';
import { findLinks } from '../../../src/sandbox/x/text/urls.ts';
import { weightedLength } from '../../../src/sandbox/x/text/weighted-length.ts';

// The package is X's own; it stands only in this test, as a second opinion on code that was written without it.
const opinion = (text: string): number => twitterText.parseTweet(text).weightedLength;

test.each([
  'hello',
  'cafe\u0301 and café',
  '日本語 한국어 ไทย עברית العربية',
  '“quote” … — ‐ ′',
  '👨‍👩‍👧‍👦 👍🏽 🇩🇪 1️⃣ *️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤ ❤️ ✈ ⌚⏩ ㊗ 🅰 © ® ™',
  'see example.com now, or www.bbc.co.uk/news.',
  'https://example.com/a(b)c). and (https://example.com)',
  'a@example.com @example.com #tag.com $AAPL.com',
  '日本example.com example.com日本 https://müller.de/x',
  'https://en.wikipedia.org/wiki/Bread_(food) http://example.com:8080/p?q=1#z!',
  'http://localhost:3000/x http://foo.bar/x file.md node.js v1.2.is t.co',
  'HTTPS://EXAMPLE.COM done.thanks it.so.works',
])('counts as X does: %s', (text) => {
  expect(weightedLength(text)).toBe(opinion(text));
});

test('counts as X does, whatever is put together', () => {
  const piece = fc.constantFrom(
    'word',
    ' ',
    '\n',
    '.',
    ',',
    '!',
    '(',
    ')',
    '#tag',
    '@name',
    '$TAG',
    'example.com',
    'https://example.com/p',
    'ü',
    '日',
    '👍',
    '👍🏽',
    '—',
    '…',
    '/',
    '?q=1',
    '7',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(weightedLength(pieces.join(''))).toBe(opinion(pieces.join('')));
    }),
    { numRuns: 2000 },
  );
});

test('finds links with their places', () => {
  const text = 'a https://example.com/x. b example.org';
  expect(findLinks(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'https://example.com/x',
    'example.org',
  ]);
});
