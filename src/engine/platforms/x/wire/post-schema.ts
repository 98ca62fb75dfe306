import { z } from 'zod';

const count = z.int().nullish().catch(null);

/** X renamed fields on 2026-08-07 and answers in both spellings; the reading code takes either. */
const publicMetrics = z.object({
  impression_count: count,
  like_count: count,
  reply_count: count,
  retweet_count: count,
  repost_count: count,
  quote_count: count,
  bookmark_count: count,
});

const ownMetrics = z.object({
  impression_count: count,
  url_link_clicks: count,
  user_profile_clicks: count,
  engagements: count,
});

const url = z.object({
  url: z.string(),
  expanded_url: z.string().nullish(),
  media_key: z.string().nullish(),
});
export type UrlEntity = z.infer<typeof url>;

const entities = z
  .object({ urls: z.array(url).nullish() })
  .nullish()
  .catch(null);

const longText = z.object({ text: z.string(), entities }).nullish().catch(null);

const references = z.array(z.object({ type: z.string(), id: z.string() })).nullish();

/** A post as X shows it; only the id is certain to be there. */
export const postSchema = z.object({
  id: z.string().min(1),
  text: z.string().default(''),
  created_at: z.string().nullish(),
  author_id: z.string().nullish(),
  entities,
  note_tweet: longText,
  note_post: longText,
  referenced_tweets: references,
  referenced_posts: references,
  public_metrics: publicMetrics.nullish(),
  non_public_metrics: ownMetrics.nullish(),
  attachments: z
    .object({ media_keys: z.array(z.string()).nullish() })
    .nullish()
    .catch(null),
});
export type WirePost = z.infer<typeof postSchema>;

const person = z.object({ id: z.string(), username: z.string(), name: z.string().default('') });

const medium = z.object({
  media_key: z.string(),
  public_metrics: z.object({ view_count: count }).nullish(),
});

/** A list of posts: `data` is missing when there are none, `errors` may stand beside it and is let be. */
export const postListSchema = z.object({
  data: z.array(postSchema).nullish(),
  includes: z.object({ users: z.array(person).nullish(), media: z.array(medium).nullish() }).nullish(),
  meta: z.object({ next_token: z.string().nullish(), result_count: count }).nullish(),
});
export type PostList = z.infer<typeof postListSchema>;
