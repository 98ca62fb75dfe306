import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountProfile } from '../reading.ts';
import { creatorFrom, factsOf } from './creator.ts';
import { pagesOf } from './practice-endpoints.ts';
import { calls } from './wire/calls.ts';
import { enveloped } from './wire/envelope.ts';

const count = z.int().nonnegative().nullish().catch(null);

const user = z.object({
  open_id: z.string().min(1).optional(),
  display_name: z.string().nullish(),
  avatar_url: z.string().nullish(),
  username: z.string().nullish(),
  profile_deep_link: z.string().nullish(),
  is_verified: z.boolean().nullish(),
  follower_count: count,
  following_count: count,
  likes_count: count,
  video_count: count,
});
type User = z.infer<typeof user>;

const answer = enveloped(z.object({ user }));

/** The fields that each scope opens. One that is not open refuses the whole call, so each scope is asked by itself. */
const basicFields = 'open_id,avatar_url,display_name';
const profileFields = 'username,profile_deep_link,is_verified';
const numberFields = 'follower_count,following_count,likes_count,video_count';

/** The connected account (GET /v2/user/info/), with what is open to it as a creator where it may post directly. */
export const profile: PlatformApi['profile'] = async (http) => {
  const basic = await ask(http, basicFields);
  if (!basic.ok) return basic;
  const named = unlessNotGranted(await ask(http, profileFields));
  if (named !== null && !named.ok) return named;
  const counted = unlessNotGranted(await ask(http, numberFields));
  if (counted !== null && !counted.ok) return counted;
  const creator = unlessNotGranted(await calls.creatorInfo(http));
  // What TikTok does not tell now is left out: without it the account is as good as before.
  const info = creator?.ok === true ? creator.data.data : null;
  const whole: User = { ...basic.data, ...named?.data, ...counted?.data };
  const openId = basic.data.open_id;
  if (openId === undefined) return { ok: false, failure: nameless };
  const username = whole.username ?? info?.creator_username ?? whole.display_name ?? openId;
  const isHandle = typeof (whole.username ?? info?.creator_username) === 'string';
  return {
    ...basic,
    data: {
      remoteId: openId,
      username,
      displayName: whole.display_name ?? username,
      avatarUrl: whole.avatar_url ?? null,
      profileUrl:
        whole.profile_deep_link ?? (isHandle ? `${pagesOf(http.endpoints.authorize)}/@${username}` : null),
      followers: whole.follower_count ?? null,
      metrics: present({
        followers: whole.follower_count,
        following: whole.following_count,
        posts: whole.video_count,
        likes: whole.likes_count,
      }),
      facts: {
        verified: whole.is_verified ?? false,
        named: isHandle,
        ...(info !== null && factsOf(creatorFrom(info))),
      },
    },
  };
};

const ask = async (http: AccountHttp, fields: string): Promise<CallResult<User>> => {
  const result = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: '/v2/user/info/',
    query: { fields },
    effect: 'read',
    costMicros: 0,
    answer,
  });
  return result.ok ? { ...result, data: result.data.data.user } : result;
};

/** Null where the scope for it was not granted: what it would tell is then not known. */
const unlessNotGranted = <Data>(result: CallResult<Data>): CallResult<Data> | null =>
  !result.ok && result.failure.code === 'scope_missing' ? null : result;

const nameless = {
  code: 'platform_changed',
  reach: 'refused',
  retryAt: null,
  detail: 'TikTok did not say whose account it is.',
  status: 200,
} as const;

/** Leaves out what was not told. */
const present = (
  values: Readonly<Partial<Record<keyof AccountProfile['metrics'], number | null | undefined>>>,
): AccountProfile['metrics'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number'));
