import { z } from 'zod';

/** A version of a record, named by its address and its content. */
export const strongRef = z.object({ uri: z.string().min(1), cid: z.string().min(1) });
export type StrongRef = z.infer<typeof strongRef>;

/** A medium at the account's server, as records hold it. */
export const blobRef = z.object({
  $type: z.literal('blob'),
  ref: z.object({ $link: z.string().min(1) }),
  mimeType: z.string(),
  size: z.number(),
});
export type BlobRef = z.infer<typeof blobRef>;

const count = z.int().nonnegative().nullish().catch(null);

const embed = z.looseObject({ $type: z.string() });
const mediaEmbed = z.looseObject({
  $type: z.string(),
  images: z.array(z.unknown()).optional(),
  items: z.array(z.unknown()).optional(),
  media: z.unknown().optional(),
});

const facet = z.object({
  index: z.object({ byteStart: z.int(), byteEnd: z.int() }),
  features: z.array(z.looseObject({ $type: z.string().optional(), uri: z.string().optional() })),
});

/** A post as its author wrote it; what does not fit is left out, since anybody may write anything. */
export const postRecord = z.looseObject({
  text: z.string().catch(''),
  createdAt: z.string().catch(''),
  facets: z.array(facet.nullable().catch(null)).optional().catch(undefined),
  reply: z.object({ root: strongRef, parent: strongRef }).optional().catch(undefined),
  embed: embed.optional().catch(undefined),
});
export type PostRecord = z.infer<typeof postRecord>;

const author = z.object({
  did: z.string(),
  handle: z.string().catch(''),
  displayName: z.string().nullish().catch(null),
});

/** A post with its numbers (lexicon `app.bsky.feed.defs#postView`). */
export const postView = z.object({
  uri: z.string(),
  cid: z.string(),
  author,
  record: postRecord,
  replyCount: count,
  repostCount: count,
  likeCount: count,
  quoteCount: count,
  bookmarkCount: count,
  indexedAt: z.string().catch(''),
});
export type PostView = z.infer<typeof postView>;

/** One line of a feed; `reason` is there where it is no post of its own, such as a repost. */
const feedItem = z.object({ post: postView, reason: z.unknown().optional() });
export const feed = z.object({ feed: z.array(feedItem), cursor: z.string().nullish() });

export const postList = z.object({ posts: z.array(postView), cursor: z.string().nullish() });

export const notifications = z.object({
  notifications: z.array(
    z.object({
      uri: z.string(),
      author,
      reason: z.string(),
      reasonSubject: z.string().nullish().catch(null),
      record: postRecord,
      indexedAt: z.string().catch(''),
    }),
  ),
  cursor: z.string().nullish(),
});

/** How many pictures and videos a record shows. */
export const mediaCountOf = (record: PostRecord): number => countIn(record.embed);

const countIn = (value: unknown): number => {
  const parsed = mediaEmbed.safeParse(value);
  if (!parsed.success) return 0;
  const { $type: type, images, items, media } = parsed.data;
  if (type === 'app.bsky.embed.images') return images?.length ?? 0;
  if (type === 'app.bsky.embed.gallery') return items?.length ?? 0;
  if (type === 'app.bsky.embed.video') return 1;
  return type === 'app.bsky.embed.recordWithMedia' ? countIn(media) : 0;
};
