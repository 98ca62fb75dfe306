import type { MediaFacts } from '../content.ts';
import type { Chosen } from './options.ts';
import { firstLink } from './text/facets.ts';
import type { BlobRef } from './wire/schemas.ts';

/** A medium that is at the account's server already, and what is known of it here. */
export interface Attached {
  readonly blob: BlobRef;
  readonly facts: MediaFacts;
}

type Embed = Readonly<Record<string, unknown>> | null;

/** What stands under a post: its pictures, its video, or the card of its first link. */
export const embedOf = (text: string, attached: readonly Attached[], card: Chosen | null): Embed => {
  const link = card === null || card.linkTitle === '' ? null : firstLink(text);
  const [first] = attached;
  const pictureIsForCard =
    card?.linkPicture === true && attached.length === 1 && first?.facts.kind !== 'video';
  if (card !== null && link !== null && (first === undefined || pictureIsForCard)) {
    return externalOf(link, card, first);
  }
  if (first === undefined) return null;
  return first.facts.kind === 'video' ? videoOf(first) : imagesOf(attached);
};

const externalOf = (uri: string, card: Chosen, picture: Attached | undefined): Embed => ({
  $type: 'app.bsky.embed.external',
  external: {
    uri,
    title: card.linkTitle,
    description: card.linkDescription,
    ...(picture !== undefined && { thumb: picture.blob }),
  },
});

const imagesOf = (attached: readonly Attached[]): Embed => ({
  $type: 'app.bsky.embed.images',
  images: attached.map(({ blob, facts }) => ({
    image: blob,
    alt: facts.altText.trim(),
    ...aspectOf(facts),
  })),
});

const videoOf = ({ blob, facts }: Attached): Embed => ({
  $type: 'app.bsky.embed.video',
  video: blob,
  ...(facts.altText.trim() !== '' && { alt: facts.altText.trim() }),
  ...aspectOf(facts),
});

const aspectOf = ({ width, height }: MediaFacts): Readonly<Record<string, unknown>> =>
  width !== null && height !== null && width > 0 && height > 0 ? { aspectRatio: { width, height } } : {};
