import { limits } from '../limits.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where addresses begin and end for this server: from the scheme to the next blank. */
export const addressPattern = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?'’)]/giu;

/** How long a text is here: addresses count alike, and mentions without their server. */
export function lengthOf(text: string): number {
  const counted = text
    .replaceAll(addressPattern, 'x'.repeat(limits.perUrl))
    .replaceAll(/(?<=^|[^/\w])(@\w[\w.-]*)@[\w.-]*\w/g, '$1');
  return [...segmenter.segment(counted)].length;
}
