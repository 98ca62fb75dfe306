import type { Fields } from '../meta/containers/calls.ts';
import { publicAddress } from '../meta/containers/public-address.ts';
import type { ContainerPlan, FieldsResult } from '../meta/containers/stage.ts';
import type { PublishPart, UploadSource } from '../publishing.ts';
import { mostAltText } from './limits.ts';
import { choicesOf } from './options.ts';

type Planned = Pick<PublishPart, 'text' | 'media' | 'options' | 'inReplyTo'>;

/** The containers that a part is made of (Threads API: posts). They are always published in a second step, which can be settled. */
export const planOf = (part: Planned): ContainerPlan => {
  const [first, ...others] = part.media;
  if (others.length > 0) {
    return {
      children: part.media.map((medium) => () => child(medium)),
      whole: (children) =>
        Promise.resolve({
          ok: true,
          fields: { media_type: 'CAROUSEL', children: children.join(','), ...aboutOf(part) },
        }),
    };
  }
  return {
    children: [],
    whole: () =>
      first === undefined
        ? Promise.resolve({
            ok: true,
            fields: { media_type: 'TEXT', ...aboutOf(part), ...attachmentOf(part) },
          })
        : withMedium(first, aboutOf(part)),
  };
};

const child = (medium: UploadSource): Promise<FieldsResult> =>
  withMedium(medium, { is_carousel_item: 'true' });

const withMedium = async (medium: UploadSource, about: Fields): Promise<FieldsResult> => {
  const address = await publicAddress(medium);
  if (!address.ok) return address;
  const { kind, altText } = medium;
  const place =
    kind === 'video'
      ? { media_type: 'VIDEO', video_url: address.url }
      : { media_type: 'IMAGE', image_url: address.url };
  const described = altText.trim() === '' ? {} : { alt_text: altText.slice(0, mostAltText) };
  return { ok: true, fields: { ...place, ...described, ...about } };
};

/** What goes with any kind of part; who may reply and the topic are the first part's. */
const aboutOf = ({ text, options, inReplyTo }: Planned): Record<string, string> => {
  const { replyControl, topic } = choicesOf(options);
  const isFirst = inReplyTo === null;
  return {
    ...(text !== '' && { text }),
    ...(inReplyTo !== null && { reply_to_id: inReplyTo }),
    ...(isFirst && replyControl !== 'everyone' && { reply_control: replyControl }),
    ...(isFirst && topic !== '' && { topic_tag: topic }),
  };
};

const attachmentOf = ({ options, inReplyTo }: Planned): Record<string, string> => {
  const { link } = choicesOf(options);
  return inReplyTo === null && link !== '' ? { link_attachment: link } : {};
};
