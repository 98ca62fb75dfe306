import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { profileUrl } from './addresses.ts';
import { graphPath } from './graph.ts';
import { present } from '../meta/present.ts';

const count = z.int().nullish().catch(null);

const me = z.object({
  /** The account's own id, by which it is addressed; `id` is one that only this app knows. */
  user_id: z.union([z.string().min(1), z.int().transform(String)]),
  username: z.string().min(1),
  name: z.string().nullish(),
  account_type: z.string().nullish(),
  profile_picture_url: z.string().nullish(),
  followers_count: count,
  follows_count: count,
  media_count: count,
});

/** The connected account (GET /me). `facts.accountType` says whether apps may work with it. */
export const profile: PlatformApi['profile'] = async (http) => {
  const result = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: graphPath('me'),
    query: {
      fields:
        'user_id,username,name,account_type,profile_picture_url,followers_count,follows_count,media_count',
    },
    effect: 'read',
    costMicros: 0,
    cacheMs: 60_000,
    answer: me,
  });
  if (!result.ok) return result;
  const user = result.data;
  const name = user.name ?? '';
  return {
    ...result,
    data: {
      remoteId: user.user_id,
      username: user.username,
      displayName: name === '' ? user.username : name,
      avatarUrl: user.profile_picture_url ?? null,
      profileUrl: profileUrl(http.endpoints.authorize, user.username),
      followers: user.followers_count ?? null,
      metrics: present({
        followers: user.followers_count,
        following: user.follows_count,
        posts: user.media_count,
      }),
      facts: { accountType: user.account_type ?? 'unknown' },
    },
  };
};
