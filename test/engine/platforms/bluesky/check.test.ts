import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../../src/engine/platforms/bluesky/platform.ts';
import type { CheckedPart, MediaFacts } from '../../../../src/engine/platforms/content.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import type { OptionValues } from '../../../../src/shared/models/publish-option.ts';
import { fillIn } from '../fill-in.ts';

const picture: MediaFacts = {
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1_000,
  width: 640,
  height: 480,
  altText: '',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
};
const video: MediaFacts = { ...picture, kind: 'video', mimeType: 'video/mp4', durationMs: 5_000 };
const part = (text: string, ...media: readonly MediaFacts[]): CheckedPart => ({ text, media });

const check = (
  parts: readonly CheckedPart[],
  options: OptionValues = {},
  profile: AccountProfile | null = null,
) => bluesky.check(parts, profile, { options, hasMediaHost: false, scopes: null });
const ids = (
  parts: readonly CheckedPart[],
  options: OptionValues = {},
  profile: AccountProfile | null = null,
) => check(parts, options, profile).map(({ id, severity }) => `${severity} ${id}`);

describe('what Bluesky would not take', () => {
  it.each<[string, readonly CheckedPart[], OptionValues, readonly string[]]>([
    ['nothing', [part(' ')], {}, ['error bluesky_empty']],
    ['301 characters', [part('a'.repeat(301))], {}, ['error bluesky_too_long']],
    ['too many bytes', [part(`${'👨‍👩‍👧‍👦'.repeat(120)}!`)], {}, ['error bluesky_too_many_bytes']],
    ['half a character', [part('a\uDC00')], {}, ['error bluesky_character']],
    [
      'five pictures',
      [part('', picture, picture, picture, picture, picture)],
      {},
      ['error bluesky_too_many_images'],
    ],
    ['a picture beside a video', [part('', picture, video)], {}, ['error bluesky_media_mix']],
    ['a TIFF', [part('', { ...picture, mimeType: 'image/tiff' })], {}, ['error bluesky_image_type']],
    ['2,000,001 bytes', [part('', { ...picture, bytes: 2_000_001 })], {}, ['error bluesky_image_too_large']],
    [
      'a GIF',
      [part('', { ...picture, kind: 'gif', mimeType: 'image/gif' })],
      {},
      ['warning bluesky_gif_still'],
    ],
    [
      'a QuickTime file',
      [part('', { ...video, mimeType: 'video/quicktime' })],
      {},
      ['error bluesky_video_type'],
    ],
    ['a large video', [part('', { ...video, bytes: 50_000_001 })], {}, ['error bluesky_video_too_large']],
    ['a long video', [part('', { ...video, durationMs: 180_001 })], {}, ['error bluesky_video_too_long']],
    [
      'a long description',
      [part('', { ...picture, altText: 'a'.repeat(2_001) })],
      {},
      ['warning bluesky_alt_text_too_long'],
    ],
    ['a card without a link', [part('Hello')], { linkTitle: 'T' }, ['error bluesky_card_without_link']],
    [
      'a card beside pictures',
      [part('https://example.com', picture)],
      { linkTitle: 'T' },
      ['error bluesky_card_with_media'],
    ],
    [
      'a large picture on a card',
      [part('https://example.com', { ...picture, bytes: 1_000_001 })],
      { linkTitle: 'T', linkPicture: true },
      ['error bluesky_card_picture_too_large'],
    ],
    [
      'a language that is none',
      [part('Hello')],
      { languages: ['german language'] },
      ['error bluesky_language'],
    ],
    [
      'four languages',
      [part('Hello')],
      { languages: ['de', 'en', 'fr', 'it'] },
      ['error bluesky_too_many_languages'],
    ],
  ])('%s', (_, parts, options, found) => {
    expect(ids(parts, options)).toEqual(found);
  });

  it('takes what is just within the limits', () => {
    const most = { ...picture, bytes: 2_000_000 };
    expect(ids([part('a'.repeat(300), most, most, most, most), part('', video)])).toEqual([]);
    expect(ids([part('https://example.com', picture)], { linkTitle: 'T', linkPicture: true })).toEqual([]);
  });

  it('wants a confirmed address for videos', () => {
    const profile: AccountProfile = {
      remoteId: 'did:plc:a',
      username: 'a',
      displayName: 'A',
      avatarUrl: null,
      profileUrl: null,
      followers: null,
      metrics: {},
      facts: { emailConfirmed: false },
    };
    expect(ids([part('', video)], {}, profile)).toEqual(['error bluesky_video_email']);
  });

  it('marks the letters that are too many', () => {
    expect(check([part(`${'a'.repeat(300)}bc`)])).toMatchObject([
      { range: { start: 300, end: 302 }, params: { length: 302, limit: 300, over: 2 } },
    ]);
  });

  it('has a sentence and a fix for all of it, with everything filled in', () => {
    const everything = [
      part(
        `${'👨‍👩‍👧‍👦'.repeat(301)}\uDC00`,
        { ...picture, bytes: 3_000_000, mimeType: 'image/tiff', altText: 'a'.repeat(2_001) },
        video,
      ),
      part('', { ...video, bytes: 60_000_000, durationMs: 200_000, mimeType: 'video/webm' }),
    ];
    for (const { id, params } of check(everything, { linkTitle: 'T', languages: ['x y', 'a', 'b', 'c'] })) {
      const words = new Map(Object.entries(bluesky.words.preflight)).get(id);
      expect(fillIn(words?.text ?? '{{missing}}', params)).not.toContain('{{');
      expect(fillIn(words?.fix ?? '{{missing}}', params)).not.toContain('{{');
    }
  });
});

describe('pictures', () => {
  it('are made to fit, and smaller ones for a link card', () => {
    expect(bluesky.images({})).toMatchObject({ maxBytes: 2_000_000 });
    expect(bluesky.images({ linkTitle: 'T', linkPicture: true })).toMatchObject({ maxBytes: 1_000_000 });
    expect(bluesky.images({ linkTitle: '', linkPicture: true })).toMatchObject({ maxBytes: 2_000_000 });
  });
});
