import { z } from 'zod';
import type { MetricValues } from '../../../shared/models/metric.ts';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { insightNumber, readInsights } from '../meta/insights.ts';
import type { Insight } from '../meta/insights.ts';
import type { PlatformApi } from '../platform.ts';
import { present } from '../meta/present.ts';
import { graphPath } from './graph.ts';

const count = z.int().nonnegative().nullish().catch(null);
const medium = z.object({
  media_product_type: z.string().nullish(),
  like_count: count,
  comments_count: count,
});

/** The names that each kind of post has (reference of IG Media insights, 2026). Names that only one kind has fail the others. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  FEED: ['views', 'reach', 'likes', 'comments', 'saved', 'shares', 'total_interactions', 'profile_visits'],
  REELS: ['views', 'reach', 'likes', 'comments', 'saved', 'shares', 'total_interactions'],
  STORY: ['views', 'reach', 'replies', 'shares', 'total_interactions', 'profile_visits'],
};
const namesOfAll = ['views', 'reach', 'likes', 'comments', 'saved', 'shares', 'total_interactions'];

/**
 * Newest numbers of own posts. Those that everybody sees come with the post itself; the account's own come as insights, whose
 * names differ by kind. Posts that are gone are left out, and so are insights that are not there: a story has them for a day.
 */
export const postMetrics: PlatformApi['postMetrics'] = async (http, _account, posts, now) => {
  const found = new Map<string, MetricValues>();
  let last: CallResult<unknown> | null = null;
  for (const { remoteId } of posts) {
    const result = await read(http, remoteId);
    if (result.ok) {
      last = result;
      found.set(remoteId, result.data);
    } else if (result.failure.code !== 'content_rejected' && result.failure.code !== 'media_invalid') {
      return result;
    }
  }
  return last === null || !last.ok
    ? { ok: true, data: found, status: 200, fromCache: true, readAt: now }
    : { ...last, data: found };
};

const read = async (http: AccountHttp, remoteId: string): Promise<CallResult<MetricValues>> => {
  const shown = await http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: graphPath(remoteId),
    query: { fields: 'id,media_product_type,like_count,comments_count' },
    effect: 'read',
    costMicros: 0,
    answer: medium,
  });
  if (!shown.ok) return shown;
  const { media_product_type: kind, like_count: likes, comments_count: comments } = shown.data;
  const insights = await readInsights(http, {
    operation: 'posts.insights',
    path: graphPath(remoteId, 'insights'),
    core: namesOf[kind ?? ''] ?? namesOfAll,
    optional: [],
  });
  if (!insights.ok && !isBearable(insights)) return insights;
  const values = valuesOf(insights.ok ? insights.data : [], kind === 'REELS');
  return { ...shown, data: { ...present({ likes, comments }), ...values } };
};

/** Without insights there are still the numbers that everybody sees: no permission for them, or too few viewers of a story. */
const isBearable = (result: CallResult<unknown>): boolean =>
  !result.ok && ['scope_missing', 'content_rejected', 'platform_changed'].includes(result.failure.code);

const valuesOf = (insights: readonly Insight[], isVideo: boolean): MetricValues => {
  const number = (name: string) => insightNumber(insights, name);
  return present({
    impressions: number('views'),
    likes: number('likes'),
    comments: number('comments') ?? number('replies'),
    shares: number('shares'),
    saves: number('saved'),
    profile_clicks: number('profile_visits'),
    engagements: number('total_interactions'),
    video_views: isVideo ? number('views') : null,
  });
};
