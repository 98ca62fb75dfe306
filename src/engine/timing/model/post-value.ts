import { medianOfSorted, placeIn } from '../../statistics/median.ts';

/** A post of the account itself, with its newest counts. */
export interface TimedPost {
  /** Epoch ms. */
  readonly at: number;
  /** What kind of content it is, such as `photo`; posts of one kind are compared with each other. */
  readonly type: string;
  /** Likes, comments and shares together. */
  readonly reactions: number;
}

/** Posts before a post that its value is compared with. */
const predecessors = 50;

/**
 * What each post got beside the account's posts before it: log(1 + reactions) less the median of its 50 predecessors, so
 * that the growth of an audience does not look like a good hour. The first post has none before it and is 0.
 * @param posts oldest first
 */
export function postValues(posts: readonly TimedPost[]): Float64Array {
  const values = new Float64Array(posts.length);
  const logs = Float64Array.from(posts, ({ reactions }) => Math.log1p(Math.max(0, reactions)));
  const sorted: number[] = [];
  for (const [index, log] of logs.entries()) {
    values[index] = sorted.length === 0 ? 0 : log - medianOfSorted(sorted);
    if (sorted.length === predecessors) sorted.splice(placeIn(sorted, logs[index - predecessors] ?? 0), 1);
    sorted.splice(placeIn(sorted, log), 0, log);
  }
  return values;
}
