/** A hashtag that the networks link in part or not at all, and what would do instead. */
export type BrokenHashtag = { readonly found: string; readonly better: string };

/** A hash sign with what is meant by it, up to the next space; apostrophes, hyphens and ampersands end a hashtag. */
const attempted = /(?<![\p{L}\p{N}_&/#＃])[#＃]([\p{L}\p{N}_]+(?:['’&.\-‐‑–+]+[\p{L}\p{N}_]+)*)/gu;

/** Numbers with a hash sign are ranks and issues ('#1'): only from four digits somebody means a hashtag ('#2027'). */
const fewestDigits = 4;

/**
 * The hashtags of a text that will not work: cut off at a sign inside them, or of digits alone. `.` inside is left alone
 * where a new sentence or an address may begin.
 */
export const brokenHashtagsIn = (text: string): readonly BrokenHashtag[] => {
  const broken = new Map<string, BrokenHashtag>();
  for (const [found, name = ''] of text.matchAll(attempted)) {
    const joined = name.replaceAll(/[^\p{L}\p{N}_.]/gu, '');
    const digitsOnly = /^[\p{N}_]+$/u.test(joined);
    if (digitsOnly && joined.length >= fewestDigits && joined === name) {
      broken.set(found, { found, better: name });
    } else if (!digitsOnly && joined !== name && !name.includes('.')) {
      broken.set(found, { found, better: `${found.slice(0, 1)}${joined}` });
    }
  }
  return [...broken.values()];
};
