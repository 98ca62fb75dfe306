import { z } from 'zod';

const count = z.int().nonnegative().nullish().catch(null);

export const account = z.object({
  id: z.string().min(1),
  username: z.string(),
  acct: z.string(),
  display_name: z.string().catch(''),
  url: z.string().nullish().catch(null),
  avatar: z.string().nullish().catch(null),
  followers_count: count,
  following_count: count,
  statuses_count: count,
  locked: z.boolean().nullish().catch(null),
  bot: z.boolean().nullish().catch(null),
});

export const status = z.object({
  id: z.string().min(1),
  created_at: z.string(),
  in_reply_to_id: z.string().nullish().catch(null),
  in_reply_to_account_id: z.string().nullish().catch(null),
  url: z.string().nullish().catch(null),
  uri: z.string().nullish().catch(null),
  visibility: z.string().nullish().catch(null),
  content: z.string().catch(''),
  account,
  mentions: z.array(z.object({ url: z.string(), acct: z.string() })).catch([]),
  media_attachments: z.array(z.unknown()).catch([]),
  replies_count: count,
  reblogs_count: count,
  favourites_count: count,
  quotes_count: count,
});
export type Status = z.infer<typeof status>;

/** A post that the server keeps until its time. */
export const scheduledStatus = z.object({
  id: z.string().min(1),
  scheduled_at: z.string(),
});

export const statuses = z.array(status);

export const notification = z.object({
  id: z.string().min(1),
  type: z.string(),
  created_at: z.string(),
  status: status.nullish().catch(null),
});

export const attachment = z.object({
  id: z.string().min(1),
  url: z.string().nullish(),
  description: z.string().nullish(),
});
