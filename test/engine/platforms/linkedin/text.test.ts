import { describe, expect, it } from 'vitest';
import { littleTextOf, plainTextOf } from '../../../../src/engine/platforms/linkedin/text/little-text.ts';
import { rules } from '../../../../src/engine/platforms/linkedin/rules.ts';
import { shownText } from '../../../../src/sandbox/linkedin/little-text.ts';

describe('little text', () => {
  it.each([
    ['Bread (rye) costs 4.80', String.raw`Bread \(rye\) costs 4.80`],
    [String.raw`a\b|c{d}e@f[g]h<i>j*k_l~m`, String.raw`a\\b\|c\{d\}e\@f\[g\]h\<i\>j\*k\_l\~m`],
    ['Baked #today', String.raw`Baked {hashtag|\#|today}`],
    ['Baked #to_day', String.raw`Baked {hashtag|\#|to\_day}`],
    ['C# is no tag, nor is #1', String.raw`C\# is no tag, nor is \#1`],
    ['https://example.com/a_b#top', String.raw`https://example.com/a\_b\#top`],
    ['Thanks @[Linden Bakery](urn:li:organization:1)!', 'Thanks @[Linden Bakery](urn:li:organization:1)!'],
    ['mail@example.com and @nobody', String.raw`mail\@example.com and \@nobody`],
    ['@[Not](https://example.com)', String.raw`\@\[Not\]\(https://example.com\)`],
  ])('writes %j so that LinkedIn shows it whole', (text, little) => {
    expect(littleTextOf(text)).toBe(little);
    expect(shownText(little)).toBe(text);
    expect(plainTextOf(little)).toBe(text);
  });

  it('ends at LinkedIn where nobody escaped', () => {
    expect(shownText('Bread (rye) costs 4.80')).toBe('Bread ');
  });
});

describe('counting', () => {
  const { measure } = rules();

  it('counts code points of what was written', () => {
    expect(measure('🥖(#bread)')).toMatchObject({ length: 9, limit: 3000, valid: true });
  });

  it('marks where the limit is passed, in UTF-16 units', () => {
    const text = `${'🥖'.repeat(3000)}!`;
    expect(measure(text)).toMatchObject({
      length: 3001,
      valid: false,
      ranges: [{ start: 6000, end: 6001, reason: 'over_limit' }],
    });
  });

  it('lists links, mentions and hashtags', () => {
    const text = 'See https://example.com/a#b, @[Linden Bakery](urn:li:organization:1) and #rye.';
    expect(measure(text).entities).toEqual({
      urls: ['https://example.com/a#b'],
      mentions: ['@[Linden Bakery](urn:li:organization:1)'],
      hashtags: ['#rye'],
      cashtags: [],
    });
  });

  it('takes no halves of characters', () => {
    expect(measure('a\uD83E')).toMatchObject({ valid: false, ranges: [{ start: 1, reason: 'not_allowed' }] });
  });
});
