import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { HistoryPage, RemotePost } from '../reading.ts';
import { plainTextOf } from './text/little-text.ts';
import { without } from './wire/reading.ts';
import { addressOf, authorOf, encoded, isOrganization, madeAt } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

/** LinkedIn gives up to 100 posts a page. */
const largestPage = 100;

const element = z.object({
  id: z.string().startsWith('urn:li:'),
  commentary: z.string().nullish(),
  publishedAt: z.int().nullish(),
  createdAt: z.int().nullish(),
  lifecycleState: z.string().nullish(),
  content: z
    .object({
      media: z.object({ id: z.string() }).nullish(),
      multiImage: z.object({ images: z.array(z.unknown()) }).nullish(),
    })
    .nullish(),
});
const page = z.object({ elements: z.array(element) });

/** A page's own posts, newest first (GET /rest/posts?q=author). Those of a member cannot be read: there are none to tell. */
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, { since, limit }) => {
  if (!isOrganization(account.facts)) return without([]);
  const posts: RemotePost[] = [];
  for (let start = 0; ; start += largestPage) {
    const count = Math.min(limit - posts.length, largestPage);
    const result = await readPage(http, account, start, count);
    if (!result.ok) return result;
    const { posts: found, more } = result.data;
    posts.push(...found.filter(({ publishedAt }) => since === null || publishedAt >= since));
    const passed = since !== null && found.some(({ publishedAt }) => publishedAt < since);
    if (!more || passed || posts.length >= limit) return { ...result, data: posts };
  }
};

/** The next older page of a page's posts; the cursor is where it starts. */
export const history: NonNullable<PlatformApi['history']> = async (http, account, { cursor, limit }) => {
  if (!isOrganization(account.facts)) return without<HistoryPage>({ posts: [], next: null });
  const start = Number(cursor ?? 0);
  const count = Math.min(limit, largestPage);
  const result = await readPage(http, account, start, count);
  if (!result.ok) return result;
  const { posts, more } = result.data;
  return { ...result, data: { posts, next: more ? String(start + count) : null } };
};

type Page = { readonly posts: readonly RemotePost[]; readonly more: boolean };

const readPage = async (
  http: AccountHttp,
  account: AccountRef,
  start: number,
  count: number,
): Promise<CallResult<Page>> => {
  const query = `author=${encoded(authorOf(account))}&q=author&start=${start}&count=${count}&sortBy=CREATED`;
  const result = await http.send({
    operation: 'posts.list',
    endpoint: 'api',
    method: 'GET',
    path: `/rest/posts?${query}`,
    headers: { ...restHeaders, 'X-RestLi-Method': 'FINDER' },
    effect: 'read',
    costMicros: 0,
    answer: page,
  });
  if (!result.ok) return result;
  const { elements } = result.data;
  const posts = elements
    .filter(({ lifecycleState }) => (lifecycleState ?? 'PUBLISHED') === 'PUBLISHED')
    .map((post) => postOf(post, account));
  return { ...result, data: { posts, more: elements.length === count } };
};

const postOf = (post: z.infer<typeof element>, account: AccountRef): RemotePost => ({
  remoteId: post.id,
  url: addressOf(account.webOrigin, post.id),
  text: plainTextOf(post.commentary ?? ''),
  publishedAt: post.publishedAt ?? post.createdAt ?? madeAt(post.id) ?? 0,
  inReplyTo: null,
  mediaCount: post.content?.multiImage?.images.length ?? (post.content?.media ? 1 : 0),
  metrics: {},
});
