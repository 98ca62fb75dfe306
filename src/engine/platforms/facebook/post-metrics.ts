import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { MetricValues } from '../../../shared/models/metric.ts';
import type { PlatformApi } from '../platform.ts';
import { insightNumber, readInsights } from '../meta/insights.ts';
import { countFields, countsOf, hasVideo, postSchema } from './post-schema.ts';
import type { WirePost } from './post-schema.ts';

/**
 * The numbers of posts: what people did with them, and how often they were seen (post insights; the names of before
 * `post_media_view` are retired). Where insights are not granted, the counts come alone. Posts that are gone are left out.
 */
export const postMetrics: PlatformApi['postMetrics'] = async (http, _account, posts) => {
  const found = new Map<string, MetricValues>();
  let last: CallResult<unknown> = { ok: true, data: null, status: 200, fromCache: false, readAt: 0 };
  let insightsOpen = true;
  for (const { remoteId } of posts) {
    const post = await readPost(http, remoteId);
    if (!post.ok && isGone(post)) continue;
    if (!post.ok) return post;
    last = post;
    const counts = countsOf(post.data);
    const seen = insightsOpen ? await readViews(http, remoteId, post.data) : null;
    if (seen !== null && !seen.ok && seen.failure.code === 'scope_missing') insightsOpen = false;
    else if (seen !== null && !seen.ok && !isGone(seen)) return seen;
    found.set(remoteId, { ...counts, ...(seen?.ok === true && seen.data) });
  }
  return { ...last, ok: true, data: found };
};

const readPost = (http: AccountHttp, remoteId: string): Promise<CallResult<WirePost>> =>
  http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: `/${encodeURIComponent(remoteId)}`,
    query: { fields: `id,attachments{media_type},${countFields}` },
    effect: 'read',
    costMicros: 0,
    answer: postSchema,
  });

const readViews = async (
  http: AccountHttp,
  remoteId: string,
  post: WirePost,
): Promise<CallResult<MetricValues>> => {
  const result = await readInsights(http, {
    operation: 'posts.insights',
    path: `/${encodeURIComponent(remoteId)}/insights`,
    core: ['post_media_view', 'post_clicks'],
    optional: hasVideo(post) ? ['post_video_views'] : [],
  });
  if (!result.ok) return result;
  const views = insightNumber(result.data, 'post_media_view');
  const clicks = insightNumber(result.data, 'post_clicks');
  const videoViews = insightNumber(result.data, 'post_video_views');
  return {
    ...result,
    data: {
      ...(views !== null && { impressions: views }),
      ...(clicks !== null && { clicks }),
      ...(videoViews !== null && { video_views: videoViews }),
    },
  };
};

/** Graph answers for what it does not have as for a bad parameter. */
const isGone = (result: CallResult<unknown>): boolean =>
  !result.ok && result.failure.code === 'content_rejected';
