const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many characters a reader sees (UAX 29): a family of emoji is one, a letter with its marks is one. */
export const countGraphemes = (text: string): number => {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
};

/** Length in UTF-8, which is what Bluesky's servers count and what facets are placed by. */
export const countBytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The UTF-16 offset of the first grapheme that no longer fits; null where all fit. */
export const firstOver = (text: string, most: { graphemes: number; bytes: number }): number | null => {
  let graphemes = 0;
  let bytes = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    graphemes += 1;
    bytes += countBytes(segment);
    if (graphemes > most.graphemes || bytes > most.bytes) return index;
  }
  return null;
};
