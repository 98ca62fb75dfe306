import { z } from 'zod';
import type { Call, AccountHttp, CallResult } from '../../http/call.ts';

/** What Graph tells of further pages of a list. */
const paging = z.object({
  cursors: z.object({ after: z.string().optional() }).optional(),
  next: z.string().optional(),
});

/** A list of Graph: entries of one shape, and where it goes on. */
export const edgeOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({ data: z.array(entry), paging: paging.optional() });

/** A page of a list as it was read. */
export interface Edge<Entry> {
  readonly data: readonly Entry[];
  readonly paging?: z.infer<typeof paging> | undefined;
}

/**
 * The cursor of the next page; null at the end. Graph says that there is one by `next`, whose address is not called: it
 * holds the token.
 */
export const nextCursor = ({ paging: told }: Edge<unknown>): string | null => {
  if (told?.next === undefined) return null;
  if (told.cursors?.after !== undefined) return told.cursors.after;
  return URL.canParse(told.next) ? new URL(told.next).searchParams.get('after') : null;
};

/** Graph gives at most so many entries a page. */
const largestPage = 100;

/** A list that is longer than this is not read to its end. */
const mostPages = 50;

/** Reads a list page by page until `limit` entries are there or it ends. A page that fails fails the whole. */
export const readEdge = async <Entry>(
  http: AccountHttp,
  limit: number,
  list: Omit<Call<Edge<Entry>>, 'method' | 'effect' | 'costMicros' | 'endpoint'>,
): Promise<CallResult<readonly Entry[]>> => {
  const entries: Entry[] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const size = Math.min(Math.max(limit - entries.length, 1), largestPage);
    const result: CallResult<Edge<Entry>> = await http.send({
      ...list,
      endpoint: 'api',
      method: 'GET',
      query: { ...list.query, limit: String(size), ...(after !== null && { after }) },
      effect: 'read',
      costMicros: 0,
    });
    if (!result.ok) return result;
    entries.push(...result.data.data);
    after = nextCursor(result.data);
    const ended = after === null || result.data.data.length === 0;
    if (ended || entries.length >= limit || page === mostPages)
      return { ...result, data: entries.slice(0, limit) };
  }
};
