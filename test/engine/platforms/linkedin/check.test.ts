import { describe, expect, it } from 'vitest';
import type { CheckedPart, PublishSetting } from '../../../../src/engine/platforms/content.ts';
import { linkedin } from '../../../../src/engine/platforms/linkedin/platform.ts';
import type { AccountProfile } from '../../../../src/engine/platforms/reading.ts';
import { mp4, png } from '../../../conformance/x/sample-media.ts';

const page: AccountProfile = {
  remoteId: '1',
  username: 'linden-bakery',
  displayName: 'Linden Bakery',
  avatarUrl: null,
  profileUrl: null,
  followers: null,
  metrics: {},
  facts: { urn: 'urn:li:organization:1' },
};

const found = (
  parts: readonly Partial<CheckedPart>[],
  options: PublishSetting['options'] = {},
  profile: AccountProfile | null = null,
): readonly string[] =>
  linkedin
    .check(
      parts.map(({ text = 'Bread', media = [] }) => ({ text, media })),
      profile,
      { options, hasMediaHost: false, scopes: null },
    )
    .map(({ id, part, severity }) => `${part} ${severity} ${id}`);

describe('what stands in the way on LinkedIn', () => {
  it('is nothing for a plain post', () => {
    expect(found([{}])).toEqual([]);
  });

  it.each([
    [[{ text: '' }], '0 error linkedin_empty'],
    [[{ text: 'a'.repeat(3001) }], '0 error linkedin_too_long'],
    [[{}, { text: 'a'.repeat(1251) }], '1 error linkedin_comment_too_long'],
    [[{}, { media: [png()] }], '1 error linkedin_comment_media'],
    [[{ media: [png(), mp4()] }], '0 error linkedin_media_mix'],
    [[{ media: Array.from({ length: 21 }, () => png()) }], '0 error linkedin_too_many_images'],
    [[{ media: [{ ...png(), mimeType: 'image/webp' }] }], '0 error linkedin_image_type'],
    [[{ media: [{ ...png(), width: 8000, height: 6000 }] }], '0 error linkedin_image_pixels'],
    [[{ media: [png({ altText: 'a'.repeat(4087) })] }], '0 error linkedin_alt_text_too_long'],
    [[{ media: [{ ...mp4(), durationMs: 1_900_000 }] }], '0 error linkedin_video_length'],
    [[{ text: 'https://example.com' }], '0 info linkedin_link_without_card'],
  ] as const)('%#: %s', (parts, problem) => {
    expect(found(parts)).toContain(problem);
  });

  it('looks at what was chosen', () => {
    expect(found([{}], { link_title: 'Bread' })).toEqual(['0 warning linkedin_title_without_link']);
    expect(found([{ text: 'https://example.com', media: [png()] }], { link_title: 'Bread' })).toEqual([
      '0 warning linkedin_title_with_media',
    ]);
    expect(found([{ text: 'https://example.com' }], { link_title: 'Bread' })).toEqual([]);
    expect(found([{}], { visibility: 'CONNECTIONS' }, page)).toEqual(['0 error linkedin_connections']);
  });

  it('offers a page no connections', () => {
    const choices = (profile: AccountProfile | null) =>
      linkedin
        .options(profile)
        .flatMap((field) => (field.kind === 'choice' ? field.choices.map(({ value }) => value) : []));
    expect(choices(null)).toContain('CONNECTIONS');
    expect(choices(page)).toEqual(['PUBLIC', 'LOGGED_IN']);
  });
});
