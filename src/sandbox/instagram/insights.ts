import type { Answer } from '../exchange.ts';
import { gathered } from '../growth/growth.ts';
import type { Gathered } from '../growth/growth.ts';
import type { Call } from '../meta/containers/gate.ts';
import { badParameter, graphError, unknownObject } from '../meta/problems.ts';
import { insightsAnswer } from '../meta/containers/insights.ts';
import { growingOf } from '../meta/containers/life.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import type { Post } from '../meta/containers/store.ts';
import { isAboutFollowers, readFollowers } from './audience.ts';
import { commentsUnder, isMedium, productOf } from './shown.ts';

const dayMs = 86_400_000;

/** `GET /:id/insights`: of a post by its product, or of the account. Names that Instagram retired are not there. */
export function readInsights(site: ContainerSite, call: Call): Answer {
  const id = call.exchange.parameters.id ?? '';
  if (id === call.person.id || id === 'me') return ofAccount(site, call);
  const post = site.store.post(id);
  if (post === undefined || post.author !== call.person.id || post.kind === 'COMMENT')
    return unknownObject(id);
  if (productOf(post) === 'STORY' && site.now() > post.at + dayMs)
    return graphError({ code: 10, message: '(#10) Not enough viewers for the media to show insights' });
  return insightsAnswer(call, id, valuesOf(site, post), { period: 'lifetime', totals: false });
}

function valuesOf(site: ContainerSite, post: Post): Readonly<Record<string, number>> {
  const sums = gathered(growingOf(post), site.people.known(post.author), site.now());
  const comments = commentsUnder(site, post.id).length;
  const all = common(sums, comments);
  switch (productOf(post)) {
    case 'FEED':
      return {
        ...all,
        saved: sums.bookmarks,
        follows: sums.follows,
        profile_visits: sums.profileClicks,
        profile_activity: 0,
      };
    case 'REELS':
      return {
        ...all,
        saved: sums.bookmarks,
        ig_reels_avg_watch_time: 4200,
        ig_reels_video_view_total_time: sums.impressions * 4200,
      };
    case 'STORY':
      return {
        views: sums.impressions,
        reach: all.reach ?? 0,
        replies: comments,
        shares: sums.reposts,
        total_interactions: sums.likes,
        follows: sums.follows,
        profile_visits: sums.profileClicks,
        navigation: 0,
      };
  }
}

function common(sums: Gathered, comments: number): Record<string, number> {
  return {
    views: sums.impressions,
    reach: Math.floor(sums.impressions * 0.8),
    likes: sums.likes,
    comments,
    shares: sums.reposts,
    reposts: sums.quotes,
    total_interactions: sums.likes + comments + sums.reposts + sums.bookmarks,
  };
}

function ofAccount(site: ContainerSite, call: Call): Answer {
  if (isAboutFollowers(call)) return readFollowers(site, call);
  const { period, metric_type: type, since, until } = call.parameters;
  if (period !== 'day') return badParameter('The parameter period is required.');
  if (type !== 'total_value') return badParameter('metric_type must be total_value for these metrics.');
  const from = since === undefined ? site.now() - dayMs : Number(since) * 1000;
  const to = until === undefined ? site.now() : Number(until) * 1000;
  if (to - from > 30 * dayMs)
    return badParameter('There cannot be more than 30 days between since and until.');
  const posts = site.store.posts(
    (post) => post.author === call.person.id && isMedium(post) && post.at >= from && post.at < to,
  );
  const sum = (name: string): number =>
    posts.reduce((total, post) => total + (valuesOf(site, post)[name] ?? 0), 0);
  return insightsAnswer(
    call,
    call.person.id,
    {
      views: sum('views'),
      reach: sum('reach'),
      accounts_engaged: sum('likes'),
      total_interactions: sum('total_interactions'),
      likes: sum('likes'),
      comments: sum('comments'),
      saves: sum('saved'),
      shares: sum('shares'),
      replies: 0,
      profile_links_taps: sum('profile_visits'),
    },
    { period: 'day', totals: true },
  );
}
