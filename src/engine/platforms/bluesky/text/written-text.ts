/** A facet as it comes back: only links matter for reading. */
export interface LinkFacet {
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly uri: string;
}

/**
 * A post's text with its links whole: clients often show a shortened address, and only the facet has the full one.
 * Links behind other words are left as these words.
 */
export const writtenText = (text: string, links: readonly LinkFacet[]): string => {
  const bytes = Buffer.from(text, 'utf8');
  let from = 0;
  let written = '';
  for (const { byteStart, byteEnd, uri } of links.toSorted((one, other) => one.byteStart - other.byteStart)) {
    if (byteStart < from || byteEnd <= byteStart || byteEnd > bytes.length) continue;
    const shown = bytes.subarray(byteStart, byteEnd).toString('utf8');
    written += bytes.subarray(from, byteStart).toString('utf8') + (isShortened(shown, uri) ? uri : shown);
    from = byteEnd;
  }
  return written + bytes.subarray(from).toString('utf8');
};

/** Whether what is shown is the beginning of the address, without its scheme and cut by dots. */
const isShortened = (shown: string, uri: string): boolean => {
  const cut = shown.replace(/^https?:\/\//i, '').replace(/(?:\.{3}|…)$/u, '');
  if (cut === shown || cut === '') return false;
  return uri
    .replace(/^https?:\/\//i, '')
    .toLowerCase()
    .startsWith(cut.toLowerCase());
};
