/** About how many tokens a text is: pieces of four letters, and every sign. Good enough to count a budget by. */
export function countTokens(text: string): number {
  let tokens = 0;
  for (const word of text.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []) {
    tokens += Math.ceil(word.length / 4);
  }
  return tokens;
}

/** The beginning of a text that has at most so many tokens. */
export function firstTokens(text: string, most: number): string {
  if (countTokens(text) <= most) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countTokens(text.slice(0, middle)) <= most) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low);
}

/** A text in the pieces in which it is streamed. */
export function piecesOf(text: string): readonly string[] {
  return text.match(/\s*\S{1,12}/g) ?? [];
}
