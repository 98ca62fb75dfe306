import { z } from 'zod';
import type { AccountHttp } from '../../http/call.ts';
import { publishStaged } from '../meta/containers/publish.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import { profileUrl } from './addresses.ts';
import { containers, graphPath } from './graph.ts';

/** Publishes what is staged (POST /:id/threads_publish). */
export const publish: PlatformApi['publish'] = async (http, { account, handle }) => {
  const made = await publishStaged(http, containers, account.remoteId, handle);
  if (!made.ok) return made;
  return { ...made, data: { remoteId: made.data, url: await addressOf(http, account, made.data) } };
};

/** An address that is asked for, since ids do not make one; where that fails, the profile's. */
const addressOf = async (http: AccountHttp, account: AccountRef, id: string): Promise<string> => {
  const result = await http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: graphPath(id),
    query: { fields: 'id,permalink' },
    effect: 'read',
    costMicros: 0,
    timeoutMs: 10_000,
    answer: z.object({ permalink: z.string().min(1) }),
  });
  return result.ok ? result.data.permalink : profileUrl(account.webOrigin, account.username);
};
