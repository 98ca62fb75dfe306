import { withoutUrls } from './draft.ts';
import type { RecentPost } from './content-input.ts';
import type { Draft } from './draft.ts';
import { wordsOf } from './readability/words.ts';

/** From this likeness on, readers and networks take two posts for one. */
const alike = 0.6;
/** Words in a row that are compared as one. */
const rowLength = 3;
/** Texts of fewer words ('Good morning') may come again. */
const fewestWords = 5;

/** The rows of words of a text; links, signs, capitals and numbers' places in it do not count. */
export const wordRowsOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(withoutUrls(text, [])).map((word) => word.toLowerCase());
  return words.length < fewestWords
    ? new Set()
    : new Set(words.slice(rowLength - 1).map((_word, at) => words.slice(at, at + rowLength).join(' ')));
};

/**
 * The own recent post that the draft's first part is most like, by the Jaccard index of their rows of three words
 * (shingles; Broder 1997); null where none is alike.
 */
export const ownDuplicateOf = ({ input }: Draft): RecentPost | null => {
  const rows = wordRowsOf(input.parts[0] ?? '');
  let found: { readonly post: RecentPost; readonly likeness: number } | null = null;
  for (const post of input.history.recent) {
    const likeness = likenessOf(rows, post.rows);
    if (likeness >= alike && likeness > (found?.likeness ?? 0)) found = { post, likeness };
  }
  return found?.post ?? null;
};

const likenessOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size < alike * many.size || few.size === 0) return 0;
  const shared = [...few].filter((row) => many.has(row)).length;
  return shared / (few.size + many.size - shared);
};

const shownLength = 60;

/** The beginning of a post, to recognise it by. */
export const beginningOf = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const [...characters] = line;
  return characters.length <= shownLength ? line : `${characters.slice(0, shownLength).join('').trimEnd()}…`;
};
