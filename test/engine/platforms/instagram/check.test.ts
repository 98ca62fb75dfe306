import { describe, expect, it } from 'vitest';
import type { CheckedPart, MediaFacts, PublishSetting } from '../../../../src/engine/platforms/content.ts';
import { instagram } from '../../../../src/engine/platforms/instagram/platform.ts';
import { words } from '../../../../src/engine/platforms/instagram/words.ts';

const setting: PublishSetting = { options: {}, hasMediaHost: true, scopes: null };
const story: PublishSetting = { ...setting, options: { format: 'story' } };

const jpeg = (facts: Partial<MediaFacts> = {}): MediaFacts => ({
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 500_000,
  width: 1_080,
  height: 1_080,
  altText: '',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
  ...facts,
});

const reel = (facts: Partial<MediaFacts> = {}): MediaFacts =>
  jpeg({
    kind: 'video',
    mimeType: 'video/mp4',
    width: 1_080,
    height: 1_920,
    durationMs: 30_000,
    frameRate: 30,
    videoCodec: 'avc',
    audioCodec: 'aac',
    ...facts,
  });

const found = (parts: readonly CheckedPart[], given: PublishSetting = setting) =>
  instagram
    .check(parts, null, given)
    .map(({ id, severity }) => `${severity} ${id.replace('instagram_', '')}`);

const post = (media: readonly MediaFacts[], text = 'A loaf') => [{ text, media }];
const tags = (count: number) => Array.from({ length: count }, (_, number) => `#t${number}`).join(' ');
const names = (count: number) => Array.from({ length: count }, (_, number) => `@n${number}`).join(' ');

describe('what Instagram takes', () => {
  it.each([
    ['one picture', post([jpeg()]), setting, []],
    ['a reel', post([reel()]), setting, []],
    ['a story', post([reel()], ''), story, []],
    ['words alone', post([]), setting, ['error needs_media']],
    ['no place for media', post([jpeg()]), { ...setting, hasMediaHost: false }, ['error media_host']],
    ['a PNG', post([jpeg({ mimeType: 'image/png' })]), setting, ['error image_type']],
    ['a GIF', post([jpeg({ kind: 'gif', mimeType: 'image/gif' })]), setting, ['error gif']],
    ['8 MB', post([jpeg({ bytes: 8_000_001 })]), setting, ['error image_too_large']],
    ['a tall one', post([jpeg({ height: 1_400 })]), setting, ['error image_shape']],
    ['4:5', post([jpeg({ height: 1_350 })]), setting, []],
    ['a wide one', post([jpeg({ width: 2_000, height: 1_000 })]), setting, ['error image_shape']],
    ['a tall one in a story', post([jpeg({ height: 1_920 })], ''), story, []],
    ['a small one', post([jpeg({ width: 300, height: 300 })]), setting, ['info image_small']],
    ['10 of them', post(Array.from({ length: 10 }, () => jpeg())), setting, []],
    ['11 of them', post(Array.from({ length: 11 }, () => jpeg())), setting, ['error too_many_items']],
    ['two shapes', post([jpeg(), jpeg({ height: 1_300 })]), setting, ['info carousel_crop']],
    ['two in a story', post([jpeg(), jpeg()], ''), story, ['error story_one']],
    ['words in a story', post([jpeg()]), story, ['warning story_text']],
    [
      'an alternative text',
      post([jpeg({ altText: 'a'.repeat(1_001) })]),
      setting,
      ['error alt_text_too_long'],
    ],
    ['two seconds', post([reel({ durationMs: 2_000 })]), setting, ['error video_length']],
    ['15 minutes', post([reel({ durationMs: 900_000 })]), setting, []],
    ['61 seconds of a story', post([reel({ durationMs: 61_000 })], ''), story, ['error video_length']],
    ['300 MB', post([reel({ bytes: 300_000_001 })]), setting, ['error video_too_large']],
    ['4K', post([reel({ width: 2_160, height: 3_840 })]), setting, ['error video_wide']],
    ['VP9', post([reel({ videoCodec: 'vp9' })]), setting, ['error video_codec']],
    ['Opus', post([reel({ audioCodec: 'opus' })]), setting, ['error video_codec']],
    ['silence', post([reel({ audioCodec: null })]), setting, []],
    ['WebM', post([reel({ mimeType: 'video/webm' })]), setting, ['error video_type']],
    ['15 frames', post([reel({ frameRate: 15 })]), setting, ['error video_frames']],
    [
      'nothing known',
      post([reel({ width: null, height: null, durationMs: null, frameRate: null, videoCodec: null })]),
      setting,
      [],
    ],
    ['5 hashtags', post([jpeg()], tags(5)), setting, []],
    ['6 hashtags', post([jpeg()], tags(6)), setting, ['warning many_hashtags']],
    ['31 hashtags', post([jpeg()], tags(31)), setting, ['error too_many_hashtags']],
    ['20 mentions', post([jpeg()], names(20)), setting, []],
    ['21 mentions', post([jpeg()], names(21)), setting, ['error too_many_mentions']],
    ['2,200 units', post([jpeg()], '🥖'.repeat(1_100)), setting, []],
    ['2,201 units', post([jpeg()], `${'🥖'.repeat(1_100)}a`), setting, ['error caption_too_long']],
    ['a link', post([jpeg()], 'See https://example.com'), setting, ['info link']],
    [
      'four collaborators',
      post([jpeg()]),
      { ...setting, options: { collaborators: ['a', 'b', 'c', 'd'] } },
      ['error collaborators'],
    ],
    [
      'no name',
      post([jpeg()]),
      { ...setting, options: { collaborators: ['Mara Linden'] } },
      ['error collaborator_name'],
    ],
  ] satisfies [string, CheckedPart[], PublishSetting, string[]][])('%s', (_, parts, given, expected) => {
    expect(found(parts, given)).toEqual(expected);
  });

  it('and what of comments', () => {
    const comment = (text: string, media: readonly MediaFacts[] = []) => [...post([jpeg()]), { text, media }];
    expect(found(comment('#bread'))).toEqual([]);
    expect(found(comment(' '))).toEqual(['error comment_empty']);
    expect(found(comment('With', [jpeg()]))).toEqual(['error comment_media']);
    expect(found(comment('x'.repeat(2_201)))).toEqual(['error comment_too_long']);
    expect(found(comment('No'), { ...setting, scopes: ['instagram_business_basic'] })).toEqual([
      'error comment_scope',
    ]);
    expect(
      found(
        [
          { text: '', media: [jpeg()] },
          { text: 'No', media: [] },
        ],
        story,
      ),
    ).toEqual(['error story_comment']);
  });

  it('marks where it is too much, and says every number in its sentence', () => {
    const [problem] = instagram.check(post([jpeg()], 'x'.repeat(2_210)), null, setting);
    expect(problem).toMatchObject({
      range: { start: 2_200, end: 2_210 },
      params: { length: 2_210, limit: 2_200, over: 10 },
    });
    const spots = Object.values(words.preflight).flatMap(({ text, fix }) => [
      ...`${text} ${fix}`.matchAll(/\{\{(\w+)\}\}/g),
    ]);
    expect(spots.length).toBeGreaterThan(20);
  });
});

describe('measuring', () => {
  it('lists what is linked, in order, and marks what is too many', () => {
    const { measure } = instagram.rules();
    expect(
      measure('Hi @mara.bakes, see #rye_bread (https://example.com/a_(b)). me@example.com'),
    ).toMatchObject({
      valid: true,
      entities: {
        mentions: ['@mara.bakes'],
        hashtags: ['#rye_bread'],
        urls: ['https://example.com/a_(b)'],
        cashtags: [],
      },
    });
    expect(measure(tags(31)).ranges).toMatchObject([{ reason: 'too_many' }]);
    expect(measure('\uD800')).toMatchObject({ valid: false, ranges: [{ reason: 'not_allowed' }] });
    expect(measure('')).toMatchObject({ length: 0, valid: true });
  });
});
