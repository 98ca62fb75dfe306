import type { Post, XState } from '../state.ts';
import { gathered } from './growth.ts';
import type { Gathered } from '../../growth/growth.ts';

/** The numbers that everybody sees, under the older or the newer name of reposts. */
export function publicMetrics(
  state: XState,
  post: Post,
  now: number,
  newNames: boolean,
): Record<string, number> {
  const sums = gathered(post, now);
  return {
    [newNames ? 'repost_count' : 'retweet_count']: sums.reposts,
    reply_count: state.repliesUntil(post.id, now),
    like_count: sums.likes,
    quote_count: sums.quotes,
    bookmark_count: sums.bookmarks,
    impression_count: sums.impressions,
  };
}

/** The numbers that only the author sees, for 30 days. */
export function nonPublicMetrics(state: XState, post: Post, now: number): Record<string, number> {
  const sums = gathered(post, now);
  return {
    impression_count: sums.impressions,
    url_link_clicks: sums.linkClicks,
    user_profile_clicks: sums.profileClicks,
    engagements: engagements(sums, state.repliesUntil(post.id, now)),
  };
}

/** Everything that readers did with a post. */
export function engagements(sums: Gathered, replies: number): number {
  const { likes, reposts, quotes, bookmarks, linkClicks, profileClicks, detailExpands } = sums;
  return likes + reposts + quotes + bookmarks + linkClicks + profileClicks + detailExpands + replies;
}
