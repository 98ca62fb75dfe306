import type { CheckedPart, PartProblem, PublishSetting } from '../content.ts';
import type { AccountProfile } from '../reading.ts';
import { checkPhotos, checkVideo } from './check-media.ts';
import { checkSettings } from './check-settings.ts';
import { creatorIn } from './creator.ts';
import { textLimits } from './media-limits.ts';
import { problem } from './problems.ts';
import { kindOfPost, readSettings } from './settings.ts';

/** What stands in the way of publishing this on TikTok, and what should be known first. */
export const check = (
  parts: readonly CheckedPart[],
  profile: AccountProfile | null,
  setting: PublishSetting,
): readonly PartProblem[] => {
  const [first] = parts;
  if (first === undefined) return [];
  const settings = readSettings(setting.options);
  const creator = creatorIn(profile);
  const kind = kindOfPost(first.media);
  return [
    ...parts
      .slice(1)
      .map((_, index) => problem({ id: 'tiktok_no_threads', part: index + 1, severity: 'error' })),
    ...checkKind(first, setting),
    ...checkText(first, settings.mode),
    ...(kind === 'video'
      ? first.media.flatMap((video) =>
          checkVideo(video, 0, settings.mode === 'direct' ? (creator?.longestSeconds ?? null) : null),
        )
      : checkPhotos(
          first.media.filter((medium) => medium.kind === 'image'),
          0,
        )),
    ...checkSettings(settings, {
      kind,
      creator,
      setting,
      video: kind === 'video' ? first.media[0] : undefined,
    }),
  ];
};

const checkKind = ({ media }: CheckedPart, { hasMediaHost }: PublishSetting): readonly PartProblem[] => {
  if (media.length === 0) return [problem({ id: 'tiktok_no_media', part: 0, severity: 'error' })];
  const kind = kindOfPost(media);
  if (kind === null) return [problem({ id: 'tiktok_media_mix', part: 0, severity: 'error' })];
  return kind === 'photos' && !hasMediaHost
    ? [problem({ id: 'tiktok_photos_need_place', part: 0, severity: 'error' })]
    : [];
};

/** The draft of a video has no text of ours, so that none is too long for it. */
const checkText = ({ text, media }: CheckedPart, mode: 'direct' | 'inbox'): readonly PartProblem[] => {
  const isVideo = kindOfPost(media) !== 'photos';
  if (isVideo && mode === 'inbox') {
    return text.trim() === '' ? [] : [problem({ id: 'tiktok_draft_text', part: 0, severity: 'info' })];
  }
  const limit = isVideo ? textLimits.caption : textLimits.photoDescription;
  const { length } = text;
  return length > limit
    ? [
        problem({
          id: 'tiktok_too_long',
          part: 0,
          severity: 'error',
          params: { length, limit, over: length - limit },
          range: { start: limit, end: length },
        }),
      ]
    : [];
};
