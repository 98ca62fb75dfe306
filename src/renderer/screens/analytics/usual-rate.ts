import type { MeasuredPost } from '../../../shared/models/metric.ts';

/** How many posts it takes before a middle says anything. */
export const enoughForUsual = 5;

/**
 * The engagement rate that is usual for an account: the median over its posts, so that one lucky post does not move it.
 * `rate` is null while there are fewer than five posts with a rate.
 */
export function usualRate(
  posts: readonly MeasuredPost[],
  accountId: string,
): { rate: number | null; count: number } {
  const rates = posts
    .filter((post) => post.accountId === accountId)
    .flatMap((post) => (post.engagementRate === null ? [] : [post.engagementRate]))
    .sort((a, b) => a - b);
  const count = rates.length;
  if (count < enoughForUsual) return { rate: null, count };
  const upper = rates[Math.floor(count / 2)] ?? 0;
  const lower = rates[Math.floor((count - 1) / 2)] ?? 0;
  return { rate: (upper + lower) / 2, count };
}
