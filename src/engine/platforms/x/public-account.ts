import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { prices } from './prices.ts';
import { profileUrl } from './wire/addresses.ts';

const count = z.int().nullish().catch(null);

/** Where nobody has the name X answers with status 200, `errors` and no `data`. */
const answer = z.object({
  data: z
    .object({
      id: z.string().min(1),
      username: z.string().min(1),
      name: z.string().default(''),
      protected: z.boolean().nullish(),
      public_metrics: z.object({ followers_count: count }).nullish(),
    })
    .nullish(),
});

/** Somebody by their name (GET /2/users/by/username/:username). */
export const publicProfile: NonNullable<PlatformApi['publicProfile']> = async (http, _account, written) => {
  const name = nameIn(written);
  // X refuses other letters with status 400, and the question would be paid for nothing.
  if (!/^\w{1,15}$/.test(name)) return { ok: true, data: null, status: 200, fromCache: false, readAt: 0 };
  const result = await http.send({
    operation: 'users.lookup',
    endpoint: 'api',
    method: 'GET',
    path: `/2/users/by/username/${name}`,
    query: { 'user.fields': 'name,protected,public_metrics,username' },
    effect: 'read',
    costMicros: prices.userRead,
    chargedMicros: ({ data }) => (data ? prices.userRead : 0),
    answer,
  });
  if (!result.ok) return result;
  const { data: user } = result.data;
  if (user === null || user === undefined) return { ...result, data: null };
  return {
    ...result,
    data: {
      remoteId: user.id,
      handle: user.username,
      displayName: user.name === '' ? user.username : user.name,
      profileUrl: profileUrl(http.endpoints.authorize, user.username),
      followers: user.public_metrics?.followers_count ?? null,
      ...(user.protected === true && { isClosed: true }),
    },
  };
};

/** The name in what was written: with an `@` before it, or the address of a page. */
const nameIn = (written: string): string =>
  /^https?:\/\/[^/\s]+\/@?(\w+)/.exec(written)?.[1] ?? written.replace(/^@/, '');
