import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../../../src/engine/platforms/mastodon/limits.ts';
import { mastodon } from '../../../../src/engine/platforms/mastodon/platform.ts';
import { fromHtml } from '../../../../src/engine/platforms/mastodon/text/from-html.ts';
import { measure } from '../../../../src/engine/platforms/mastodon/text/measure.ts';

const lengthOf = (text: string): number => measure(text, usualLimits).length;

describe('counting', () => {
  it.each([
    ['letters', 'hello', 5],
    ['a family of emoji as one', '👨‍👩‍👧‍👦', 1],
    ['a flag as one', '🇩🇪', 1],
    ['a letter with its marks', 'e\u0301\u0323', 1],
    ['a long address as 23', `https://example.com/${'a'.repeat(200)}`, 23],
    ['a short address as 23', 'http://a.de', 23],
    ['a full stop behind an address by itself', 'https://example.com/a.', 24],
    ['an address without its scheme as it is', 'example.com', 11],
    ['a mention without its server', '@anna@mastodon.example.org', 5],
    ['a mention of this server as it is', '@anna', 5],
    ['an e-mail address as it is', 'anna@example.com', 16],
    ['all together', 'Hi @anna@example.com: https://example.com/x 👍🏽', 3 + 5 + 2 + 23 + 2],
  ])('counts %s', (_, text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  it('marks where it is too long, with the server’s own limit', () => {
    const tight = { characters: 30, perUrl: 23 };
    const text = 'See this https://example.com/long and more';
    expect(measure(text, tight)).toMatchObject({
      length: 9 + 23 + 9,
      valid: false,
      ranges: [{ start: 9, end: text.length, reason: 'over_limit' }],
    });
    expect(measure('a'.repeat(31), tight).ranges).toEqual([{ start: 30, end: 31, reason: 'over_limit' }]);
    expect(measure('a'.repeat(5_000), { characters: 5_000, perUrl: 23 }).valid).toBe(true);
  });

  it('lists what is linked', () => {
    expect(
      measure('@anna@b.org and https://example.com/#x #rye #2026 (https://example.com/a_(b))', usualLimits)
        .entities,
    ).toEqual({
      mentions: ['@anna@b.org'],
      urls: ['https://example.com/#x', 'https://example.com/a_(b)'],
      hashtags: ['#rye'],
      cashtags: [],
    });
  });
});

describe('HTML to text', () => {
  it.each([
    ['paragraphs and breaks', '<p>One<br />two</p><p>three</p>', 'One\ntwo\n\nthree'],
    [
      'entities',
      '<p>a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39; &#x1F44D; &unknown;</p>',
      'a <b> &amp; "c" \'d\' 👍 &unknown;',
    ],
    [
      'addresses that hide a part',
      '<p>See <a href="https://example.com/long/path" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">example.com/long</span><span class="invisible">/path</span></a>.</p>',
      'See https://example.com/long/path.',
    ],
    [
      'hashtags',
      '<p><a href="https://h/tags/rye" class="mention hashtag" rel="tag">#<span>rye</span></a></p>',
      '#rye',
    ],
    [
      'a quote written out for older apps',
      '<p class="quote-inline">RE: <a href="https://h/1">https://h/1</a></p><p>Mine</p>',
      'Mine',
    ],
    ['nothing', '', ''],
    ['text that looks like a tag', '<p>1 &lt; 2 &gt; 1</p>', '1 < 2 > 1'],
  ])('reads %s', (_, html, text) => {
    expect(fromHtml(html)).toBe(text);
  });

  it('gives mentions their server back', () => {
    const html =
      '<p><span class="h-card"><a href="https://b.org/@anna" class="u-url mention">@<span>anna</span></a></span> hi</p>';
    expect(fromHtml(html, [{ url: 'https://b.org/@anna', acct: 'anna@b.org' }])).toBe('@anna@b.org hi');
    expect(fromHtml(html)).toBe('@anna hi');
  });
});

describe('finding one’s own post', () => {
  const at = Date.UTC(2026, 10, 22);
  const sent = {
    text: 'Hi @anna@b.org, see https://example.com/x',
    inReplyTo: null,
    sendingAt: at,
    mediaCount: 0,
  };
  const seen = {
    remoteId: '1',
    url: null,
    text: 'Hi @anna, see https://example.com/x',
    publishedAt: at,
    inReplyTo: null,
    mediaCount: 0,
    metrics: {},
  };

  it('knows a mention with its server and without', () => {
    expect(mastodon.api.matches(sent, seen)).toBe(true);
    expect(mastodon.api.matches(sent, { ...seen, text: 'Hi @otto, see https://example.com/x' })).toBe(false);
    expect(mastodon.api.matches(sent, { ...seen, publishedAt: at - 600_000 })).toBe(false);
    expect(mastodon.api.matches(sent, { ...seen, inReplyTo: '2' })).toBe(false);
  });

  it('reads ids from addresses of several kinds of server', () => {
    expect(mastodon.api.postIdOf('https://mastodon.social/@anna/103254962155278888')).toBe(
      '103254962155278888',
    );
    expect(mastodon.api.postIdOf('https://h/users/anna/statuses/103?x')).toBe('103');
    expect(mastodon.api.postIdOf('https://h/@anna/statuses/01ABC')).toBe('01ABC');
    expect(mastodon.api.postIdOf('https://h/notice/AbC9')).toBe('AbC9');
    expect(mastodon.api.postIdOf('https://h/@anna')).toBeNull();
  });
});
