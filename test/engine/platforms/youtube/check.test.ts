import { describe, expect, it } from 'vitest';
import type { CheckedPart, MediaFacts } from '../../../../src/engine/platforms/content.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import { tagsLength } from '../../../../src/engine/platforms/youtube/tags.ts';
import type { OptionValues } from '../../../../src/shared/models/publish-option.ts';
import { profileWith } from '../x/profile.ts';
import { fillIn } from '../fill-in.ts';

const video: MediaFacts = {
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 1_000_000,
  width: 1_920,
  height: 1_080,
  altText: '',
  durationMs: 60_000,
  frameRate: 30,
  videoCodec: 'avc',
  audioCodec: 'aac',
};
const picture: MediaFacts = { ...video, kind: 'image', mimeType: 'image/jpeg', durationMs: null };
const chosen: OptionValues = { title: 'Rye', madeForKids: 'no' };
const minutes = (count: number) => count * 60_000;

const part = (text: string, ...media: readonly MediaFacts[]): CheckedPart => ({ text, media });
const check = (
  parts: readonly CheckedPart[],
  options: OptionValues = chosen,
  profile: AccountProfile | null = null,
) => youtube.check(parts, profile, { options, hasMediaHost: false, scopes: null });
const ids = (...given: Parameters<typeof check>) =>
  check(...given).map(({ id, severity }) => `${severity} ${id}`);

describe('what YouTube would not take', () => {
  it('takes a video with a title and an answer about kids', () => {
    expect(check([part('', video)])).toEqual([]);
    expect(check([part('a'.repeat(5_000), video, picture)])).toEqual([]);
    expect(check([])).toEqual([]);
  });

  it.each<[string, readonly CheckedPart[], readonly string[]]>([
    ['a text alone', [part('Rye')], ['error youtube_no_video']],
    ['a picture alone', [part('Rye', picture)], ['error youtube_no_video']],
    ['two videos', [part('', video, video)], ['error youtube_many_videos']],
    ['two pictures', [part('', video, picture, picture)], ['error youtube_many_images']],
    ['a GIF', [part('', video, { ...picture, kind: 'gif' })], ['error youtube_gif']],
    [
      'a file that is no video',
      [part('', { ...video, mimeType: 'audio/mpeg' })],
      ['error youtube_video_type'],
    ],
    ['over 256 GB', [part('', { ...video, bytes: 256e9 + 1 })], ['error youtube_video_too_large']],
    [
      'over 12 hours',
      [part('', { ...video, durationMs: minutes(720) + 1 })],
      ['error youtube_video_too_long'],
    ],
    [
      'over 15 minutes',
      [part('', { ...video, durationMs: minutes(15) + 1 })],
      ['warning youtube_video_unverified'],
    ],
    ['an upright short video', [part('', { ...video, width: 1_080, height: 1_920 })], ['info youtube_short']],
    [
      'a square video of three minutes',
      [part('', { ...video, width: 1_080, durationMs: minutes(3) })],
      ['info youtube_short'],
    ],
    [
      'an upright long video',
      [part('', { ...video, width: 1_080, height: 1_920, durationMs: minutes(3) + 1 })],
      [],
    ],
    [
      'a video that nobody measured',
      [part('', { ...video, width: null, height: null, durationMs: null })],
      [],
    ],
    [
      'a WebP thumbnail',
      [part('', video, { ...picture, mimeType: 'image/webp' })],
      ['error youtube_thumbnail_type'],
    ],
    [
      'a large thumbnail',
      [part('', video, { ...picture, bytes: 2_000_001 })],
      ['error youtube_thumbnail_too_large'],
    ],
    ['5,001 bytes', [part('é'.repeat(2_500) + 'a', video)], ['error youtube_description_too_long']],
    ['angle brackets', [part('a <b>', video)], ['error youtube_description_character']],
    ['61 hashtags', [part('#a '.repeat(61), video)], ['warning youtube_hashtags']],
    ['an empty comment', [part('', video), part(' ')], ['error youtube_comment_empty']],
    ['a long comment', [part('', video), part('a'.repeat(10_001))], ['error youtube_comment_too_long']],
    ['a picture on a comment', [part('', video), part('Hello', picture)], ['error youtube_comment_media']],
  ])('finds %s', (_, parts, expected) => {
    expect(ids(parts)).toEqual(expected);
  });

  it.each<[string, OptionValues, readonly string[]]>([
    ['no title', { madeForKids: 'no' }, ['error youtube_title_missing']],
    ['a blank title', { ...chosen, title: '  ' }, ['error youtube_title_missing']],
    ['101 characters', { ...chosen, title: '🥖'.repeat(101) }, ['error youtube_title_too_long']],
    ['100 characters', { ...chosen, title: '🥖'.repeat(100) }, []],
    ['brackets in the title', { ...chosen, title: 'a > b' }, ['error youtube_title_character']],
    ['no answer about kids', { title: 'Rye' }, ['error youtube_kids_missing']],
    ['many tags', { ...chosen, tags: ['a'.repeat(501)] }, ['error youtube_tags_too_long']],
    ['brackets in a tag', { ...chosen, tags: ['<b>'] }, ['error youtube_tag_character']],
    ['a playlist that is none', { ...chosen, playlist: 'my list!' }, ['error youtube_playlist']],
    ['the address of a playlist', { ...chosen, playlist: 'https://youtube.com/playlist?list=PLx_-1' }, []],
  ])('finds %s', (_, options, expected) => {
    expect(ids([part('', video)], options)).toEqual(expected);
  });

  it('knows where there are no comments', () => {
    const parts = [part('', video), part('Hello')];
    expect(ids(parts, { ...chosen, madeForKids: 'yes' })).toEqual(['error youtube_kids_comments']);
    expect(ids(parts, { ...chosen, privacy: 'private' })).toEqual(['error youtube_private_comments']);
    expect(ids(parts, { ...chosen, privacy: 'unlisted' })).toEqual([]);
  });

  it('knows which channels may upload long videos', () => {
    const long = [part('', { ...video, durationMs: minutes(16) })];
    expect(ids(long, chosen, profileWith({ longUploads: 'allowed' }))).toEqual([]);
    expect(ids(long, chosen, profileWith({ longUploads: 'not_allowed' }))).toEqual([
      'error youtube_video_unverified',
    ]);
    expect(ids(long, chosen, profileWith({ longUploads: 'unknown' }))).toEqual([
      'warning youtube_video_unverified',
    ]);
  });

  it('says all of it in whole sentences', () => {
    const found = check(
      [
        part(
          'é'.repeat(2_600),
          { ...video, bytes: 256e9 + 1, durationMs: minutes(721) },
          { ...picture, bytes: 2_000_001 },
        ),
      ],
      { title: 'a'.repeat(101), tags: ['b'.repeat(501)] },
    );
    const said: Readonly<Record<string, { text: string; fix: string }>> = youtube.words.preflight;
    const sentences = found.flatMap(({ id, params }) =>
      [said[id]?.text ?? '{{', said[id]?.fix ?? '{{'].map((text) => fillIn(text, params)),
    );
    expect(sentences.length).toBe(14);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^{}]*\.$/);
  });
});

describe('counting', () => {
  const { measure } = youtube.rules();

  it('goes by bytes', () => {
    expect(measure('Größe 🥖')).toMatchObject({ length: 12, limit: 5_000, valid: true });
    expect(measure('a'.repeat(5_000)).valid).toBe(true);
    expect(measure('a'.repeat(5_001))).toMatchObject({
      valid: false,
      ranges: [{ start: 5_000, end: 5_001, reason: 'over_limit' }],
    });
    expect(measure(`${'a'.repeat(4_998)}🥖`).ranges).toEqual([
      { start: 4_998, end: 5_000, reason: 'over_limit' },
    ]);
  });

  it('names what YouTube links and what it refuses', () => {
    expect(measure('See https://example.com/a#b, @mara and #rye <now>')).toMatchObject({
      valid: false,
      entities: { urls: ['https://example.com/a#b'], mentions: ['@mara'], hashtags: ['#rye'], cashtags: [] },
      ranges: [
        { start: 44, end: 45, reason: 'not_allowed' },
        { start: 48, end: 49, reason: 'not_allowed' },
      ],
    });
  });

  it('counts tags with what joins them', () => {
    expect(tagsLength([])).toBe(0);
    expect(tagsLength(['rye'])).toBe(3);
    expect(tagsLength(['rye', 'sour dough'])).toBe(3 + 1 + 12);
  });
});

describe('options', () => {
  it('leave the answer about kids to the user, and show as fields', () => {
    const fields = youtube.options();
    const kids = fields.find(({ id }) => id === 'madeForKids');
    expect(kids).toMatchObject({ kind: 'choice', required: true, defaultValue: null });
    expect(fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['title', 'privacy', 'tags', 'category', 'license']),
    );
    const defaults = fields.flatMap((field) =>
      field.kind === 'choice' && field.defaultValue !== null
        ? [[field.choices, field.defaultValue] as const]
        : [],
    );
    expect(defaults.map(([, value]) => value)).toEqual(['public', '22', 'youtube']);
    for (const [choices, value] of defaults) expect(choices.map((choice) => choice.value)).toContain(value);
  });
});
