import type { OwnTopic, OwnTopics } from '../../shared/models/listening.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { ListeningDeps } from './listening-deps.ts';
import { ownPostsOf } from './own-posts.ts';
import type { OwnPost } from './own-posts.ts';
import { publicEngagement } from './posting-of.ts';
import type { OwnAccount } from './reading-account.ts';
import { medianOf, z80 } from './statistics.ts';

const dayMs = 24 * 60 * 60_000;
/** What is usual is taken from so far back, and topics from the recent part of it, in milliseconds. */
const usualMs = 120 * dayMs;
const recentMs = 45 * dayMs;
/** Numbers of younger posts are still growing, in milliseconds. */
const settledMs = dayMs;
/** Before that many own posts nothing is usual yet. */
export const leastPosts = 12;
/** A topic of fewer posts is an accident. */
const leastOfTopic = 3;
const mostTopics = 12;
const longestExample = 200;
/** How far topics of one account lie apart, as a standard deviation of log engagement: few make a difference of over a third. */
const topicSpread = 0.3;

interface Judged {
  readonly post: OwnPost;
  /** Log engagement above the account's usual. */
  readonly above: number;
}

/**
 * Topics of an account's recent posts beside its usual. A post's value is log(1 + reactions) less the median of all; a topic's is the mean
 * over its posts, shrunk by a normal prior around none, so that few posts say little and the best of many topics is not
 * taken for more than it is.
 */
export function ownTopicsOf(
  deps: Pick<ListeningDeps, 'db' | 'ports' | 'topicsOf'>,
  workspaceId: WorkspaceId,
  account: OwnAccount,
): OwnTopics {
  const now = deps.ports.clock.now();
  const judged = judge(ownPostsOf(deps.db, workspaceId, account.id, now - usualMs));
  const about = { accountId: account.id, platform: account.platform, handle: account.username };
  const counted = { ...about, posts: judged.length, leastPosts };
  if (judged.length < leastPosts) return { ...counted, topics: [] };
  const variance = judged.reduce((sum, { above }) => sum + above ** 2, 0) / (judged.length - 1);
  const byTopic = new Map<string, Judged[]>();
  for (const one of judged) {
    if (one.post.publishedAt < now - recentMs) continue;
    for (const topic of deps.topicsOf(one.post.text)) {
      byTopic.set(topic, [...(byTopic.get(topic) ?? []), one]);
    }
  }
  const topics = [...byTopic]
    .filter(([, posts]) => posts.length >= leastOfTopic)
    .map(([topic, posts]) => topicOf(topic, posts, variance))
    .filter(({ lift }) => lift.value > 0)
    .toSorted((left, right) => right.lift.low - left.lift.low)
    .slice(0, mostTopics);
  return { ...counted, topics };
}

function judge(posts: readonly OwnPost[]): Judged[] {
  const valued = posts.flatMap((post) => {
    const engagement = publicEngagement(post.metrics);
    const isSettled = post.measuredAt !== null && post.measuredAt - post.publishedAt >= settledMs;
    return isSettled && engagement !== null ? [{ post, value: Math.log1p(engagement) }] : [];
  });
  if (valued.length === 0) return [];
  const usual = medianOf(valued.map(({ value }) => value));
  return valued.map(({ post, value }) => ({ post, above: value - usual }));
}

function topicOf(topic: string, posts: readonly Judged[], variance: number): OwnTopic {
  const mean = posts.reduce((sum, { above }) => sum + above, 0) / posts.length;
  const precision = posts.length / Math.max(variance, 1e-6);
  const trust = precision / (precision + 1 / topicSpread ** 2);
  const spread = 1 / Math.sqrt(precision + 1 / topicSpread ** 2);
  const low = trust * mean - z80 * spread;
  const best = posts.reduce((one, other) => (other.above > one.above ? other : one));
  return {
    topic,
    posts: posts.length,
    lift: {
      value: Math.expm1(trust * mean),
      low: Math.expm1(low),
      high: Math.expm1(trust * mean + z80 * spread),
    },
    isRising: low > 0,
    example: { text: best.post.text.slice(0, longestExample), url: best.post.url },
  };
}
