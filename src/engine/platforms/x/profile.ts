import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { prices } from './prices.ts';
import { profileUrl } from './wire/addresses.ts';
import { present } from './wire/post-reading.ts';

/** A profile asked for again within this time, in milliseconds, is not paid for twice. */
const readAgainMs = 60_000;

const count = z.int().nullish().catch(null);

const me = z.object({
  data: z.object({
    id: z.string().min(1),
    username: z.string().min(1),
    name: z.string().default(''),
    profile_image_url: z.string().nullish(),
    verified: z.boolean().nullish(),
    verified_type: z.string().nullish(),
    subscription_type: z.string().nullish(),
    protected: z.boolean().nullish(),
    public_metrics: z
      .object({ followers_count: count, following_count: count, tweet_count: count, post_count: count })
      .nullish(),
  }),
});

/** The connected account (GET /2/users/me). `facts.subscription` decides how long its posts may be. */
export const profile: PlatformApi['profile'] = async (http) => {
  const result = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: '/2/users/me',
    query: {
      'user.fields':
        'username,name,profile_image_url,public_metrics,verified,verified_type,subscription_type,protected',
    },
    effect: 'read',
    costMicros: prices.userRead,
    cacheMs: readAgainMs,
    answer: me,
  });
  if (!result.ok) return result;
  const user = result.data.data;
  const numbers = user.public_metrics;
  return {
    ...result,
    data: {
      remoteId: user.id,
      username: user.username,
      displayName: user.name === '' ? user.username : user.name,
      avatarUrl: fullSize(user.profile_image_url),
      profileUrl: profileUrl(http.endpoints.authorize, user.username),
      followers: numbers?.followers_count ?? null,
      metrics: present({
        followers: numbers?.followers_count,
        following: numbers?.following_count,
        posts: numbers?.post_count ?? numbers?.tweet_count,
      }),
      facts: {
        subscription: user.subscription_type ?? 'None',
        verified: user.verified ?? false,
        verifiedType: user.verified_type ?? 'none',
        protected: user.protected ?? false,
      },
    },
  };
};

/** X gives the address of a 48-pixel picture; without `_normal` it is the full one. */
const fullSize = (url: string | null | undefined): string | null =>
  url === null || url === undefined ? null : url.replace(/_normal(\.\w+)?$/, '$1');
