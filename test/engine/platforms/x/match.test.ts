import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RemotePost } from '../../../../src/engine/platforms/reading.ts';
import { x } from '../../../../src/engine/platforms/x/platform.ts';
import { postSchema } from '../../../../src/engine/platforms/x/wire/post-schema.ts';
import { inReplyTo, publishedAt, writtenText } from '../../../../src/engine/platforms/x/wire/post-reading.ts';

const sendingAt = Date.UTC(2026, 10, 22, 9, 30);
const sent = (text: string, more: Partial<Parameters<typeof x.api.matches>[0]> = {}) => ({
  text,
  inReplyTo: null,
  sendingAt,
  mediaCount: 0,
  ...more,
});

/** What the listing gives for a post that X answers with. */
const seen = (wire: object): RemotePost => {
  const post = postSchema.parse({
    id: '1990000000000000001',
    created_at: '2026-11-22T09:30:01.000Z',
    ...wire,
  });
  return {
    remoteId: post.id,
    url: null,
    text: writtenText(post),
    publishedAt: publishedAt(post),
    inReplyTo: inReplyTo(post),
    metrics: {},
  };
};
const short = (n: number) => `https://t.co/abc${n}`;
const urls = (...targets: readonly string[]) => ({
  entities: { urls: targets.map((target, n) => ({ url: short(n), expanded_url: target })) },
});

describe('finding the post that was sent', () => {
  it.each<[string, string, object]>([
    ['as it is', 'Hello world', { text: 'Hello world' }],
    ['trimmed', '  Hello \n', { text: 'Hello' }],
    ['with other white space', 'a\r\n\r\n\r\nb \u00A0 c', { text: 'a\n\nb c' }],
    ['escaped', 'R&D <3 > 2', { text: 'R&amp;D &lt;3 &gt; 2' }],
    ['escaped where it was written escaped', 'write &amp; mean it', { text: 'write &amp;amp; mean it' }],
    ['not escaped where it was written escaped', 'write &amp; mean it', { text: 'write &amp; mean it' }],
    ['composed', 'cafe\u0301', { text: 'café' }],
    ['decomposed', 'café', { text: 'cafe\u0301' }],
    [
      'with its link shortened',
      'see https://example.com/a?b=1&c=2 now',
      { text: `see ${short(0)} now`, ...urls('https://example.com/a?b=1&c=2') },
    ],
    [
      'with a link that had no scheme',
      'see example.com',
      { text: `see ${short(0)}`, ...urls('http://example.com') },
    ],
    [
      'with a link to a bare host',
      'see https://Example.COM',
      { text: `see ${short(0)}`, ...urls('https://example.com/') },
    ],
    [
      'with a host in another script',
      'see https://bücher.example.com/x',
      { text: `see ${short(0)}`, ...urls('https://xn--bcher-kva.example.com/x') },
    ],
    ['with a link that nobody expands', 'see https://example.com now', { text: `see ${short(0)} now` }],
    [
      'with two links',
      'https://a.com and https://b.com',
      { text: `${short(0)} and ${short(1)}`, ...urls('https://a.com', 'https://b.com') },
    ],
    ['without what is not shown', 'a\u0007b', { text: 'ab' }],
    [
      'as a long text',
      'word '.repeat(100),
      { text: 'word …', note_tweet: { text: 'word '.repeat(100).trim() } },
    ],
    [
      'as a long text in the new spelling',
      'word '.repeat(100),
      { text: 'word …', note_post: { text: 'word '.repeat(100).trim() } },
    ],
    ['cut short', 'word '.repeat(100), { text: `${'word '.repeat(50).trim()}… ${short(3)}` }],
  ])('%s', (_, text, wire) => {
    expect(x.api.matches(sent(text), seen(wire))).toBe(true);
  });

  it.each<[string, string, object]>([
    ['another text', 'Hello', { text: 'Hello you' }],
    ['another case', 'Hello', { text: 'hello' }],
    [
      'another link',
      'see https://example.com/a',
      { text: `see ${short(0)}`, ...urls('https://example.com/b') },
    ],
    [
      'links the other way round',
      'https://a.com and https://b.com',
      { text: `${short(0)} and ${short(1)}`, ...urls('https://b.com', 'https://a.com') },
    ],
    ['a link more', 'see', { text: `see ${short(0)}` }],
    ['a link fewer', 'see https://example.com', { text: 'see' }],
    ['a name in front', 'hello', { text: '@ada hello' }],
    ['a short text cut short', 'word and more', { text: 'word…' }],
    ['another long text', 'word '.repeat(100), { text: `${'other '.repeat(40).trim()}…` }],
    ['nothing', 'Hello', { text: '' }],
  ])('not %s', (_, text, wire) => {
    expect(x.api.matches(sent(text), seen(wire))).toBe(false);
  });

  it('never an older post with the same text', () => {
    const at = (ms: number) => seen({ text: 'Good morning', created_at: new Date(ms).toISOString() });
    expect(x.api.matches(sent('Good morning'), at(sendingAt - 60_001))).toBe(false);
    expect(x.api.matches(sent('Good morning'), at(sendingAt - 60_000))).toBe(true);
    expect(x.api.matches(sent('Good morning'), at(sendingAt + 90_000))).toBe(true);
  });

  it('only under the same parent', () => {
    const reply = (field: string, id: string) =>
      seen({ text: 'And then', [field]: [{ type: 'replied_to', id }] });
    const second = sent('And then', { inReplyTo: '11' });
    expect(x.api.matches(second, reply('referenced_tweets', '11'))).toBe(true);
    expect(x.api.matches(second, reply('referenced_posts', '11'))).toBe(true);
    expect(x.api.matches(second, reply('referenced_tweets', '12'))).toBe(false);
    expect(x.api.matches(second, seen({ text: 'And then' }))).toBe(false);
    expect(x.api.matches(sent('And then'), reply('referenced_tweets', '11'))).toBe(false);
    const quote = seen({ text: 'And then', referenced_tweets: [{ type: 'quoted', id: '11' }] });
    expect(x.api.matches(sent('And then'), quote)).toBe(true);
  });

  it('knows a reply that X begins with the name of its parent', () => {
    const parent = { referenced_tweets: [{ type: 'replied_to', id: '11' }] };
    const reply = sent('thank you', { inReplyTo: '11' });
    expect(x.api.matches(reply, seen({ text: '@ada @bob thank you', ...parent }))).toBe(true);
    expect(x.api.matches(reply, seen({ text: '@ada thanks', ...parent }))).toBe(false);
  });

  it('knows a post of media alone, and the link X appends to media', () => {
    const media = sent('', { mediaCount: 1 });
    const own = `https://x.com/ada/status/1990000000000000001/photo/1`;
    expect(x.api.matches(media, seen({ text: short(0) }))).toBe(true);
    expect(x.api.matches(media, seen({ text: short(0), ...urls(own) }))).toBe(true);
    expect(x.api.matches(media, seen({ text: 'words' }))).toBe(false);
    const withText = sent('look https://example.com', { mediaCount: 1 });
    expect(
      x.api.matches(
        withText,
        seen({ text: `look ${short(0)} ${short(1)}`, ...urls('https://example.com', own) }),
      ),
    ).toBe(true);
    expect(x.api.matches(withText, seen({ text: `look ${short(0)}`, ...urls('https://example.com') }))).toBe(
      true,
    );
    const keyed = {
      entities: { urls: [{ url: short(0), expanded_url: 'https://x.com/i', media_key: '3_1' }] },
    };
    expect(x.api.matches(sent('look', { mediaCount: 1 }), seen({ text: `look ${short(0)}`, ...keyed }))).toBe(
      true,
    );
  });

  it('keeps a link to the picture of another post', () => {
    const other = 'https://x.com/bob/status/5/photo/1';
    expect(seen({ text: `see ${short(0)}`, ...urls(other) }).text).toBe(`see ${other}`);
  });
});

describe('whatever X does to a text', () => {
  const word = fc.constantFrom(
    'tea',
    'R&D',
    '<b>',
    'cafe\u0301',
    'naïve',
    '#tag',
    '@ada',
    '👍🏽',
    'の',
    '&amp;',
    '1…2',
    '$TWTR',
    '“so”',
  );
  const link = fc.constantFrom(
    'https://example.com',
    'example.org/path?a=1&b=2',
    'http://sub.example.net/x#y',
    'HTTPS://Example.com/Path',
  );
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: link }), {
      minLength: 1,
      maxLength: 12,
    })
    .chain((words) =>
      fc
        .array(fc.constantFrom(' ', '\n', '\n\n', '  '), { minLength: words.length, maxLength: words.length })
        .map((spaces) => words.map((word, n) => word + (spaces[n] ?? '')).join('')),
    );

  const isLink = /(?:https?:\/\/)?(?:\w+\.)?example\.\w+\S*/gi;
  const asXShowsIt = (written: string, options: { expands: boolean; media: boolean }) => {
    const targets: string[] = [];
    const shortened = written.normalize('NFC').replaceAll(isLink, (target) => {
      targets.push(/^https?:/i.test(target) ? target : `http://${target}`);
      return `{{${targets.length - 1}}}`;
    });
    const escaped = shortened
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .trim()
      .replaceAll(/\{\{(\d+)\}\}/g, (_, n: string) => short(Number(n)));
    return seen({
      text: options.media ? `${escaped} https://t.co/media` : escaped,
      ...(options.expands && urls(...targets)),
    });
  };

  it('the post is found, and no other text is taken for it', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), fc.boolean(), (one, other, expands, media) => {
        const shown = asXShowsIt(one, { expands, media });
        expect(x.api.matches(sent(one, { mediaCount: media ? 1 : 0 }), shown)).toBe(true);
        const squeezed = (text: string) =>
          text
            .normalize('NFC')
            .replaceAll('&amp;', '&')
            .replaceAll(isLink, 'L')
            .replaceAll(/\s+/g, ' ')
            .trim();
        fc.pre(squeezed(one) !== squeezed(other));
        expect(x.api.matches(sent(other, { mediaCount: media ? 1 : 0 }), shown)).toBe(false);
      }),
    );
  });

  it('and it never throws', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, fc.boolean(), (one, other, hasMedia) => {
        expect(x.api.matches(sent(one, { mediaCount: hasMedia ? 1 : 0 }), seen({ text: other }))).toBeTypeOf(
          'boolean',
        );
      }),
    );
  });
});

describe('reading a post', () => {
  it('takes the time from the id where X does not say it', () => {
    const post = postSchema.parse({ id: '1445880548472328192', text: 'x' });
    expect(new Date(publishedAt(post)).toISOString()).toMatch(/^2021-10-06T22:/);
  });

  it('does not mix up short links that begin alike', () => {
    const wire = {
      text: 'https://t.co/abc https://t.co/abcd',
      entities: {
        urls: [
          { url: 'https://t.co/abc', expanded_url: 'https://a.com' },
          { url: 'https://t.co/abcd', expanded_url: 'https://b.com' },
        ],
      },
    };
    expect(seen(wire).text).toBe('https://a.com https://b.com');
  });
});
