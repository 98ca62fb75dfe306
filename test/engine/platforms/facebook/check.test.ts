import { describe, expect, it } from 'vitest';
import type { CheckedPart, MediaFacts } from '../../../../src/engine/platforms/content.ts';
import { facebook } from '../../../../src/engine/platforms/facebook/platform.ts';
import type { OptionValues } from '../../../../src/shared/models/publish-option.ts';
import { fillIn } from '../fill-in.ts';

const picture: MediaFacts = {
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 900_000,
  width: 1_200,
  height: 900,
  altText: '',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
};
const film: MediaFacts = {
  ...picture,
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 20_000_000,
  width: 1_080,
  height: 1_920,
  durationMs: 20_000,
  frameRate: 30,
  videoCodec: 'avc',
  audioCodec: 'aac',
};

const part = (text: string, ...media: readonly MediaFacts[]): CheckedPart => ({ text, media });

const check = (
  parts: readonly CheckedPart[],
  options: OptionValues = {},
  scopes: readonly string[] | null = null,
) => facebook.check(parts, null, { options, hasMediaHost: false, scopes });

const found = (...given: Parameters<typeof check>) =>
  check(...given).map(({ id, severity, part: at }) => `${at} ${severity} ${id.replace('facebook_', '')}`);

describe('a post', () => {
  it.each<[string, readonly CheckedPart[], OptionValues, readonly string[]]>([
    ['with words', [part('Rye')], {}, []],
    ['with nothing', [part(' \n')], {}, ['0 error empty']],
    ['with a picture alone', [part('', picture)], {}, []],
    ['of the longest text', [part('a'.repeat(63_206))], {}, []],
    ['of a longer text', [part('a'.repeat(63_207))], {}, ['0 error too_long']],
    [
      'with eleven pictures',
      [part('', ...Array.from({ length: 11 }, () => picture))],
      {},
      ['0 warning many_images'],
    ],
    [
      'with 21 pictures',
      [part('', ...Array.from({ length: 21 }, () => picture))],
      {},
      ['0 error many_images'],
    ],
    ['with both kinds', [part('', picture, film)], {}, ['0 error media_mix']],
    ['with two videos', [part('', film, film)], {}, ['0 error too_many_videos']],
    ['with 5 MB', [part('', { ...picture, bytes: 5_000_000 })], {}, ['0 warning image_large']],
    ['with 11 MB', [part('', { ...picture, bytes: 11_000_000 })], {}, ['0 error image_too_large']],
    ['with SVG', [part('', { ...picture, mimeType: 'image/svg+xml' })], {}, ['0 error image_type']],
    [
      'with a GIF',
      [part('', { ...picture, kind: 'gif', mimeType: 'image/gif' })],
      {},
      ['0 warning gif_still'],
    ],
    [
      'with a long description',
      [part('', { ...picture, altText: 'a'.repeat(1_001) })],
      {},
      ['0 warning alt_text_too_long'],
    ],
    ['with WebM', [part('', { ...film, mimeType: 'video/webm' })], {}, ['0 warning video_type']],
    ['of five hours', [part('', { ...film, durationMs: 18_000_000 })], {}, ['0 error video_too_long']],
    ['with a described video', [part('', { ...film, altText: 'Bread' })], {}, ['0 info video_alt_text']],
    ['that links to Facebook', [part('https://www.facebook.com/x')], {}, ['0 warning own_link']],
    ['with two links', [part('https://a.example https://b.example')], {}, ['0 info second_link']],
    [
      'with two links and no preview',
      [part('https://a.example https://b.example')],
      { link_preview: false },
      [],
    ],
    ['with a long title', [part('', film)], { video_title: 'a'.repeat(256) }, ['0 error title_too_long']],
    ['with comments', [part('Rye'), part('One'), part('Two')], {}, []],
    ['with an empty comment', [part('Rye'), part('')], {}, ['1 error empty']],
    ['with a long comment', [part('Rye'), part('a'.repeat(8_001))], {}, ['1 error comment_too_long']],
    ['with a picture in a comment', [part('Rye'), part('One', picture)], {}, ['1 error comment_media']],
  ])('%s', (_, parts, options, problems) => {
    expect(found(parts, options)).toEqual(problems);
  });
});

describe('a reel', () => {
  const reel = (facts: Partial<MediaFacts>) => found([part('', { ...film, ...facts })], { format: 'reel' });

  it('is one upright video', () => {
    expect(reel({})).toEqual([]);
    expect(found([part('')], { format: 'reel' })).toContain('0 error reel_video');
    expect(found([part('', picture)], { format: 'reel' })).toEqual(['0 error reel_video']);
  });

  it.each<[Partial<MediaFacts>, readonly string[]]>([
    [{ durationMs: 2_999 }, ['0 error video_too_short']],
    [{ durationMs: 90_001 }, ['0 error video_too_long']],
    [{ durationMs: null, width: null, height: null, frameRate: null }, []],
    [{ width: 539 }, ['0 error reel_too_small']],
    [{ width: 540, height: 960 }, []],
    [{ width: 1_920, height: 1_080 }, ['0 warning reel_shape']],
    [{ frameRate: 15 }, ['0 warning reel_frame_rate']],
    [{ frameRate: 59.94 }, []],
    [{ bytes: 1_000_000_001 }, ['0 error video_too_large']],
  ])('with %j', (facts, problems) => {
    expect(reel(facts)).toEqual(problems);
  });
});

describe('a story', () => {
  const story = { format: 'story' };

  it('is one picture or one video without words and comments', () => {
    expect(found([part('', picture)], story)).toEqual([]);
    expect(found([part('', film)], story)).toEqual([]);
    expect(found([part('Rye', picture)], story)).toEqual(['0 warning story_text']);
    expect(found([part('')], story)).toEqual(['0 error story_media']);
    expect(found([part('', picture, picture)], story)).toEqual(['0 error story_media']);
    expect(found([part('', { ...film, durationMs: 60_001 })], story)).toEqual(['0 error video_too_long']);
    expect(found([part('', picture), part('One')], story)).toEqual(['1 error story_comment']);
  });
});

it('wants the permission to publish, where an account is known', () => {
  expect(found([part('Rye')], {}, ['pages_show_list'])).toEqual(['0 error publish_permission']);
  expect(found([part('Rye')], {}, ['pages_manage_posts'])).toEqual([]);
});

it('fills in every sentence', () => {
  const all = [
    ...check([part('a'.repeat(63_207), { ...picture, bytes: 11_000_000, mimeType: 'image/svg+xml' })]),
    ...check([
      part('Rye', ...Array.from({ length: 11 }, () => ({ ...picture, bytes: 5_000_000 }))),
      part('a'.repeat(8_001), picture),
    ]),
    ...check([part('', { ...film, width: 100, bytes: 2e9, durationMs: 1e6, frameRate: 5 }), part('')], {
      format: 'reel',
      video_title: 'a'.repeat(300),
    }),
    ...check([part('', { ...film, width: 1_920, height: 1_080, durationMs: 1 })], { format: 'reel' }),
    ...check([part('', film, film)]),
  ];
  expect(all.length).toBeGreaterThan(12);
  for (const { id, params } of all) {
    const words: Readonly<Record<string, { text: string; fix: string }>> = facebook.words.preflight;
    const said = fillIn(`${words[id]?.text} ${words[id]?.fix}`, params);
    expect(said).not.toMatch(/\{\{|undefined/);
  }
});

it.each([
  ['https://www.facebook.com/1234/posts/5678', '1234_5678'],
  ['https://www.facebook.com/mybakery/posts/5678/', '5678'],
  ['https://www.facebook.com/mybakery/posts/some-words/5678', '5678'],
  ['https://www.facebook.com/permalink.php?story_fbid=5678&id=1234', '1234_5678'],
  ['https://www.facebook.com/1234_5678', '1234_5678'],
  ['https://www.facebook.com/reel/888', '888'],
  ['https://www.facebook.com/mybakery/posts/pfbid02abcDEF', null],
  ['https://www.facebook.com/mybakery', null],
  ['no address', null],
])('finds the id in %s', (url, id) => {
  expect(facebook.api.postIdOf(url)).toBe(id);
});

describe('the post that was sent', () => {
  const sent = {
    text: 'Rye  “today”: https://example.com',
    inReplyTo: null,
    sendingAt: 1_000_000,
    mediaCount: 1,
  };
  const seen = {
    remoteId: '1_2',
    url: null,
    text: 'Rye "today": https://example.com/',
    publishedAt: 1_000_500,
    inReplyTo: null,
    mediaCount: 1,
    metrics: {},
  };

  it('is known by its words, media and time', () => {
    expect(facebook.api.matches(sent, seen)).toBe(true);
    expect(facebook.api.matches(sent, { ...seen, text: 'Rye' })).toBe(false);
    expect(facebook.api.matches(sent, { ...seen, mediaCount: 2 })).toBe(false);
    expect(facebook.api.matches(sent, { ...seen, publishedAt: 900_000 })).toBe(false);
    expect(facebook.api.matches({ ...sent, inReplyTo: '1_1' }, seen)).toBe(false);
  });
});
