import type { MediaFacts } from '../platform.ts';

/** Whether an alternative text is to be set: X takes it for pictures and GIFs, not for videos. */
export const takesAltText = ({ kind, altText }: MediaFacts): boolean =>
  kind !== 'video' && altText.trim() !== '';
