import { z } from 'zod';
import type { ContainerNetwork } from '../meta/containers/calls.ts';
import { graphTime } from '../meta/timestamp.ts';
import { threadsVersion } from '../meta/version.ts';

/** A path of the Threads API; what stands between slashes is encoded. */
export const graphPath = (...parts: readonly string[]): string =>
  ['', threadsVersion, ...parts.map(encodeURIComponent)].join('/');

/** How Threads spells containers (Threads API: posts). */
export const containers: ContainerNetwork = {
  createPath: (accountId) => graphPath(accountId, 'threads'),
  publishPath: (accountId) => graphPath(accountId, 'threads_publish'),
  containerPath: (containerId) => graphPath(containerId),
  stateField: 'status',
  wordsField: 'error_message',
};

/** A post as Threads lists it; only the id is certain to be there. */
export const threadSchema = z.object({
  id: z.string().min(1),
  text: z.string().nullish(),
  permalink: z.string().nullish(),
  timestamp: z.string().nullish(),
  media_type: z.string().nullish(),
  username: z.string().nullish(),
  children: z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .nullish()
    .catch(null),
  replied_to: z.object({ id: z.string() }).nullish().catch(null),
  root_post: z.object({ id: z.string() }).nullish().catch(null),
});
export type Thread = z.infer<typeof threadSchema>;

/** The fields that `threadSchema` reads of own posts. */
export const threadFields = 'id,text,permalink,timestamp,media_type,username,children{id},replied_to';

/** The fields that are read of what others wrote. */
export const foreignFields = 'id,text,permalink,timestamp,username,replied_to,root_post';

/** When a post was made, in epoch ms; 0 where Threads does not say. */
export const madeAt = ({ timestamp }: Thread): number => graphTime(timestamp) ?? 0;
