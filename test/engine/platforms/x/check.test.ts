import { describe, expect, it } from 'vitest';
import { x as words } from '../../../../src/engine/platforms/x/words.ts';
import type { CheckedPart, MediaFacts } from '../../../../src/engine/platforms/content.ts';
import { x } from '../../../../src/engine/platforms/x/platform.ts';
import { profileWith } from './profile.ts';

const image: MediaFacts = {
  kind: 'image',
  mimeType: 'image/png',
  bytes: 1_000,
  width: 800,
  height: 600,
  altText: '',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
};
const gif: MediaFacts = { ...image, kind: 'gif', mimeType: 'image/gif' };
const video: MediaFacts = { ...image, kind: 'video', mimeType: 'video/mp4' };
const part = (text: string, ...media: readonly MediaFacts[]): CheckedPart => ({ text, media });
const found = (...parts: readonly CheckedPart[]) =>
  x.check(parts, null).map(({ id, severity, part }) => [id, severity, part]);

describe('checking a post against the rules of X', () => {
  it.each<[string, readonly CheckedPart[]]>([
    ['a text', [part('hello')]],
    ['a picture alone', [part('', image)]],
    ['four pictures', [part('a', image, image, image, image)]],
    ['a GIF', [part('a', gif)]],
    ['a GIF that does not move, among pictures', [part('a', image, { ...image, mimeType: 'image/gif' })]],
    ['a video', [part('a', video)]],
    ['an upright video', [part('a', { ...video, width: 720, height: 1_280 })]],
    ['a video of unknown size', [part('a', { ...video, width: null, height: null })]],
    ['a thread of different texts', [part('one'), part('two'), part('@ada agreed')]],
    ['two parts of pictures alone', [part('', image), part('', image)]],
    [
      'limits reached exactly',
      [part('a'.repeat(280), { ...image, bytes: 5_000_000, altText: 'a'.repeat(1_000) })],
    ],
    ['a GIF at the limits', [part('a', { ...gif, bytes: 15_000_000, width: 1_280, height: 1_080 })]],
    ['a video at the limits', [part('a', { ...video, bytes: 512_000_000, width: 1_280, height: 1_024 })]],
  ])('finds nothing in %s', (_, parts) => {
    expect(x.check(parts, null)).toEqual([]);
  });

  it.each<[id: keyof typeof words.preflight, severity: string, parts: readonly CheckedPart[], at: number]>([
    ['x_empty', 'error', [part('')], 0],
    ['x_empty', 'error', [part('one'), part(' \n ')], 1],
    ['x_too_long', 'error', [part('one'), part('a'.repeat(281))], 1],
    ['x_character', 'error', [part('a\uFFFEb')], 0],
    ['x_character', 'error', [part('a\uD83D')], 0],
    ['x_cashtags', 'error', [part('$TWTR $AAPL')], 0],
    ['x_starts_with_mention', 'warning', [part('@ada hello')], 0],
    ['x_duplicate_part', 'error', [part('Same text'), part('other'), part(' same  TEXT')], 2],
    ['x_duplicate_part', 'warning', [part('same', image), part('same')], 1],
    ['x_media_mix', 'error', [part('a', image, gif)], 0],
    ['x_media_mix', 'error', [part('a', video, video)], 0],
    ['x_too_many_images', 'error', [part('a', image, image, image, image, image)], 0],
    ['x_image_type', 'error', [part('a', { ...image, mimeType: 'image/heic' })], 0],
    ['x_image_too_large', 'error', [part('a', { ...image, bytes: 5_000_001 })], 0],
    ['x_gif_too_large', 'error', [part('a', { ...gif, bytes: 15_000_001 })], 0],
    ['x_gif_dimensions', 'error', [part('a', { ...gif, width: 1_281 })], 0],
    ['x_gif_dimensions', 'error', [part('a', { ...gif, height: 1_081 })], 0],
    ['x_video_type', 'error', [part('a', { ...video, mimeType: 'video/x-msvideo' })], 0],
    ['x_video_converted', 'warning', [part('a', { ...video, mimeType: 'video/quicktime' })], 0],
    ['x_video_too_large', 'error', [part('a', { ...video, bytes: 512_000_001 })], 0],
    ['x_video_too_small', 'error', [part('a', { ...video, height: 31, width: 40 })], 0],
    ['x_video_aspect', 'error', [part('a', { ...video, width: 1_000, height: 300 })], 0],
    ['x_video_dimensions', 'warning', [part('a', { ...video, width: 1_920, height: 1_080 })], 0],
    ['x_video_alt_text', 'info', [part('a', { ...video, altText: 'a cat' })], 0],
    ['x_alt_text_too_long', 'error', [part('a', { ...image, altText: 'a'.repeat(1_001) })], 0],
  ])('finds %s (%s)', (id, severity, parts, at) => {
    expect(found(...parts)).toEqual([[id, severity, at]]);
  });

  it('points at the letters', () => {
    const marked = (text: string) => {
      const [first] = x.check([part(text)], null);
      return first?.range && text.slice(first.range.start, first.range.end);
    };
    expect(marked(`${'a'.repeat(280)}bc`)).toBe('bc');
    expect(marked('$TWTR or $AAPL?')).toBe('$AAPL');
    expect(marked('  @ada hello')).toBe('@ada');
    expect(marked('a\uFFFE')).toBe('\uFFFE');
  });

  it('lets subscribers write long texts and warns them of large videos', () => {
    const profile = profileWith({ subscription: 'Premium' });
    expect(x.check([part('a'.repeat(25_000))], profile)).toEqual([]);
    expect(x.check([part('a'.repeat(25_001))], profile)).toMatchObject([
      { id: 'x_too_long', params: { over: 1 } },
    ]);
    expect(x.check([part('a', { ...video, bytes: 512_000_001 })], profile)).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('never says that a file over the limit is as large as the limit', () => {
    expect(x.check([part('a', { ...image, bytes: 5_000_001 })], null)).toMatchObject([
      { params: { size: 5.1, limit: 5 } },
    ]);
  });

  it('has a sentence and a fix for every rule, and every value that they name', () => {
    const broken = [
      ...x.check(
        [
          part('', {
            ...video,
            mimeType: 'video/x-msvideo',
            bytes: 6e8,
            width: 1_920,
            height: 20,
            altText: 'a',
          }),
        ],
        null,
      ),
      ...x.check([part('@ada $A $B \uFFFE'.padEnd(300, 'a'), gif, gif)], null),
      ...x.check(
        [
          part(
            'same',
            ...Array.from({ length: 5 }, () => ({
              ...image,
              mimeType: 'image/heic',
              bytes: 6e6,
              altText: 'a'.repeat(2_000),
            })),
          ),
          part('same'),
        ],
        null,
      ),
      ...x.check([part('', { ...gif, bytes: 16e6, width: 2_000 })], null),
      ...x.check([part('', { ...video, mimeType: 'video/webm', width: 1_200, height: 100 })], null),
      ...x.check([part('')], null),
    ];
    const sentences = Object.entries(words.preflight);
    expect([...new Set(broken.map(({ id }) => id))].sort()).toEqual(sentences.map(([id]) => id).sort());
    for (const [id, { text, fix }] of sentences) {
      const params = broken.find((problem) => problem.id === id)?.params ?? {};
      const named = [...`${text} ${fix}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      for (const name of named) expect(params, `${id} names ${name}`).toHaveProperty(name ?? '');
    }
  });
});
