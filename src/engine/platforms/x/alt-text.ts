import type { MediaFacts } from '../content.ts';

/** Whether an alternative text is to be set: X takes it for pictures and GIFs, not for videos. */
export const takesAltText = ({ kind, altText }: MediaFacts): boolean =>
  kind !== 'video' && altText.trim() !== '';
