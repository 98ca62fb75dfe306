import { describe, expect, it } from 'vitest';
import type { MediaFacts, PublishSetting } from '../../../../src/engine/platforms/content.ts';
import { tiktok } from '../../../../src/engine/platforms/tiktok/platform.ts';
import type { OptionValues } from '../../../../src/shared/models/publish-option.ts';
import { profileWith } from '../x/profile.ts';

const film: MediaFacts = {
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 5_000_000,
  width: 1_080,
  height: 1_920,
  altText: '',
  durationMs: 20_000,
  frameRate: 30,
  videoCodec: 'avc',
  audioCodec: 'aac',
};
const photo: MediaFacts = {
  ...film,
  kind: 'image',
  mimeType: 'image/jpeg',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
};
const creator = profileWith({
  privacyLevels: 'PUBLIC_TO_EVERYONE,SELF_ONLY',
  commentDisabled: true,
  duetDisabled: false,
  stitchDisabled: true,
  longestSeconds: 60,
});
const publicly = { mode: 'direct', privacy: 'PUBLIC_TO_EVERYONE' };

const check = (
  media: readonly MediaFacts[],
  options: OptionValues = publicly,
  more: Partial<PublishSetting> & { text?: string; parts?: number } = {},
): readonly string[] => {
  const { text = 'Bread', parts = 1, ...setting } = more;
  return tiktok
    .check(
      Array.from({ length: parts }, () => ({ text, media })),
      creator,
      { options, hasMediaHost: true, scopes: ['video.publish', 'video.upload'], ...setting },
    )
    .filter(({ severity }) => severity === 'error')
    .map(({ id }) => id);
};

describe('what TikTok takes', () => {
  it('is one video, or photos from a public address', () => {
    expect(check([film])).toEqual([]);
    expect(check([photo, photo])).toEqual([]);
    expect(check([])).toEqual(['tiktok_no_media']);
    expect(check([film, film])).toEqual(['tiktok_media_mix']);
    expect(check([film, photo])).toEqual(['tiktok_media_mix']);
    expect(check([photo], publicly, { hasMediaHost: false })).toEqual(['tiktok_photos_need_place']);
    expect(check([film], publicly, { parts: 2 })).toEqual(['tiktok_no_threads']);
  });

  it.each<[Partial<MediaFacts>, string | null]>([
    [{ mimeType: 'video/quicktime' }, null],
    [{ mimeType: 'video/webm', videoCodec: 'vp9' }, null],
    [{ mimeType: 'video/x-msvideo' }, 'tiktok_video_type'],
    [{ videoCodec: 'av1' }, 'tiktok_video_codec'],
    [{ bytes: 4_000_000_000 }, null],
    [{ bytes: 4_000_000_001 }, 'tiktok_video_too_large'],
    [{ width: 360 }, null],
    [{ width: 359 }, 'tiktok_video_dimensions'],
    [{ height: 4_096 }, null],
    [{ height: 4_097 }, 'tiktok_video_dimensions'],
    [{ width: null, height: null }, null],
    [{ frameRate: 23 }, null],
    [{ frameRate: 59.94 }, null],
    [{ frameRate: 15 }, 'tiktok_video_frame_rate'],
    [{ frameRate: 120 }, 'tiktok_video_frame_rate'],
    [{ durationMs: 60_000 }, null],
    [{ durationMs: 60_001 }, 'tiktok_video_too_long'],
  ])('a video with %j: %s', (change, id) => {
    expect(check([{ ...film, ...change }])).toEqual(id === null ? [] : [id]);
  });

  it.each<[Partial<MediaFacts>, string | null]>([
    [{ mimeType: 'image/webp' }, null],
    [{ mimeType: 'image/png' }, 'tiktok_photo_type'],
    [{ bytes: 20_000_001 }, 'tiktok_photo_too_large'],
    [{ width: 1_920, height: 1_080 }, null],
    [{ width: 1_920, height: 1_081 }, 'tiktok_photo_dimensions'],
    [{ width: 2_000, height: 500 }, 'tiktok_photo_dimensions'],
  ])('a photo with %j: %s', (change, id) => {
    expect(check([photo, { ...photo, ...change }])).toEqual(id === null ? [] : [id]);
  });

  it('is at most 35 photos', () => {
    const photos = Array.from({ length: 36 }, () => photo);
    expect(check(photos.slice(1))).toEqual([]);
    expect(check(photos)).toEqual(['tiktok_too_many_photos']);
  });

  it('is a caption of 2,200 UTF-16 units with a video, a description of 4,000 with photos', () => {
    expect(check([film], publicly, { text: '🥖'.repeat(1_100) })).toEqual([]);
    expect(check([film], publicly, { text: `${'🥖'.repeat(1_100)}!` })).toEqual(['tiktok_too_long']);
    expect(check([photo], publicly, { text: 'x'.repeat(4_000) })).toEqual([]);
    expect(check([photo], publicly, { text: 'x'.repeat(4_001) })).toEqual(['tiktok_too_long']);
    expect(check([film], { mode: 'inbox' }, { text: 'x'.repeat(9_000) })).toEqual([]);
    expect(check([photo], { ...publicly, title: 'x'.repeat(91) })).toEqual(['tiktok_title_too_long']);
  });
});

describe('what has to be chosen', () => {
  it('is who can see it, for direct posts', () => {
    expect(check([film], { mode: 'direct' })).toEqual(['tiktok_privacy_missing']);
    expect(check([film], { mode: 'direct', privacy: 'MUTUAL_FOLLOW_FRIENDS' })).toEqual([
      'tiktok_privacy_closed',
    ]);
    expect(check([film], { mode: 'inbox' })).toEqual([]);
  });

  it('lets nobody hide branded content', () => {
    const hidden = { mode: 'direct', privacy: 'SELF_ONLY' };
    expect(check([film], { ...hidden, commercial: 'own' })).toEqual([]);
    for (const commercial of ['branded', 'both']) {
      expect(check([film], { ...hidden, commercial })).toEqual(['tiktok_branded_private']);
    }
  });

  it('is a cover within the video', () => {
    expect(check([film], { ...publicly, coverSecond: '19,5' })).toEqual([]);
    for (const coverSecond of ['21', 'soon', '-1']) {
      expect(check([film], { ...publicly, coverSecond })).toEqual(['tiktok_cover_wrong']);
    }
  });

  it('needs the scope of its way', () => {
    expect(check([film], publicly, { scopes: ['video.upload'] })).toEqual(['tiktok_direct_not_granted']);
    expect(check([film], { mode: 'inbox' }, { scopes: ['video.publish'] })).toEqual([
      'tiktok_inbox_not_granted',
    ]);
    expect(check([film], publicly, { scopes: null })).toEqual([]);
  });

  it('is told what one agrees to', () => {
    const told = (options: OptionValues) =>
      tiktok
        .check([{ text: 'x', media: [film] }], creator, { options, hasMediaHost: true, scopes: null })
        .map(({ id, severity }) => `${severity} ${id}`);
    expect(told(publicly)).toEqual(['info tiktok_music_consent']);
    expect(told({ ...publicly, commercial: 'branded' })).toEqual(['info tiktok_branded_consent']);
    expect(told({ mode: 'inbox' })).toEqual(['info tiktok_draft_text']);
  });
});

describe('what is offered to choose', () => {
  const fields = (profile: Parameters<typeof tiktok.options>[0]) =>
    new Map(tiktok.options(profile).map((field) => [field.id, field]));

  it('has no audience beforehand, and nothing allowed', () => {
    const offered = fields(creator);
    expect(offered.get('privacy')).toMatchObject({
      required: true,
      defaultValue: null,
      choices: [{ value: 'PUBLIC_TO_EVERYONE' }, { value: 'SELF_ONLY' }],
    });
    expect(offered.get('allowDuet')).toMatchObject({ defaultValue: false });
    expect(offered.has('allowComment')).toBe(false);
    expect(offered.has('allowStitch')).toBe(false);
    expect(offered.get('mode')).toMatchObject({ defaultValue: 'direct' });
    expect(offered.get('commercial')).toMatchObject({ defaultValue: 'none' });
  });

  it('is the inbox alone where posting directly was not allowed', () => {
    const offered = fields(profileWith({ named: true }));
    expect(offered.get('mode')).toMatchObject({ defaultValue: 'inbox', choices: [{ value: 'inbox' }] });
    expect(fields(null).get('mode')).toMatchObject({
      defaultValue: 'inbox',
      choices: [{}, { value: 'direct' }],
    });
  });
});

describe('words', () => {
  it('exist for every rule, and no rule speaks of what it does not fill in', () => {
    for (const [id, { text, fix }] of Object.entries(tiktok.words.preflight)) {
      expect(id).toMatch(/^tiktok_/);
      expect(`${text} ${fix}`).not.toMatch(/!/);
    }
  });

  it.each([
    ['https://www.tiktok.com/@mara_bakes/video/7412345678901234567', '7412345678901234567'],
    ['https://www.tiktok.com/@mara.b/photo/7412345678901234567?lang=en', '7412345678901234567'],
    ['https://vm.tiktok.com/ZM123/', null],
    ['https://example.com/@mara/video/7412345678901234567', null],
  ])('finds the id in %s', (url, id) => {
    expect(tiktok.api.postIdOf(url)).toBe(id);
  });

  it('counts as TikTok does', () => {
    expect(tiktok.rules().measure('Bread 🥖 #rye #1 @mara.b. https://a.example/#no')).toMatchObject({
      length: 47,
      limit: 2_200,
      valid: true,
      entities: { hashtags: ['#rye'], mentions: ['@mara.b'], urls: ['https://a.example/#no'] },
    });
    expect(tiktok.rules().measure('x'.repeat(2_201))).toMatchObject({
      valid: false,
      ranges: [{ start: 2_200, end: 2_201, reason: 'over_limit' }],
    });
  });
});
