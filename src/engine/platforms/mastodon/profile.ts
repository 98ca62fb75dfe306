import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { AccountProfile } from '../reading.ts';
import { read } from './wire/calls.ts';
import { readInstance } from './wire/instance.ts';
import { present } from './wire/post-reading.ts';
import { account } from './wire/schemas.ts';

/**
 * The connected account (`GET /api/v1/accounts/verify_credentials`) with the rules of its server, which decide how long its posts
 * may be and what it may show.
 */
export const profile = async (http: AccountHttp): Promise<CallResult<AccountProfile>> => {
  const result = await read(http, 'users.me', '/api/v1/accounts/verify_credentials', account);
  if (!result.ok) return result;
  const server = await readInstance(http);
  if (!server.ok) return server;
  const me = result.data;
  const { host, version, limits } = server.data;
  const { types, ...numbers } = limits;
  return {
    ...result,
    data: {
      remoteId: me.id,
      username: `${me.username}@${host}`,
      displayName: me.display_name === '' ? me.username : me.display_name,
      avatarUrl: me.avatar ?? null,
      profileUrl: me.url ?? null,
      followers: me.followers_count ?? null,
      metrics: present({
        followers: me.followers_count,
        following: me.following_count,
        posts: me.statuses_count,
      }),
      facts: { host, version, ...numbers, types: types.join(' '), locked: me.locked ?? false },
    },
  };
};
