import * as fc from 'fast-check';

import { describe, expect, it } from 'vitest';
import { x } from '../../../../../src/engine/platforms/x/platform.ts';
import { standardCounting } from '../../../../../src/engine/platforms/x/text/counting.ts';
import { measure } from '../../../../../src/engine/platforms/x/text/measure.ts';
import { twitterText } from '../../../../../src/engine/platforms/x/text/twitter-text.ts';
import { profileWith } from '../profile.ts';

const count = (text: string) => measure(text, standardCounting);
const family = '👨‍👩‍👧‍👦';

describe('counting as X does', () => {
  it.each([
    ['', 0, false],
    ['a', 1, true],
    ['a'.repeat(280), 280, true],
    ['a'.repeat(281), 281, false],
    ['の'.repeat(140), 280, true],
    ['の'.repeat(141), 282, false],
    [family, 2, true],
    [family.repeat(140), 280, true],
    ['👍🏽', 2, true],
    ['e\u0301', 1, true],
    ['“quoted” – it’s', 15, true],
    ['https://example.com', 23, true],
    [`https://example.com/${'long'.repeat(200)}`, 23, true],
    ['see example.com', 27, true],
    ['a\nb', 3, true],
    ['x\uFFFEy', 4, false],
    ['x\uFEFFy', 4, false],
  ])('%j counts %d', (text, length, valid) => {
    expect(count(text)).toMatchObject({ length, valid, limit: 280 });
  });

  it('lists what X links, as written and in order', () => {
    const { entities } = count(
      '@Ada said: #Tea at HTTP://Example.com/a?b=1 ＠bob $TWTR example.org #1 @a/list #tea',
    );
    expect(entities).toEqual({
      urls: ['HTTP://Example.com/a?b=1', 'example.org'],
      mentions: ['@Ada', '＠bob'],
      hashtags: ['#Tea', '#tea'],
      cashtags: ['$TWTR'],
    });
  });

  it('finds no entity inside a link', () => {
    const { entities } = count('https://example.com/@ada#tea?$TWTR');
    expect(entities).toMatchObject({ mentions: [], hashtags: [], cashtags: [] });
  });

  it('gives subscribers 25,000 and folds their posts after 280', () => {
    for (const subscription of ['Premium', 'PremiumPlus']) {
      const rules = x.rules(profileWith({ subscription }));
      expect(rules).toMatchObject({ limit: 25_000, truncation: 280 });
      expect(rules.measure('a'.repeat(25_000))).toMatchObject({ length: 25_000, valid: true });
      expect(rules.measure('a '.repeat(12_501)).ranges).toEqual([
        { start: 25_000, end: 25_002, reason: 'over_limit' },
      ]);
    }
    expect(x.rules(profileWith({ subscription: 'None' }))).toMatchObject({ limit: 280, truncation: null });
    expect(x.rules(null)).toMatchObject({ limit: 280, truncation: null });
  });
});

describe('the places X would not take', () => {
  const over = (text: string): string | undefined => {
    const range = count(text).ranges?.find(({ reason }) => reason === 'over_limit');
    return range && text.slice(range.start, range.end);
  };

  it.each([
    ['letters', 'a'.repeat(280), 'bc'],
    ['a wide letter with room for half', 'a'.repeat(279), 'の'],
    ['an emoji', 'a'.repeat(279), family],
    ['a link', 'a '.repeat(130), 'https://example.com/path'],
    ['decomposed letters', 'e\u0301'.repeat(280), 'o\u0308'],
    ['letters after a refused character', `\uFEFF${'a'.repeat(278)}`, 'b'],
    ['the tail of a long text', 'word '.repeat(56), 'more '.repeat(2_000)],
  ])('marks %s', (_, fits, rest) => {
    expect(over(fits + rest)).toBe(rest);
    expect(over(fits)).toBeUndefined();
  });

  it('marks refused characters and halves of pairs', () => {
    const text = 'a\uFEFF\uFEFFb\uD83Dc\uDC00';
    expect(count(text)).toMatchObject({
      valid: false,
      ranges: [
        { start: 1, end: 3, reason: 'not_allowed' },
        { start: 4, end: 5, reason: 'not_allowed' },
        { start: 6, end: 7, reason: 'not_allowed' },
      ],
    });
  });

  it('marks every cashtag but the first', () => {
    expect(count('$TWTR $AAPL $MSFT').ranges).toEqual([
      { start: 6, end: 11, reason: 'too_many' },
      { start: 12, end: 17, reason: 'too_many' },
    ]);
  });

  it('has no ranges where all is well', () => {
    expect(count('fine')).not.toHaveProperty('ranges');
  });
});

describe('any text', () => {
  const bits = fc.constantFrom(
    'a',
    'ü',
    'e\u0301',
    '\u0301',
    'の',
    '한',
    '\u1112\u1161',
    '。',
    ' ',
    '\n',
    '\u00A0',
    '\u2028',
    '\u3000',
    '.',
    ',',
    '/',
    ':',
    '@',
    '#',
    '$',
    '-',
    '_',
    'http://',
    'example.com',
    '@name',
    '#tag',
    '$TAG',
    '👍🏽',
    family,
    '\uD83D',
    '\uDC00',
    '\uFEFF',
    '\u200D',
    '🫠',
    'RT',
  );
  const texts = fc
    .array(fc.oneof(bits, fc.string({ unit: 'binary' })), { maxLength: 60 })
    .map((all) => all.join(''));

  it('never throws, and a long one counts as twitter-text counts it whole', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), (text, times) => {
        const long = `${text} `.repeat(times);
        const whole = twitterText().parseTweet(long);
        const measured = count(long);
        expect(measured.length).toBe(whole.weightedLength);
        expect(measured.entities.urls).toEqual(twitterText().extractUrls(long));
      }),
      { numRuns: 200 },
    );
  });

  it('of a script without spaces counts as twitter-text counts it whole', () => {
    const long = '東京は晴れです。詳しくはhttps://example.com/path?a=1をご覧ください、@ada_lovelace さん！'
      .replaceAll(' ', '')
      .repeat(300);
    expect(long).not.toMatch(/\s/);
    expect(count(long).length).toBe(twitterText().parseTweet(long).weightedLength);
    expect(count(long).entities.urls).toHaveLength(300);
  });

  it('fits up to the mark and not one letter further', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const long = `${text} ${'の'.repeat(141)}`;
        const mark = count(long).ranges?.find(({ reason }) => reason === 'over_limit');
        expect(mark).toBeDefined();
        expect(mark?.end).toBe(long.length);
        const start = mark?.start ?? 0;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(count(long.slice(0, start)).length).toBeLessThanOrEqual(280 + 23);
      }),
      { numRuns: 200 },
    );
  });

  it('of 100,000 letters is counted quickly, even where links are hard to rule out', () => {
    /** Seconds that this thread computes; other programs on the machine do not count. */
    const secondsOf = (text: string): number => {
      const before = process.threadCpuUsage();
      count(text);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000_000;
    };
    for (const text of ['a'.repeat(100_000), 'の'.repeat(100_000), 'a b.co '.repeat(14_000)])
      expect(secondsOf(text)).toBeLessThan(2);
    expect(secondsOf('a.'.repeat(12_500))).toBeLessThan(4);
  });
});
