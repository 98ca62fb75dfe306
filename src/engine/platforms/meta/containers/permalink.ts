import { z } from 'zod';
import type { AccountHttp } from '../../../http/call.ts';

const shown = z.object({ permalink: z.string().min(1) });

/** The address of a post, which is asked for, since ids do not make one; null where the network does not tell. */
export const permalinkOf = async (http: AccountHttp, postPath: string): Promise<string | null> => {
  const result = await http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: postPath,
    query: { fields: 'id,permalink' },
    effect: 'read',
    costMicros: 0,
    timeoutMs: 10_000,
    answer: shown,
  });
  return result.ok ? result.data.permalink : null;
};
