import { z } from 'zod';

/** Why a post is left out of the comparison; its sentence is `experiments.post.<reason>`. */
export const leftOutReasons = [
  'removed',
  'not_published',
  'edited',
  'off_time',
  'gone',
  'unread',
  'no_impressions',
  'no_level',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

const post = z.object({
  position: z.int(),
  use: z.enum(['counted', 'waiting', 'left_out']),
  /** `drawn_in`: counted, but not in full. */
  note: z.enum([...leftOutReasons, 'drawn_in']).nullable(),
  engagements: z.int().nullable(),
  impressions: z.int().nullable(),
  readAt: z.int().nullable(),
});

const variant = z.object({
  counted: z.int(),
  impressions: z.int().nullable(),
  engagements: z.int(),
  average: z.number().nullable(),
  probabilityBest: z.number().nullable(),
  probabilityClearlyBest: z.number().nullable(),
  lift: z.object({ low: z.number(), middle: z.number(), high: z.number() }).nullable(),
});

/** What a test says at one moment. Plain values, stored as JSON once it is final. */
export const testResult = z.object({
  verdict: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('decided'), winner: z.int() }),
    z.object({
      kind: z.literal('undecided'),
      because: z.enum(['too_few_posts', 'too_few_impressions', 'unclear']),
    }),
  ]),
  variants: z.array(variant),
  posts: z.array(post),
  morePosts: z.int().nullable(),
  /** By what factor two posts of these accounts usually differ that nobody meant to be different. */
  usualFactor: z.number(),
  /** Posts that the factor was learned from; 0 where it is assumed. */
  learnedFrom: z.int(),
});
export type TestResult = z.infer<typeof testResult>;
export type TestedPost = z.infer<typeof post>;
