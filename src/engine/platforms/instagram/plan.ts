import type { ContainerPlan, FieldsResult } from '../meta/containers/stage.ts';
import { publicAddress } from '../meta/containers/public-address.ts';
import type { PublishPart, UploadSource } from '../publishing.ts';
import { mostAltText } from './limits.ts';
import { choicesOf } from './options.ts';
import type { Choices } from './options.ts';

/** The containers that a post is made of (reference of IG User media): a picture, a reel, a story, or a carousel of children. */
export const planOf = (part: Pick<PublishPart, 'text' | 'media' | 'options'>): ContainerPlan => {
  const choices = choicesOf(part.options);
  const [first, ...others] = part.media;
  if (first === undefined || others.length === 0 || choices.format === 'story') {
    return { children: [], whole: () => single(part.text, first, choices) };
  }
  return {
    children: part.media.map((medium) => () => child(medium)),
    whole: (children) =>
      Promise.resolve({
        ok: true,
        fields: {
          media_type: 'CAROUSEL',
          children: children.join(','),
          ...captionOf(part.text),
          ...collaboratorsOf(choices),
        },
      }),
  };
};

const single = async (
  text: string,
  medium: UploadSource | undefined,
  choices: Choices,
): Promise<FieldsResult> => {
  if (medium === undefined) return { ok: false, failure: withoutMedia };
  const address = await publicAddress(medium);
  if (!address.ok) return address;
  const place = placeOf(medium, address.url);
  if (choices.format === 'story') return { ok: true, fields: { media_type: 'STORIES', ...place } };
  const about = { ...captionOf(text), ...collaboratorsOf(choices) };
  const fields =
    medium.kind === 'video'
      ? { media_type: 'REELS', ...place, share_to_feed: String(choices.shareToFeed), ...about }
      : { ...place, ...altTextOf(medium), ...about };
  return { ok: true, fields };
};

const child = async (medium: UploadSource): Promise<FieldsResult> => {
  const address = await publicAddress(medium);
  if (!address.ok) return address;
  const place = placeOf(medium, address.url);
  return {
    ok: true,
    fields:
      medium.kind === 'video'
        ? { media_type: 'VIDEO', ...place, is_carousel_item: 'true' }
        : { ...place, ...altTextOf(medium), is_carousel_item: 'true' },
  };
};

const placeOf = ({ kind }: UploadSource, url: string): Record<string, string> =>
  kind === 'video' ? { video_url: url } : { image_url: url };

const captionOf = (text: string): { caption?: string } => (text === '' ? {} : { caption: text });

const altTextOf = ({ altText }: UploadSource): { alt_text?: string } =>
  altText.trim() === '' ? {} : { alt_text: altText.slice(0, mostAltText) };

const collaboratorsOf = ({ collaborators }: Choices): { collaborators?: string } =>
  collaborators.length === 0 ? {} : { collaborators: JSON.stringify(collaborators) };

const withoutMedia = {
  code: 'content_rejected',
  reach: 'not_sent',
  retryAt: null,
  detail: 'Instagram takes no posts of words alone.',
  status: null,
} as const;
