import { describe, expect, it } from 'vitest';
import type { CheckedPart, MediaFacts } from '../../../../src/engine/platforms/content.ts';
import { mastodon } from '../../../../src/engine/platforms/mastodon/platform.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import type { OptionValues } from '../../../../src/shared/models/publish-option.ts';
import { fillIn } from '../fill-in.ts';

const picture: MediaFacts = {
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1_000,
  width: 640,
  height: 480,
  altText: 'A loaf',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
};
const video: MediaFacts = {
  ...picture,
  kind: 'video',
  mimeType: 'video/mp4',
  durationMs: 5_000,
  frameRate: 30,
};
const part = (text: string, ...media: readonly MediaFacts[]): CheckedPart => ({ text, media });
const profileWith = (facts: AccountProfile['facts']): AccountProfile => ({
  remoteId: '1',
  username: 'anna@a.example',
  displayName: 'Anna',
  avatarUrl: null,
  profileUrl: null,
  followers: null,
  metrics: {},
  facts,
});

const check = (
  parts: readonly CheckedPart[],
  options: OptionValues = {},
  profile: AccountProfile | null = null,
) => mastodon.check(parts, profile, { options, hasMediaHost: false, scopes: null });
const ids = (
  parts: readonly CheckedPart[],
  options: OptionValues = {},
  profile: AccountProfile | null = null,
) => check(parts, options, profile).map(({ id, severity }) => `${severity} ${id}`);

const mebibyte = 1_048_576;

describe('what a server would not take', () => {
  it.each<[string, readonly CheckedPart[], OptionValues, readonly string[]]>([
    ['nothing', [part(' ')], {}, ['error mastodon_empty']],
    ['501 characters', [part('a'.repeat(501))], {}, ['error mastodon_too_long']],
    ['a warning that is too much', [part('a'.repeat(490))], { spoilerText: 'A warning' }, []],
    [
      'a warning that is one too many',
      [part('a'.repeat(492))],
      { spoilerText: 'A warning' },
      ['error mastodon_too_long_with_warning'],
    ],
    ['half a character', [part('a\uDC00')], {}, ['error mastodon_character']],
    [
      'five pictures',
      [part('', picture, picture, picture, picture, picture)],
      {},
      ['error mastodon_too_many_media'],
    ],
    ['a video beside a picture', [part('', picture, video)], {}, ['error mastodon_media_mix']],
    ['a TIFF', [part('', { ...picture, mimeType: 'image/tiff' })], {}, ['error mastodon_media_type']],
    [
      'a large picture',
      [part('', { ...picture, bytes: 16 * mebibyte + 1 })],
      {},
      ['error mastodon_image_too_large'],
    ],
    [
      'a wide picture',
      [part('', { ...picture, width: 10_000, height: 10_000 })],
      {},
      ['error mastodon_image_dimensions'],
    ],
    [
      'a large video',
      [part('', { ...video, bytes: 99 * mebibyte + 1 })],
      {},
      ['error mastodon_video_too_large'],
    ],
    ['a quick video', [part('', { ...video, frameRate: 240 })], {}, ['error mastodon_video_frame_rate']],
    [
      'a long description',
      [part('', { ...picture, altText: 'a'.repeat(1_501) })],
      {},
      ['error mastodon_alt_text_too_long'],
    ],
    ['no description', [part('', { ...picture, altText: '' })], {}, ['info mastodon_no_description']],
    ['a language that is none', [part('Hello')], { language: 'german!' }, ['error mastodon_language']],
    ['a word to nobody', [part('Hello')], { visibility: 'direct' }, ['warning mastodon_direct_to_nobody']],
    ['a word to somebody', [part('Hello @anna@a.example')], { visibility: 'direct' }, []],
  ])('%s', (_, parts, options, found) => {
    expect(ids(parts, options)).toEqual(found);
  });

  it('goes by the server’s own rules', () => {
    const own = profileWith({
      characters: 5_000,
      perUrl: 30,
      media: 16,
      types: '',
      description: 10,
      imageBytes: 500,
    });
    const six = Array.from({ length: 6 }, () => ({ ...picture, bytes: 500, mimeType: 'image/jxl' }));
    expect(ids([part('a'.repeat(5_000), ...six)], {}, own)).toEqual([]);
    expect(ids([part('', picture)], {}, own)).toEqual(['error mastodon_image_too_large']);
    expect(mastodon.rules(own).measure('https://example.com').length).toBe(30);
  });

  it('has a sentence and a fix for all of it, with everything filled in', () => {
    const parts = [
      part(
        'a'.repeat(600),
        {
          ...picture,
          bytes: 1e9,
          width: 1e5,
          height: 1e5,
          mimeType: 'image/tiff',
          altText: 'a'.repeat(2_000),
        },
        video,
      ),
      part('a'.repeat(499), { ...video, bytes: 1e9, frameRate: 999, altText: '' }),
      part('\uDC00', picture, picture, picture, picture, picture),
    ];
    const found = check(parts, { spoilerText: 'Long', language: '!', visibility: 'direct' });
    expect(found.length).toBeGreaterThan(10);
    for (const { id, params } of found) {
      const words = new Map(Object.entries(mastodon.words.preflight)).get(id);
      expect(fillIn(words?.text ?? '{{missing}}', params)).not.toContain('{{');
      expect(fillIn(words?.fix ?? '{{missing}}', params)).not.toContain('{{');
    }
  });
});
