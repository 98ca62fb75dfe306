import { z } from 'zod';
import type { MetricValues } from '../../../shared/models/metric.ts';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemotePost } from '../reading.ts';
import { enveloped } from './wire/envelope.ts';

/** The most that one page, or one question by ids, holds. */
const largestPage = 20;

const count = z.int().nonnegative().nullish().catch(null);

const video = z.object({
  id: z.union([z.string().min(1), z.int().transform(String)]),
  /** Unix seconds. */
  create_time: z.coerce.number().nullish().catch(null),
  title: z.string().nullish(),
  video_description: z.string().nullish(),
  share_url: z.string().nullish(),
  view_count: count,
  like_count: count,
  comment_count: count,
  share_count: count,
});
type Video = z.infer<typeof video>;

const page = enveloped(
  z.object({
    videos: z.array(video).nullish(),
    /** Epoch milliseconds: the page holds what is older. */
    cursor: z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]).nullish(),
    has_more: z.boolean().nullish(),
  }),
);
type Page = z.infer<typeof page>['data'];

const numberFields = 'id,view_count,like_count,comment_count,share_count';
const listFields = `create_time,title,video_description,share_url,${numberFields}`;

const read = { endpoint: 'api', method: 'POST', effect: 'read', costMicros: 0 } as const;

const list = (
  http: AccountHttp,
  { cursor, size }: { readonly cursor: number | null; readonly size: number },
): Promise<CallResult<{ data: Page }>> =>
  http.send({
    ...read,
    operation: 'posts.list',
    path: '/v2/video/list/',
    query: { fields: listFields },
    answer: page,
    body: {
      kind: 'json',
      value: { max_count: Math.min(Math.max(size, 1), largestPage), ...(cursor !== null && { cursor }) },
    },
  });

/** Public videos, newest first (POST /v2/video/list/). Private ones and drafts are not in it. */
export const ownPosts: PlatformApi['ownPosts'] = async (http, _account, { since, limit }) => {
  const found: RemotePost[] = [];
  let cursor: number | null = null;
  while (true) {
    const result: CallResult<{ data: Page }> = await list(http, { cursor, size: limit - found.length });
    if (!result.ok) return result;
    const { videos, cursor: next, has_more: more } = result.data.data;
    const posts = (videos ?? []).map(postOf);
    found.push(...posts.filter(({ publishedAt }) => since === null || publishedAt >= since));
    const isPast = since !== null && posts.some(({ publishedAt }) => publishedAt < since);
    const isEnd = more !== true || typeof next !== 'number' || next === cursor || posts.length === 0;
    if (isEnd || isPast || found.length >= limit) return { ...result, data: found.slice(0, limit) };
    cursor = next;
  }
};

/** One page back through the past. */
export const history: NonNullable<PlatformApi['history']> = async (http, _account, { cursor, limit }) => {
  const from = cursor !== null && /^\d+$/.test(cursor) ? Number(cursor) : null;
  const result = await list(http, { cursor: from, size: limit });
  if (!result.ok) return result;
  const { videos, cursor: next, has_more: more } = result.data.data;
  const goesOn = more === true && typeof next === 'number' && next !== from;
  return { ...result, data: { posts: (videos ?? []).map(postOf), next: goesOn ? String(next) : null } };
};

/** Newest numbers (POST /v2/video/query/, 20 ids a call). What is private or gone is left out. */
export const postMetrics: PlatformApi['postMetrics'] = async (http, _account, posts, now) => {
  const ids = [...new Set(posts.map(({ remoteId }) => remoteId))];
  const found = new Map<string, MetricValues>();
  let last: CallResult<{ data: Page }> | null = null;
  for (let from = 0; from < ids.length; from += largestPage) {
    last = await http.send({
      ...read,
      operation: 'posts.lookup',
      path: '/v2/video/query/',
      query: { fields: numberFields },
      answer: page,
      body: { kind: 'json', value: { filters: { video_ids: ids.slice(from, from + largestPage) } } },
    });
    if (!last.ok) return last;
    for (const item of last.data.data.videos ?? []) found.set(item.id, metricsOf(item));
  }
  return last === null
    ? { ok: true, data: found, status: 200, fromCache: true, readAt: now }
    : { ...last, data: found };
};

const postOf = (item: Video): RemotePost => ({
  remoteId: item.id,
  url: item.share_url ?? null,
  text: [item.video_description, item.title].find((text) => typeof text === 'string' && text !== '') ?? '',
  publishedAt: (item.create_time ?? 0) * 1_000,
  inReplyTo: null,
  metrics: metricsOf(item),
});

const metricsOf = (item: Video): MetricValues =>
  Object.fromEntries(
    Object.entries({
      video_views: item.view_count,
      likes: item.like_count,
      comments: item.comment_count,
      shares: item.share_count,
    }).filter(([, value]) => typeof value === 'number'),
  );
