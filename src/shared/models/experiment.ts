import { z } from 'zod';
import { deliveryState } from './delivery.ts';
import { accountId, deliveryId, experimentId, postId, workspaceId } from './ids.ts';
import { instant, wallTime } from './time.ts';

/**
 * How variants are made comparable. `comparable_times`: one account, the same hours of the week on different days, in an
 * order drawn by lot so that each variant gets each hour and each place equally often. `comparable_accounts`: accounts of
 * one network at the same time, each with the variant that it drew, compared with its own usual level.
 */
export const experimentScheme = z.enum(['comparable_times', 'comparable_accounts']);
export type ExperimentScheme = z.infer<typeof experimentScheme>;

/** Reactions for each time that a post was seen, or reactions alone where the network does not tell how often it was. */
export const experimentMeasure = z.enum(['engagement_rate', 'engagements']);
export type ExperimentMeasure = z.infer<typeof experimentMeasure>;

/**
 * `planned`: nothing is out yet. `decided` and `undecided`: it has come to its end. `stopped`: ended by the user before it
 * was over; what it says then is not worth as much, since who stops when it looks good finds differences that are none.
 */
export const experimentState = z.enum(['planned', 'running', 'decided', 'undecided', 'stopped']);
export type ExperimentState = z.infer<typeof experimentState>;

/** Hours after publishing at which posts are compared: the ages at which their numbers are read anyway. */
export const experimentAge = z.literal([1, 24, 168, 672]);
export type ExperimentAge = z.infer<typeof experimentAge>;

/** An hour of the week. */
export const experimentHour = z.object({
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().min(1).max(7),
  /** Minutes after midnight by the clock of the workspace's zone. */
  minute: z.int().min(0).max(1_439),
});
export type ExperimentHour = z.infer<typeof experimentHour>;

/** `all`: each version of each source post goes out. `one`: each source post goes out once, in the version that it drew. */
export const versionsOut = z.enum(['all', 'one']);
export type VersionsOut = z.infer<typeof versionsOut>;

/** When a test counts as decided. */
export const experimentBar = z.object({
  /** Probability that a variant is clearly the best, 0.5 to 1. */
  threshold: z.number().min(0.6).max(0.99).default(0.9),
  /** Differences up to this fraction are of no interest and count as none. */
  margin: z.number().min(0).max(0.5).default(0.05),
  /** Posts that each variant must have. */
  posts: z.int().min(2).max(100).default(3),
  /** Impressions that each variant must have, where they are counted. */
  impressions: z.int().min(0).max(10_000_000).default(100),
});
export type ExperimentBar = z.infer<typeof experimentBar>;

/** How a variant does, from the posts that have been read. */
export const experimentVariant = z.object({
  name: z.string(),
  /** First words of its first version. */
  excerpt: z.string(),
  /** Its posts, planned and out. */
  planned: z.int(),
  /** Those that count: out, and read at the age of the test. */
  counted: z.int(),
  impressions: z.int().nullable(),
  engagements: z.int(),
  /** Reactions by impressions (0 to 1), or reactions a post; null without any. */
  average: z.number().nullable(),
  /** That it is the best, by however little. */
  probabilityBest: z.number().nullable(),
  /** That it is better than every other one by more than the margin; this decides. */
  probabilityClearlyBest: z.number().nullable(),
  /** How much more it gets than the others on average, as a fraction, with an 80% interval. */
  lift: z.object({ low: z.number(), middle: z.number(), high: z.number() }).nullable(),
});
export type ExperimentVariant = z.infer<typeof experimentVariant>;

/** A post of a test. It is an ordinary post, found in the calendar and the queue by its label. */
export const experimentPost = z.object({
  /** Null once it is no longer known. */
  postId: postId.nullable(),
  deliveryId: deliveryId.nullable(),
  accountId,
  /** Position in `variants`. */
  variant: z.int(),
  /** Which source post it is a version of, from 0. */
  source: z.int(),
  when: wallTime,
  /** `removed`: in the bin. */
  state: z.enum([...deliveryState.options, 'removed']),
  publishedAt: instant.nullable(),
  url: z.string().nullable(),
  excerpt: z.string(),
  engagements: z.int().nullable(),
  impressions: z.int().nullable(),
  /** When what is compared was read. */
  readAt: instant.nullable(),
  use: z.enum(['counted', 'waiting', 'left_out']),
  /** Why it is left out, or not counted in full. */
  note: z.string().nullable(),
});
export type ExperimentPost = z.infer<typeof experimentPost>;

export const experimentSummary = z.object({
  id: experimentId,
  workspaceId,
  name: z.string(),
  scheme: experimentScheme,
  platform: z.string(),
  accountIds: z.array(accountId),
  state: experimentState,
  posts: z.object({ planned: z.int(), out: z.int(), counted: z.int() }),
  variants: z.array(experimentVariant),
  /** Position of the variant that won; null while none has. */
  winner: z.int().nullable(),
  /** How it stands in one sentence. */
  sentence: z.string(),
  /** When its first post goes out, and when its last one has been read. */
  startsAt: instant,
  endsAt: instant,
  /** Its accounts are of the practice network: it shows how tests work, and says nothing about people. */
  practice: z.boolean(),
  createdAt: instant,
});
export type ExperimentSummary = z.infer<typeof experimentSummary>;

/** A test with everything that its result rests on. */
export const experiment = experimentSummary.extend({
  measure: experimentMeasure,
  readAfterHours: experimentAge,
  bar: experimentBar,
  versionsOut,
  stoppedAt: instant.nullable(),
  /** False while posts are still to come or to be read: the numbers are a look in between. */
  final: z.boolean(),
  /** More posts in all that would probably decide it, if things go on as they look; null where it is decided or none would. */
  morePosts: z.int().nullable(),
  /** Why: sentences, the most important first. */
  why: z.array(z.string()),
  items: z.array(experimentPost),
});
export type Experiment = z.infer<typeof experiment>;
