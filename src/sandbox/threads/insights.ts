import type { Answer } from '../exchange.ts';
import { followersAt } from '../growth/followers.ts';
import { gathered } from '../growth/growth.ts';
import type { Call } from '../meta/containers/gate.ts';
import { badParameter, unknownObject } from '../meta/problems.ts';
import { insightsAnswer } from '../meta/containers/insights.ts';
import { growingOf } from '../meta/containers/life.ts';
import { ownsPath } from '../meta/containers/publish.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import type { Post } from '../meta/containers/store.ts';
import { isAboutFollowers, readFollowers } from './audience.ts';
import { repliesTo } from './shown.ts';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2024, 3, 13);

/** `GET /:id/insights`: the numbers of an own post. */
export function readPostInsights(site: ContainerSite, call: Call): Answer {
  const id = call.exchange.parameters.id ?? '';
  const post = site.store.post(id);
  if (post === undefined || post.author !== call.person.id) return unknownObject(id);
  return insightsAnswer(call, id, { ...valuesOf(site, post) }, { period: 'lifetime', totals: false });
}

/** `GET /:id/threads_insights`: the account's numbers, views by days and all else as totals. */
export function readAccountInsights(site: ContainerSite, call: Call): Answer {
  if (!ownsPath(call)) return unknownObject(call.exchange.parameters.id ?? '');
  if (isAboutFollowers(call)) return readFollowers(site, call);
  const { since, until } = call.parameters;
  const to = until === undefined ? site.now() : Number(until) * 1000;
  const from = since === undefined ? to - 2 * dayMs : Number(since) * 1000;
  if (from < firstDay || from >= to) return badParameter('since must be after 1712991600 and before until.');
  const posts = site.store.posts((post) => post.author === call.person.id && post.at >= from && post.at < to);
  const sum = (name: keyof Values): number =>
    posts.reduce((total, post) => total + valuesOf(site, post)[name], 0);
  const days = Array.from({ length: Math.ceil((to - from) / dayMs) }, (_, index) => {
    const start = from + index * dayMs;
    const ofDay = posts.filter(({ at }) => at >= start && at < start + dayMs);
    return {
      value: ofDay.reduce((total, post) => total + valuesOf(site, post).views, 0),
      endsAt: start + dayMs,
    };
  });
  return insightsAnswer(
    call,
    call.person.id,
    {
      views: days,
      likes: sum('likes'),
      replies: sum('replies'),
      reposts: sum('reposts'),
      quotes: sum('quotes'),
      followers_count: followersAt(call.person, site.now()),
    },
    { period: 'day', totals: true },
  );
}

interface Values {
  readonly views: number;
  readonly likes: number;
  readonly replies: number;
  readonly reposts: number;
  readonly quotes: number;
  readonly shares: number;
}

function valuesOf(site: ContainerSite, post: Post): Values {
  const sums = gathered(growingOf(post), site.people.known(post.author), site.now());
  return {
    views: sums.impressions,
    likes: sums.likes,
    replies: repliesTo(site, post.id).length,
    reposts: sums.reposts,
    quotes: sums.quotes,
    shares: sums.bookmarks,
  };
}
