import type { MetricValues } from '../../../shared/models/metric.ts';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { commentListSchema } from './wire/comments.ts';
import { reading } from './wire/data-api.ts';
import { isVideoId } from './wire/ids.ts';
import { statisticsOf } from './wire/statistics.ts';
import { largestPage, readVideos } from './wire/uploads.ts';

type Numbers = readonly (readonly [string, MetricValues])[];

/** Newest numbers of own videos and comments, fifty a call. Those that are gone are left out. */
export const postMetrics: PlatformApi['postMetrics'] = async (http, _account, posts, now) => {
  const ids = [...new Set(posts.map(({ remoteId }) => remoteId))];
  const found = new Map<string, MetricValues>();
  for (const lookUp of [
    ...pagesOf(ids.filter(isVideoId)).map((page) => () => ofVideos(http, page)),
    ...pagesOf(ids.filter((id) => !isVideoId(id))).map((page) => () => ofComments(http, page)),
  ]) {
    const result = await lookUp();
    if (!result.ok) return result;
    for (const [id, values] of result.data) found.set(id, values);
  }
  return { ok: true, data: found, status: 200, fromCache: false, readAt: now };
};

const pagesOf = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / largestPage) }, (_, page) =>
    ids.slice(page * largestPage, (page + 1) * largestPage),
  );

const ofVideos = async (http: AccountHttp, ids: readonly string[]): Promise<CallResult<Numbers>> => {
  const result = await readVideos(http, ids, 'statistics');
  if (!result.ok) return result;
  return {
    ...result,
    data: result.data.map(({ id, statistics }) => [id, statisticsOf(statistics)] as const),
  };
};

const ofComments = async (http: AccountHttp, ids: readonly string[]): Promise<CallResult<Numbers>> => {
  const result = await http.send({
    ...reading,
    operation: 'comments.lookup',
    path: '/youtube/v3/comments',
    query: { part: 'snippet', id: ids.join(',') },
    answer: commentListSchema,
  });
  if (!result.ok) return result;
  const numbers = result.data.items.map(
    ({ id, snippet: { likeCount: likes } }) => [id, likes === undefined ? {} : { likes }] as const,
  );
  return { ...result, data: numbers };
};
