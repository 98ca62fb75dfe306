import { z } from 'zod';
import { accountId, mediaId, postId, workspaceId } from './ids.ts';
import { delivery } from './delivery.ts';
import { postOptions } from './publish-option.ts';
import { instant, wallTime } from './time.ts';

/** One part of a thread: its text and the media shown with it. Alt text belongs to the media in this post. */
export const postPart = z.object({
  text: z.string().max(100_000),
  media: z.array(z.object({ id: mediaId, altText: z.string().max(5_000) })).max(20),
});
export type PostPart = z.infer<typeof postPart>;

export const postParts = z.array(postPart).min(1).max(25);

/** A post: what the user wrote, and its deliveries, one for each chosen account. */
export const post = z.object({
  id: postId,
  workspaceId,
  parts: postParts,
  /** What was chosen for each network; what is not in it has its default. */
  options: postOptions,
  labels: z.array(z.string()),
  /** Accounts chosen in the composer. */
  accountIds: z.array(accountId),
  when: wallTime.nullable(),
  deliveries: z.array(delivery),
  source: z.enum(['app', 'import', 'api']),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
});
export type Post = z.infer<typeof post>;
