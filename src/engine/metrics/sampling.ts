const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Ages at which the numbers of a post are read, in milliseconds after it went out: growth is fast at first. */
export const sampleAgesMs = [2 * minuteMs, hourMs, dayMs, 7 * dayMs, 28 * dayMs] as const;
/** A post that the network does not show at this age is gone; before, its lists may lag. */
export const goneAfterMs = hourMs;

/**
 * When the numbers of a post are due next: the first age that it had not reached when they were last read. An age that
 * passed while the machine was off is due at once, and of several only one. Null after the last.
 */
export function nextSampleAt(post: { publishedAt: number; measuredAt: number | null }): number | null {
  const read = post.measuredAt ?? Number.NEGATIVE_INFINITY;
  return sampleAgesMs.map((age) => post.publishedAt + age).find((at) => at > read) ?? null;
}
