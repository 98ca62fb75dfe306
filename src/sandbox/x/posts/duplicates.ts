import type { XState } from '../state.ts';

/** X does not say how long it remembers; here a text is refused for half a day of practice time. */
const rememberedMs = 12 * 3_600_000;

/**
 * Whether somebody's own post that still stands says the same in the same place. A picture without a text is never a
 * duplicate: X compares words.
 */
export function isDuplicate(
  state: XState,
  author: string,
  text: string,
  replyTo: string | null,
  now: number,
): boolean {
  if (text === '') return false;
  for (const post of state.writtenBy(author)) {
    if (post.text === text && post.replyTo === replyTo && Math.abs(now - post.at) <= rememberedMs)
      return true;
  }
  return false;
}
