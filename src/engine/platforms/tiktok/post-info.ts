import { createHash } from 'node:crypto';
import type { PublishPart } from '../publishing.ts';
import type { Creator } from './creator.ts';
import type { Settings } from './settings.ts';

/** `post_info` of a direct video post. What is closed to the creator is sent as closed, whatever was chosen before. */
export const videoInfo = (
  text: string,
  settings: Settings,
  creator: Creator,
): Readonly<Record<string, unknown>> => ({
  title: text,
  privacy_level: settings.privacy,
  disable_comment: creator.commentDisabled || !settings.allowComment,
  disable_duet: creator.duetDisabled || !settings.allowDuet,
  disable_stitch: creator.stitchDisabled || !settings.allowStitch,
  ...(typeof settings.coverMs === 'number' && { video_cover_timestamp_ms: settings.coverMs }),
  brand_content_toggle: settings.branded,
  brand_organic_toggle: settings.ownBrand,
  is_aigc: settings.aiGenerated,
});

/** The body that makes a post or a draft of photos. A draft holds its words; who may see it is chosen in TikTok's app. */
export const photosBody = (
  text: string,
  settings: Settings,
  urls: readonly string[],
): Readonly<Record<string, unknown>> => ({
  media_type: 'PHOTO',
  post_mode: settings.mode === 'direct' ? 'DIRECT_POST' : 'MEDIA_UPLOAD',
  post_info: {
    ...(settings.title !== '' && { title: settings.title }),
    description: text,
    ...(settings.mode === 'direct' && {
      privacy_level: settings.privacy,
      disable_comment: !settings.allowComment,
      auto_add_music: settings.addMusic,
      brand_content_toggle: settings.branded,
      brand_organic_toggle: settings.ownBrand,
    }),
  },
  source_info: { source: 'PULL_FROM_URL', photo_cover_index: 0, photo_images: urls },
  ...(settings.mode === 'direct' && settings.aiGenerated && { is_aigc: true }),
});

/** What an upload was begun for, in short: it serves no other post. */
export const fingerprintOf = ({ text, options, media, account }: PublishPart): string => {
  const chosen = Object.entries(options).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([text, chosen, media[0]?.sha256, account.remoteId]))
    .digest('hex')
    .slice(0, 32);
};
