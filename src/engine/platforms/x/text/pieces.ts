/** A stretch of a text and where it begins, in UTF-16 units. */
export type Piece = { readonly text: string; readonly start: number };

/** Pieces are cut at the first white space after this many units. */
const wanted = 1_000;
/** Longer than any link that X takes (4,096), so that a forced cut never halves one that counts. */
const longest = 4_300;

/**
 * Cuts a long text at white space into pieces that can be counted one by one: no link, emoji, mention or tag holds
 * white space, and normalisation (NFC) does not reach across it. twitter-text's search for links takes quadratic time
 * on text without spaces, which the forced cut bounds. A text of up to 1,000 units stays whole.
 */
export const pieces = (text: string): readonly Piece[] => {
  const cut: Piece[] = [];
  let start = 0;
  while (text.length - start > wanted) {
    const end = cutAfter(text, start);
    cut.push({ text: text.slice(start, end), start });
    start = end;
  }
  if (start < text.length) cut.push({ text: text.slice(start), start });
  return cut;
};

const cutAfter = (text: string, start: number): number => {
  const space = /[ \t\r\n]/g;
  space.lastIndex = start + wanted;
  const found = space.exec(text.slice(0, start + longest));
  if (found) return found.index;
  const forced = start + longest;
  if (forced >= text.length) return text.length;
  return isPairBroken(text, forced) ? forced - 1 : forced;
};

const isPairBroken = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
