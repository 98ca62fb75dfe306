import { describe, expect, it } from 'vitest';
import type { CheckedPart, MediaFacts, PublishSetting } from '../../../../src/engine/platforms/content.ts';
import { threads } from '../../../../src/engine/platforms/threads/platform.ts';

const setting: PublishSetting = { options: {}, hasMediaHost: true, scopes: null };
const choosing = (options: PublishSetting['options']): PublishSetting => ({ ...setting, options });

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

const video = (facts: Partial<MediaFacts> = {}): MediaFacts =>
  jpeg({
    kind: 'video',
    mimeType: 'video/mp4',
    durationMs: 30_000,
    frameRate: 30,
    videoCodec: 'avc',
    ...facts,
  });

const found = (parts: readonly CheckedPart[], given: PublishSetting) =>
  threads
    .check(parts, null, given)
    .map(({ id, part, severity }) => `${severity} ${part} ${id.replace('threads_', '')}`);

const post = (text: string, media: readonly MediaFacts[] = []): readonly CheckedPart[] => [{ text, media }];
const links = (count: number) =>
  Array.from({ length: count }, (_, number) => `https://example.com/${number}`).join(' ');

describe('what Threads takes', () => {
  it.each([
    ['words', post('Bread'), setting, []],
    ['nothing', post(' '), setting, ['error 0 empty']],
    ['a picture alone', post('', [jpeg()]), setting, []],
    ['500 letters', post('a'.repeat(500)), setting, []],
    ['501 letters', post('a'.repeat(501)), setting, ['error 0 too_long']],
    ['500 letters beyond the basic plane', post('𝔞'.repeat(500)), setting, []],
    ['125 loaves of four bytes', post('🥖'.repeat(125)), setting, []],
    ['126 loaves', post('🥖'.repeat(126)), setting, ['error 0 too_long']],
    ['half a pair', post('a\uD800'), setting, ['error 0 character']],
    ['5 links', post(links(5)), setting, []],
    ['6 links', post(links(6)), setting, ['error 0 too_many_links']],
    ['the same link often', post(`${links(1)} `.repeat(7)), setting, []],
    [
      'a sixth attached',
      post(links(5)),
      choosing({ link_attachment: 'https://example.org' }),
      ['error 0 too_many_links'],
    ],
    ['one hashtag', post('#rye'), setting, []],
    ['two hashtags', post('#rye #bread'), setting, ['warning 0 one_topic']],
    ['a topic and a hashtag', post('#rye'), choosing({ topic_tag: 'bread' }), ['info 0 topic_twice']],
    ['a topic with a stop', post('Rye'), choosing({ topic_tag: 'b.read' }), ['error 0 topic']],
    ['a long topic', post('Rye'), choosing({ topic_tag: 'b'.repeat(51) }), ['error 0 topic']],
    ['a link that is none', post('Rye'), choosing({ link_attachment: 'example' }), ['error 0 link_form']],
    [
      'a link beside a picture',
      post('Rye', [jpeg()]),
      choosing({ link_attachment: 'https://example.com' }),
      ['warning 0 link_with_media'],
    ],
    [
      'no place for media',
      post('Rye', [jpeg()]),
      { ...setting, hasMediaHost: false },
      ['error 0 media_host'],
    ],
    [
      '20 media',
      post(
        '',
        Array.from({ length: 20 }, () => jpeg()),
      ),
      setting,
      [],
    ],
    [
      '21 media',
      post(
        '',
        Array.from({ length: 21 }, () => jpeg()),
      ),
      setting,
      ['error 0 too_many_items'],
    ],
    ['a PNG', post('', [jpeg({ mimeType: 'image/png' })]), setting, []],
    ['a WebP', post('', [jpeg({ mimeType: 'image/webp' })]), setting, ['error 0 image_type']],
    ['a GIF', post('', [jpeg({ kind: 'gif' })]), setting, ['error 0 gif']],
    ['a ribbon', post('', [jpeg({ width: 11_000, height: 1_000 })]), setting, ['error 0 image_shape']],
    ['5 minutes', post('', [video({ durationMs: 300_000 })]), setting, []],
    ['more', post('', [video({ durationMs: 300_001 })]), setting, ['error 0 video_length']],
    ['AV1', post('', [video({ videoCodec: 'av1' })]), setting, ['error 0 video_codec']],
    ['1 GB', post('', [video({ bytes: 1_000_000_001 })]), setting, ['error 0 video_too_large']],
  ] as const)('%s', (_, parts, given, expected) => {
    expect(found(parts, given)).toEqual(expected);
  });

  it('checks every part, and what was chosen with the first alone', () => {
    const parts = [...post('One'), ...post('#a'), ...post('b'.repeat(501))];
    expect(found(parts, choosing({ topic_tag: 'rye' }))).toEqual(['error 2 too_long']);
  });
});

describe('measuring', () => {
  const { measure } = threads.rules();

  it.each([
    ['', 0],
    ['Bread', 5],
    ['é', 1],
    ['日本', 2],
    ['🥖', 4],
    ['👍🏽', 8],
    ['👩‍👩‍👧', 18],
    ['🇩🇪', 8],
    ['1️⃣', 7],
    ['☀️', 6],
    ['a🥖b', 6],
    ['#1 *', 4],
  ])('counts %j as %i', (text, length) => {
    expect(measure(text).length).toBe(length);
  });

  it('marks from the first sign that does not fit, and cuts no emoji', () => {
    expect(measure(`${'a'.repeat(498)}🥖b`).ranges).toEqual([{ start: 498, end: 501, reason: 'over_limit' }]);
  });

  it('reads addresses of posts, and no others', () => {
    expect(threads.api.isPostAddress('https://www.threads.com/@mara.bakes/post/C8abc_-123?x=1')).toBe(true);
    expect(threads.api.isPostAddress('https://www.threads.com/@mara.bakes')).toBe(false);
  });
});
