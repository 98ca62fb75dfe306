import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { edgeOf, readEdge } from '../meta/edge.ts';
import type { AccountRef } from '../publishing.ts';

const story = z.object({
  post_id: z.string().min(1),
  media_id: z.string().optional(),
  url: z.string().nullish().catch(null),
});
const storyList = edgeOf(story);

/** The stories that a Page shows now (GET /{page}/stories). */
export const readStories = (
  http: AccountHttp,
  { remoteId }: AccountRef,
): Promise<CallResult<readonly z.infer<typeof story>[]>> =>
  readEdge(http, 100, {
    operation: 'stories.list',
    path: `/${encodeURIComponent(remoteId)}/stories`,
    query: { fields: 'post_id,media_id,url,status,creation_time' },
    answer: storyList,
  });
