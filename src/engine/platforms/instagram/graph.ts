import { z } from 'zod';
import type { ContainerNetwork } from '../meta/containers/calls.ts';
import { graphVersion } from '../meta/version.ts';

/** A path of the Graph API; what stands between slashes is encoded. */
export const graphPath = (...parts: readonly string[]): string =>
  ['', graphVersion, ...parts.map(encodeURIComponent)].join('/');

/** How Instagram spells containers (Instagram Platform: content publishing). */
export const containers: ContainerNetwork = {
  createPath: (accountId) => graphPath(accountId, 'media'),
  publishPath: (accountId) => graphPath(accountId, 'media_publish'),
  containerPath: (containerId) => graphPath(containerId),
  stateField: 'status_code',
  wordsField: 'status',
};

const count = z.int().nonnegative().nullish().catch(null);

/** A medium as Instagram lists it; only the id is certain to be there. */
export const mediumSchema = z.object({
  id: z.string().min(1),
  caption: z.string().nullish(),
  permalink: z.string().nullish(),
  timestamp: z.string().nullish(),
  media_type: z.string().nullish(),
  media_product_type: z.string().nullish(),
  like_count: count,
  comments_count: count,
  children: z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .nullish()
    .catch(null),
});
export type Medium = z.infer<typeof mediumSchema>;

/** The fields that `mediumSchema` reads. */
export const mediumFields =
  'id,caption,permalink,timestamp,media_type,media_product_type,like_count,comments_count,children{id}';
