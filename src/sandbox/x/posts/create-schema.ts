import { z } from 'zod';
import { idSchema } from '../api/query.ts';

/** The body of `POST /2/tweets`, as strict as X's own: an unknown key is refused. */
export const createSchema = z.strictObject({
  text: z.string().default(''),
  media: z
    .strictObject({
      media_ids: z.array(idSchema).min(1).max(4),
      tagged_user_ids: z.array(idSchema).max(10).optional(),
    })
    .optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: idSchema,
      exclude_reply_user_ids: z.array(idSchema).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  poll: z
    .strictObject({
      options: z.array(z.string().min(1).max(25)).min(2).max(4),
      duration_minutes: z.int().min(5).max(10_080),
      reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
    })
    .optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
  share_with_followers: z.boolean().optional(),
  nullcast: z.boolean().optional(),
  for_super_followers_only: z.boolean().optional(),
  quote_tweet_id: idSchema.optional(),
  edit_options: z.strictObject({ previous_post_id: idSchema }).optional(),
  community_id: idSchema.optional(),
  card_uri: z.string().optional(),
  direct_message_deep_link: z.string().optional(),
  geo: z.strictObject({ place_id: z.string().optional() }).optional(),
});

/** A post that somebody wants to create. */
export type CreateRequest = z.infer<typeof createSchema>;

/** The fields that the described API has and a self-serve app may not use, or that nobody here has. */
export const closedFields = [
  'quote_tweet_id',
  'edit_options',
  'community_id',
  'card_uri',
  'direct_message_deep_link',
  'nullcast',
  'for_super_followers_only',
] as const satisfies readonly (keyof CreateRequest)[];
