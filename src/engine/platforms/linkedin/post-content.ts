import type { PublishPart } from '../publishing.ts';
import { chosenIn } from './options.ts';
import { links } from './text/entities.ts';
import { littleTextOf } from './text/little-text.ts';
import { authorOf } from './wire/urn.ts';

/** A post as LinkedIn's Posts API takes it. */
export const postBody = (part: PublishPart): Readonly<Record<string, unknown>> => {
  const chosen = chosenIn(part.options);
  const content = contentOf(part);
  return {
    author: authorOf(part.account),
    commentary: littleTextOf(part.text),
    visibility: chosen.visibility,
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...(content !== null && { content }),
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: chosen.noReshare,
  };
};

/** What goes with the text: media, or the card of the first link where a title was written for it. */
const contentOf = (part: PublishPart): Readonly<Record<string, unknown>> | null => {
  const images = part.mediaIds.map((id, index) => {
    const medium = part.media[index];
    const altText = medium === undefined || medium.kind === 'video' ? '' : medium.altText.trim();
    return { id, ...(altText !== '' && { altText }) };
  });
  if (images.length > 1) return { multiImage: { images } };
  if (images[0] !== undefined) return { media: images[0] };
  const { linkTitle: title, linkDescription: description } = chosenIn(part.options);
  const source = links(part.text)[0]?.address;
  if (title === '' || source === undefined) return null;
  return { article: { source, title, ...(description !== '' && { description }) } };
};
