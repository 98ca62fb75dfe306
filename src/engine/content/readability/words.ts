const wordPattern =
  /[\p{L}\p{M}\p{N}]+(?:['’.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+|[-‐‑](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;

/**
 * The words of a text in order: runs of letters and digits, with the apostrophes, hyphens and points inside them, so
 * that 'well-known', "don't" and '3.5' are one word each.
 */
export const wordsOf = (text: string): readonly string[] =>
  (text.match(wordPattern) ?? []).flatMap((word) =>
    /^[\p{Lu}\d][\p{Lu}\d.]*$|^\d/u.test(word) ? [word] : word.split('.'),
  );
