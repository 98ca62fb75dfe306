import type { MediaFacts } from '../content.ts';

/** The video of a part. */
export const videoOf = <Medium extends MediaFacts>(media: readonly Medium[]): Medium | undefined =>
  media.find(({ kind }) => kind === 'video');

/** The picture beside the video, which becomes its thumbnail. */
export const thumbnailOf = <Medium extends MediaFacts>(media: readonly Medium[]): Medium | undefined =>
  media.find(({ kind }) => kind === 'image');
