/** A stretch of a text and where it begins, in UTF-16 units. */
export type Piece = { readonly text: string; readonly start: number };

/** Pieces are cut at the first white space after this many units. */
const wanted = 1_000;
/** Longer than any link that X takes (4,096), so that a forced cut never halves one that counts. */
const longest = 4_300;

/** White space that twitter-text and JavaScript both take for such. */
const space = /[\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;
/** Ends of sentences in scripts that are written without spaces. */
const sentenceEnd = /[。、！？」』…]/g;

/**
 * Cuts a long text at white space into pieces that can be counted one by one: no link, emoji, mention or tag holds
 * white space, and normalisation (NFC) does not reach across it. twitter-text's search for links takes quadratic time
 * on text without spaces, so a text without any is cut at the end of a sentence, and where there is none anywhere. A
 * text of up to 1,000 units stays whole.
 */
export const pieces = (text: string): readonly Piece[] => {
  const cut: Piece[] = [];
  let start = 0;
  while (text.length - start > wanted) {
    const length = cutLength(text.slice(start, start + longest));
    cut.push({ text: text.slice(start, start + length), start });
    start += length;
  }
  if (start < text.length) cut.push({ text: text.slice(start), start });
  return cut;
};

const cutLength = (stretch: string): number => {
  const at = find(space, stretch)?.index;
  if (at !== undefined) return at;
  if (stretch.length < longest) return stretch.length;
  const end = find(sentenceEnd, stretch);
  if (end !== null) return end.index + 1;
  return /[\uD800-\uDBFF]$/.test(stretch) ? longest - 1 : longest;
};

const find = (pattern: RegExp, stretch: string): RegExpExecArray | null => {
  const search = new RegExp(pattern);
  search.lastIndex = wanted;
  return search.exec(stretch);
};
