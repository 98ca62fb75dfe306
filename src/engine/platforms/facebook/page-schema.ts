import { z } from 'zod';
import { edgeOf } from '../meta/edge.ts';
import type { AccountProfile } from '../reading.ts';

const count = z.int().nonnegative().nullish().catch(null);

/** A Page as Graph gives it. */
export const pageSchema = z.object({
  id: z.string().min(1),
  name: z.string().catch(''),
  username: z.string().nullish().catch(null),
  link: z.string().nullish().catch(null),
  access_token: z.string().min(1).nullish().catch(null),
  tasks: z.array(z.string()).nullish().catch(null),
  followers_count: count,
  fan_count: count,
  verification_status: z.string().nullish().catch(null),
  picture: z
    .object({ data: z.object({ url: z.string(), is_silhouette: z.boolean().optional() }) })
    .nullish()
    .catch(null),
});
export type WirePage = z.infer<typeof pageSchema>;

export const pageList = edgeOf(pageSchema);

export const pageFields =
  'id,name,username,link,picture.type(large),followers_count,fan_count,verification_status';

/** A Page as the app knows accounts. `earlier`: facts of it that only the sign-in told. */
export const profileOf = (
  page: WirePage,
  webOrigin: string,
  earlier: AccountProfile['facts'] = {},
): AccountProfile => {
  const followers = page.followers_count ?? page.fan_count ?? null;
  const picture = page.picture?.data;
  const { tasks, verification_status: verification } = page;
  return {
    remoteId: page.id,
    username: page.username ?? page.id,
    displayName: page.name === '' ? page.id : page.name,
    avatarUrl: picture === undefined || picture.is_silhouette === true ? null : picture.url,
    profileUrl: page.link ?? new URL(`/${encodeURIComponent(page.id)}`, webOrigin).href,
    followers,
    metrics: followers === null ? {} : { followers },
    facts: {
      ...earlier,
      ...(tasks && { tasks: tasks.join(',') }),
      ...(verification && { verification }),
    },
  };
};
