import { array, assert, constantFrom, property, tuple } from 'fast-check';
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

test('counts as X does, whatever words stand beside each other', () => {
  const words = (
    'word (word) #tag @name $TAG über 日本 👍 👍🏽 — … 7.5 a.b e.g. example.com example.com, (example.org) ' +
    'https://example.com/p?q=1#z http://example.com/a_(b)!'
  ).split(' ');
  const word = constantFrom(...words);
  const space = constantFrom(' ', '\n', '  ');
  assert(
    property(array(tuple(word, space), { maxLength: 20 }), (pairs) => {
      const text = pairs.flat().join('');
      expect(weightedLength(text)).toBe(opinion(text));
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
