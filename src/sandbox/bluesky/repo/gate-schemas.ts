import { z } from 'zod';
import { datetime } from './post-schema.ts';

const post = z.string().regex(/^at:\/\/[^/\s]+\/app\.bsky\.feed\.post\/[^/\s]+$/, 'must be a valid at-uri');

/** Who may reply (lexicon `app.bsky.feed.threadgate`). */
export const threadgateSchema = z.looseObject({
  $type: z.literal('app.bsky.feed.threadgate'),
  post,
  createdAt: datetime,
  allow: z
    .array(
      z.discriminatedUnion('$type', [
        z.looseObject({ $type: z.literal('app.bsky.feed.threadgate#mentionRule') }),
        z.looseObject({ $type: z.literal('app.bsky.feed.threadgate#followerRule') }),
        z.looseObject({ $type: z.literal('app.bsky.feed.threadgate#followingRule') }),
        z.looseObject({ $type: z.literal('app.bsky.feed.threadgate#listRule'), list: z.string() }),
      ]),
    )
    .max(5)
    .optional(),
});

/** Who may quote (lexicon `app.bsky.feed.postgate`). */
export const postgateSchema = z.looseObject({
  $type: z.literal('app.bsky.feed.postgate'),
  post,
  createdAt: datetime,
  embeddingRules: z
    .array(z.looseObject({ $type: z.literal('app.bsky.feed.postgate#disableRule') }))
    .max(5)
    .optional(),
});
