import type { AccountHttp, CallResult } from '../../../http/call.ts';
import { postListSchema } from './post-schema.ts';
import type { PostList } from './post-schema.ts';

/** Timelines give 5 to 100 posts a page. */
const smallestPage = 5;
const largestPage = 100;

/** One timeline to read; `priceMicros` is what each post read costs. */
type Timeline = {
  readonly operation: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly priceMicros: number;
};

/** Reads a timeline page by page until `limit` posts are there or it ends. A page that fails fails the whole. */
export const readPages = async (
  http: AccountHttp,
  limit: number,
  timeline: Timeline,
): Promise<CallResult<readonly PostList[]>> => {
  const pages: PostList[] = [];
  let read = 0;
  let token: string | null = null;
  while (true) {
    const result: CallResult<PostList> = await readPage(http, limit - read, token, timeline);
    if (!result.ok) return result;
    pages.push(result.data);
    read += result.data.data?.length ?? 0;
    token = result.data.meta?.next_token ?? null;
    // An empty page with a token happens where everything on it was left out; going on would read without end.
    if (token === null || read >= limit || (result.data.data?.length ?? 0) === 0)
      return { ...result, data: pages };
  }
};

/** Reads one page of a timeline; `token` of the page before it, null for the first. */
export const readPage = (
  http: AccountHttp,
  wanted: number,
  token: string | null,
  { operation, path, query, priceMicros }: Timeline,
): Promise<CallResult<PostList>> => {
  const size = Math.min(Math.max(wanted, smallestPage), largestPage);
  return http.send({
    operation,
    endpoint: 'api',
    method: 'GET',
    path,
    query: { ...query, max_results: String(size), ...(token !== null && { pagination_token: token }) },
    effect: 'read',
    costMicros: size * priceMicros,
    chargedMicros: ({ data }) => (data?.length ?? 0) * priceMicros,
    answer: postListSchema,
  });
};
