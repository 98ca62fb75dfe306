import { describe, expect, it } from 'vitest';
import { facetsOf } from '../../../../src/engine/platforms/bluesky/text/facets.ts';
import { measure } from '../../../../src/engine/platforms/bluesky/text/measure.ts';
import { partsOf } from '../../../../src/engine/platforms/bluesky/text/stretches.ts';
import { writtenText } from '../../../../src/engine/platforms/bluesky/text/written-text.ts';

const family = '👨‍👩‍👧‍👦';

describe('counting', () => {
  it.each([
    ['letters', 'hello', 5],
    ['a family of emoji as one', family, 1],
    ['flags as one each', '🇩🇪🇬🇧', 2],
    ['a skin tone with its hand', '👋🏽', 1],
    ['a letter with combining marks', 'e\u0301\u0323', 1],
    ['Hangul made of jamo', '\u1112\u1161\u11AB', 1],
    ['Devanagari conjuncts', 'नमस्ते', [...new Intl.Segmenter('en').segment('नमस्ते')].length],
    ['links in full', `https://example.com/${'a'.repeat(80)}`, 100],
    ['a line break of two units as one', 'a\r\nb', 3],
  ])('counts %s', (_, text, length) => {
    expect(measure(text).length).toBe(length);
  });

  it('takes 300 graphemes and not 301', () => {
    expect(measure('a'.repeat(300)).valid).toBe(true);
    const over = measure(`${'é'.repeat(300)}x`);
    expect(over.valid).toBe(false);
    expect(over.ranges).toEqual([{ start: 300, end: 301, reason: 'over_limit' }]);
  });

  it('takes 3,000 bytes and not more, although the graphemes are few', () => {
    const most = family.repeat(120);
    expect(Buffer.byteLength(most)).toBe(3000);
    expect(measure(most).valid).toBe(true);
    const over = measure(`${most}!`);
    expect(over).toMatchObject({ length: 121, valid: false });
    expect(over.ranges).toEqual([{ start: most.length, end: most.length + 1, reason: 'over_limit' }]);
  });

  it('refuses half a character', () => {
    expect(measure('a\uD83Db')).toMatchObject({
      valid: false,
      ranges: [{ start: 1, end: 2, reason: 'not_allowed' }],
    });
  });

  it('is not valid without text', () => expect(measure('').valid).toBe(false));
});

describe('what is linked', () => {
  const found = (text: string) => partsOf(text).map(({ kind, value }) => `${kind} ${value}`);

  it.each([
    ['See https://example.com/a?b=c#d.', ['link https://example.com/a?b=c#d']],
    ['(https://en.wikipedia.org/wiki/Rye_(bread))', ['link https://en.wikipedia.org/wiki/Rye_(bread)']],
    ['Go to example.com, now', ['link https://example.com']],
    ['Go to sub.example.co.uk/path!', ['link https://sub.example.co.uk/path']],
    ['notes.md and v1.2 and e.g. this', []],
    ['mail me at anna@example.com', []],
    ['Hi @anna.bsky.social!', ['mention anna.bsky.social']],
    ['Hi (@Anna.Example.COM)', ['mention anna.example.com']],
    ['@anna is no handle', []],
    ['#rye and #Brötchen, #2026 #a1', ['tag rye', 'tag Brötchen', 'tag a1']],
    ['#日本語 #emoji😀', ['tag 日本語', 'tag emoji😀']],
    ['a#b', []],
    ['https://example.com/#top #top', ['link https://example.com/#top', 'tag top']],
    ['#\uFE0F\u20E3', []],
    [`#${'x'.repeat(65)}`, []],
  ])('in %s', (text, parts) => {
    expect(found(text)).toEqual(parts);
  });
});

describe('facets', () => {
  it('are placed by bytes of UTF-8 behind emoji, marks and scripts', () => {
    const text = `${family} é e\u0301 日本 https://example.com/ü @anna.example.com #tägg`;
    const bytes = Buffer.from(text);
    const facets = facetsOf(text, () => 'did:plc:anna');
    const shown = facets.map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString());
    expect(shown).toEqual(['https://example.com/ü', '@anna.example.com', '#tägg']);
    expect(facets.map(({ features }) => features[0])).toEqual([
      { $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com/ü' },
      { $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:anna' },
      { $type: 'app.bsky.richtext.facet#tag', tag: 'tägg' },
    ]);
  });

  it('leaves a handle that nobody has as text', () => {
    expect(facetsOf('@nobody.example.com', () => null)).toEqual([]);
  });

  it('makes a shortened link whole again', () => {
    const text = '😀 example.com/long… and more';
    const start = Buffer.byteLength('😀 ');
    const links = [
      {
        byteStart: start,
        byteEnd: start + Buffer.byteLength('example.com/long…'),
        uri: 'https://example.com/longer/path',
      },
    ];
    expect(writtenText(text, links)).toBe('😀 https://example.com/longer/path and more');
  });

  it('leaves words that lead somewhere as they are, and ranges that are none', () => {
    expect(writtenText('read this', [{ byteStart: 5, byteEnd: 9, uri: 'https://example.com' }])).toBe(
      'read this',
    );
    expect(writtenText('short', [{ byteStart: 2, byteEnd: 90, uri: 'https://example.com' }])).toBe('short');
  });
});
