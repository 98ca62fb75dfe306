const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** How long Threads takes a text to be: by characters as they are read, an emoji by its bytes in UTF-8. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    length += picture.test(segment) ? Buffer.byteLength(segment) : Array.from(segment).length;
  }
  return length;
}

/** How many different addresses a text and what is attached hold. */
export function linksIn(text: string, attached: string | undefined): number {
  const found = (text.match(/(?:https?:\/\/|www\.)\S+/gi) ?? []).map((url) => url.replace(/[.,;:!?)]+$/, ''));
  return new Set([...found, ...(attached === undefined ? [] : [attached])]).size;
}
