/** Emoji as they are shown: flags, keycaps, families and all that is drawn in colour. */
const emoji =
  /\p{RGI_Emoji}|[\p{Extended_Pictographic}\p{Regional_Indicator}][\p{Emoji_Modifier}\uFE0F\u200D]*/gv;

interface Counted {
  /** UTF-16 offset behind it. */
  readonly end: number;
  readonly length: number;
}

/** A text in the steps in which Threads counts it: an emoji by its bytes in UTF-8, all else by code points. */
const steps = (text: string): readonly Counted[] => {
  const found: Counted[] = [];
  let from = 0;
  const plain = (until: number): void => {
    for (const point of text.slice(from, until)) found.push({ end: (from += point.length), length: 1 });
  };
  for (const { index, 0: sign } of text.matchAll(emoji)) {
    plain(index);
    from = index + sign.length;
    found.push({ end: from, length: new TextEncoder().encode(sign).length });
  }
  plain(text.length);
  return found;
};

/** How long a text is for Threads, and where it passes the limit (UTF-16 offset; null where it does not). */
export const count = (text: string, limit: number): { length: number; overAt: number | null } => {
  let length = 0;
  let overAt: number | null = null;
  let fits = 0;
  for (const step of steps(text)) {
    length += step.length;
    if (length > limit) overAt ??= fits;
    fits = step.end;
  }
  return { length, overAt };
};
