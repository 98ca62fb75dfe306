import { z } from 'zod';
import { accountId, deliveryId, postId, workspaceId } from './ids.ts';
import { instant, wallTime } from './time.ts';

/** Where a delivery stands; DESIGN section 5 and docs/ARCHITECTURE.md draw the transitions. */
export const deliveryStates = [
  'draft',
  'scheduled',
  'publishing',
  'published',
  'failed',
  'unknown',
  'missed',
  'cancelled',
  'with_network',
  'needs_you',
] as const;
export const deliveryState = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof deliveryState>;

export const partStates = ['pending', 'sending', 'sent', 'unknown', 'dropped'] as const;
export const partState = z.enum(partStates);
export type PartState = z.infer<typeof partState>;

/** What to do when a post's time passed while the machine was off. */
export const catchUp = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('publish_within'), minutes: z.int().min(0).max(10_080) }),
  z.object({ rule: z.literal('next_slot') }),
  z.object({ rule: z.literal('ask') }),
]);
export type CatchUp = z.infer<typeof catchUp>;

/** Why a delivery needs the user: the sentence, what was tried, and what the buttons do. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.string(),
  at: instant,
});
export type Problem = z.infer<typeof problem>;

export const deliveryPart = z.object({
  position: z.int(),
  text: z.string(),
  state: partState,
  remoteId: z.string().nullable(),
  url: z.string().nullable(),
  sendingAt: instant.nullable(),
  sentAt: instant.nullable(),
});

/** A post on its way to one account. */
export const delivery = z.object({
  id: deliveryId,
  workspaceId,
  postId,
  accountId,
  platform: z.string(),
  state: deliveryState,
  when: wallTime.nullable(),
  /** `{ step: 'uploading', done: 3, of: 5 }` while publishing. */
  progress: z
    .object({ step: z.enum(['preparing', 'uploading', 'sending', 'settling']), done: z.int(), of: z.int() })
    .nullable(),
  problem: problem.nullable(),
  publishedAt: instant.nullable(),
  url: z.string().nullable(),
  attempts: z.int(),
  nextAttemptAt: instant.nullable(),
  /** Estimated cost in micro-dollars (1 USD = 1,000,000). */
  costMicros: z.int(),
  catchUp,
  /** First words, for lists and cards. */
  excerpt: z.string(),
  parts: z.array(deliveryPart),
  mediaCount: z.int(),
  labels: z.array(z.string()),
  version: z.int(),
});
export type Delivery = z.infer<typeof delivery>;

/** One row of a delivery's append-only history. */
export const deliveryEvent = z.object({
  id: z.int(),
  at: instant,
  kind: z.string(),
  fromState: deliveryState.nullable(),
  toState: deliveryState.nullable(),
  actor: z.string(),
  text: z.string(),
});
export type DeliveryEvent = z.infer<typeof deliveryEvent>;
