import { z } from 'zod';
import type { AccountHttp } from '../../http/call.ts';
import { graphId } from '../meta/containers/calls.ts';
import { insightNumber, readInsights } from '../meta/insights.ts';
import { present } from '../meta/present.ts';
import type { PlatformApi } from '../platform.ts';
import { profileUrl } from './addresses.ts';
import { graphPath } from './graph.ts';

const me = z.object({
  id: graphId,
  username: z.string().min(1),
  name: z.string().nullish(),
  threads_profile_picture_url: z.string().nullish(),
  is_verified: z.boolean().nullish(),
});

/** The connected account (GET /me), and its followers, which are among its insights. */
export const profile: PlatformApi['profile'] = async (http) => {
  const result = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: graphPath('me'),
    query: { fields: 'id,username,name,threads_profile_picture_url,is_verified' },
    effect: 'read',
    costMicros: 0,
    cacheMs: 60_000,
    answer: me,
  });
  if (!result.ok) return result;
  const user = result.data;
  const followers = await readFollowers(http, user.id);
  const name = user.name ?? '';
  return {
    ...result,
    data: {
      remoteId: user.id,
      username: user.username,
      displayName: name === '' ? user.username : name,
      avatarUrl: user.threads_profile_picture_url ?? null,
      profileUrl: profileUrl(http.endpoints.authorize, user.username),
      followers,
      metrics: present({ followers }),
      facts: { verified: user.is_verified ?? false },
    },
  };
};

/** Null where it was not granted or Threads does not tell: the account is the same without. */
const readFollowers = async (http: AccountHttp, accountId: string): Promise<number | null> => {
  const result = await readInsights(http, {
    operation: 'users.followers',
    path: graphPath(accountId, 'threads_insights'),
    core: ['followers_count'],
    optional: [],
  });
  return result.ok ? insightNumber(result.data, 'followers_count') : null;
};
