import { z } from 'zod';
import { accountId, competitorId } from './ids.ts';
import { instant } from './time.ts';

/** Somebody whose public posts are read because the user named them. */
export const competitor = z.object({
  id: competitorId,
  platform: z.string(),
  /** The name by which the network finds it, whole and without an `@` before it. */
  handle: z.string(),
  displayName: z.string(),
  profileUrl: z.string().nullable(),
  followers: z.int().nullable(),
  addedAt: instant,
  /** When its posts were last read; null until then. */
  readAt: instant.nullable(),
  /** When they are read next; null where nothing reads them. */
  nextAt: instant.nullable(),
  /** Why the last reading failed, in a sentence; null where it did not. */
  trouble: z.string().nullable(),
  posts: z.int(),
});
export type Competitor = z.infer<typeof competitor>;

/** Whether something can be read of others at a network: it can, no account there is connected, or never, with the reason. */
export const reading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reads'),
    /** The most that asking once costs, in micro-dollars: for competitors checking the name and the first reading. */
    costMicros: z.int(),
    /** The most that keeping it up costs in thirty days, in micro-dollars; 0 where nothing is read by itself. */
    monthlyMicros: z.int(),
  }),
  z.object({ kind: z.literal('no_account') }),
  z.object({ kind: z.literal('unread'), why: z.string() }),
]);
export type Reading = z.infer<typeof reading>;

/** A number with the interval that holds the true one in 80 of 100 cases. */
export const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof estimate>;

/** `unknown`: the network's list does not tell, and OCMA did not send it. */
export const shownFormat = z.enum(['video', 'picture', 'link', 'text', 'unknown']);
export type ShownFormat = z.infer<typeof shownFormat>;

/** How one account posts, and what comes back, over a stretch of time. Answers to others do not count. */
export const posting = z.object({
  name: z.string(),
  handle: z.string(),
  accountId: accountId.nullable(),
  competitorId: competitorId.nullable(),
  profileUrl: z.string().nullable(),
  followers: z.int().nullable(),
  /** From when on its posts are known within the stretch; null where none are. */
  since: instant.nullable(),
  readAt: instant.nullable(),
  posts: z.int(),
  postsPerWeek: estimate.nullable(),
  /** Posts by weekday (1 is Monday) and hour, in the workspace's zone; hours without any are left out. */
  hours: z.array(z.object({ weekday: z.int(), hour: z.int(), posts: z.int() })),
  /** Posts old enough to have been reacted to, which the next two are taken from. */
  measuredPosts: z.int(),
  /** Median of likes, replies, shares and quotes a post. */
  engagement: estimate.nullable(),
  /** The same for each thousand followers of now. */
  perThousandFollowers: estimate.nullable(),
  formats: z.array(z.object({ format: shownFormat, posts: z.int(), engagement: estimate.nullable() })),
});
export type Posting = z.infer<typeof posting>;

/** The middle of the competitors of one network. */
export const benchmark = z.object({
  /** Competitors with numbers, from which it is taken. */
  competitors: z.int(),
  postsPerWeek: z.number().nullable(),
  engagement: z.number().nullable(),
  perThousandFollowers: z.number().nullable(),
});
export type Benchmark = z.infer<typeof benchmark>;

/** One network's own accounts beside its competitors. */
export const comparedNetwork = z.object({
  platform: z.string(),
  own: z.array(posting),
  competitors: z.array(posting),
  /** Null where no competitor has numbers yet. */
  benchmark: benchmark.nullable(),
  /** What is usual by data that others published under a licence; always null, since this version ships none. */
  published: z.null(),
});
export type ComparedNetwork = z.infer<typeof comparedNetwork>;

/** Something that a network reports as rising, in its own words. */
export const trend = z.object({
  topic: z.string(),
  kind: z.enum(['topic', 'hashtag', 'link', 'video']),
  url: z.string().nullable(),
  /** Posts about it as the network counts them, or a video's views; null where it does not say. */
  count: z.int().nullable(),
});

/** What one network reports as rising. */
export const networkTrends = z.object({
  platform: z.string(),
  reading,
  /** ISO 3166-1 code of the country it is about; null for everywhere, or where the network has one list. */
  place: z.string().nullable(),
  /** Countries that may be asked about instead; none where the network has one list. */
  places: z.array(z.string()),
  /** Besides countries it has a list for everywhere. */
  everywhere: z.boolean(),
  trends: z.array(trend),
  /** When the network gave them; null where they were never read. */
  readAt: instant.nullable(),
  /** Why they could not be read just now, in a sentence. */
  trouble: z.string().nullable(),
});
export type NetworkTrends = z.infer<typeof networkTrends>;

/** A topic of own posts beside what is usual for the account. */
export const ownTopic = z.object({
  topic: z.string(),
  /** Own recent posts about it. */
  posts: z.int(),
  /** How much more they bring than is usual: 0.2 is a fifth more. Shrunk towards none, the more the fewer they are. */
  lift: estimate,
  /** The interval lies above none. */
  isRising: z.boolean(),
  /** The best of the posts. */
  example: z.object({ text: z.string(), url: z.string().nullable() }),
});
export type OwnTopic = z.infer<typeof ownTopic>;

/** Rising topics of one account's own posts. */
export const ownTopics = z.object({
  accountId,
  platform: z.string(),
  handle: z.string(),
  /** Own posts that were looked at, and how many it takes before anything is said. */
  posts: z.int(),
  leastPosts: z.int(),
  topics: z.array(ownTopic),
});
export type OwnTopics = z.infer<typeof ownTopics>;
