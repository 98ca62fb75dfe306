import type { Posting, ShownFormat } from '../../shared/models/listening.ts';
import type { MetricValues } from '../../shared/models/metric.ts';
import { zonedAt } from '../time/wall-time.ts';
import { medianEstimate, rateEstimate } from './statistics.ts';

const dayMs = 24 * 60 * 60_000;
const weekMs = 7 * dayMs;
/** Reactions to younger posts are still coming in, in milliseconds. */
const settledMs = dayMs;
const formats = ['video', 'picture', 'link', 'text', 'unknown'] as const satisfies readonly ShownFormat[];

/** A post, whoever's, as far as it is compared. */
export interface ComparedPost {
  readonly publishedAt: number;
  readonly format: ShownFormat;
  /** When its numbers were read; null where they never were. */
  readonly measuredAt: number | null;
  readonly metrics: MetricValues;
}

/** What everybody sees of the reactions to a post: likes, replies, shares and quotes; null where none of them is known. */
export function publicEngagement({ likes, comments, shares, quotes }: MetricValues): number | null {
  const known = [likes, comments, shares, quotes].filter((value) => value !== undefined);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Whose posts they are. */
export type About = Pick<
  Posting,
  'name' | 'handle' | 'accountId' | 'competitorId' | 'profileUrl' | 'followers' | 'readAt' | 'since'
>;

/** How somebody posts and what comes back, from the posts of a stretch that ends at `to`. */
export function postingOf(
  about: About,
  posts: readonly ComparedPost[],
  { to, timeZone }: { readonly to: number; readonly timeZone: string },
): Posting {
  const { since, followers } = about;
  const shown =
    since === null ? [] : posts.filter(({ publishedAt }) => publishedAt >= since && publishedAt <= to);
  const measured = shown.flatMap((post) => {
    const engagement = publicEngagement(post.metrics);
    const isSettled = post.measuredAt !== null && post.measuredAt - post.publishedAt >= settledMs;
    return isSettled && engagement !== null ? [{ format: post.format, engagement }] : [];
  });
  const engagement = medianEstimate(measured.map((post) => post.engagement));
  const thousands = followers === null || followers === 0 ? null : followers / 1_000;
  return {
    ...about,
    posts: shown.length,
    // A few hours are no week to speak of.
    postsPerWeek:
      since === null || to - since < dayMs ? null : rateEstimate(shown.length, (to - since) / weekMs),
    hours: hoursOf(shown, timeZone),
    measuredPosts: measured.length,
    engagement,
    perThousandFollowers:
      engagement === null || thousands === null
        ? null
        : {
            value: engagement.value / thousands,
            low: engagement.low / thousands,
            high: engagement.high / thousands,
          },
    formats: formats.flatMap((format) => {
      const count = shown.filter((post) => post.format === format).length;
      if (count === 0) return [];
      const values = measured.filter((post) => post.format === format).map((post) => post.engagement);
      return [{ format, posts: count, engagement: medianEstimate(values) }];
    }),
  };
}

function hoursOf(posts: readonly ComparedPost[], timeZone: string): Posting['hours'] {
  const counts = new Map<string, Posting['hours'][number]>();
  for (const { publishedAt } of posts) {
    const { dayOfWeek: weekday, hour } = zonedAt(publishedAt, timeZone);
    const known = counts.get(`${weekday} ${hour}`);
    counts.set(`${weekday} ${hour}`, { weekday, hour, posts: (known?.posts ?? 0) + 1 });
  }
  return [...counts.values()].toSorted(
    (left, right) => left.weekday - right.weekday || left.hour - right.hour,
  );
}
