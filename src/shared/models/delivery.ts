import { z } from 'zod';
import { accountId, deliveryId, experimentId, postId, recurrenceId, workspaceId } from './ids.ts';
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

/** `handed`: the network has it and has not published it; it may do so at its time, or by the user's hand. */
export const partStates = ['pending', 'sending', 'handed', 'sent', 'unknown', 'dropped'] as const;
export const partState = z.enum(partStates);
export type PartState = z.infer<typeof partState>;

/** What to do when a post's time passed while the machine was off. */
export const catchUp = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('publish_within'), minutes: z.int().min(0).max(10_080) }),
  z.object({ rule: z.literal('next_slot') }),
  z.object({ rule: z.literal('ask') }),
]);
export type CatchUp = z.infer<typeof catchUp>;

/** One thing that the user can do about a problem; what each does is the screen's to offer. */
export const problemAction = z.discriminatedUnion('kind', [
  /** Send what has not been sent yet, now. */
  z.object({ kind: z.literal('retry') }),
  z.object({ kind: z.literal('edit') }),
  z.object({ kind: z.literal('reconnect'), accountId }),
  /** Nothing to do before this instant; OCMA goes on by itself. */
  z.object({ kind: z.literal('wait'), until: instant }),
  z.object({ kind: z.literal('replace_media'), part: z.int() }),
  /** `over`: by how much the part is too long, as its network counts. */
  z.object({ kind: z.literal('shorten'), part: z.int(), over: z.int() }),
  /** `url`: where credits are bought; null where the network names no such place. */
  z.object({ kind: z.literal('add_credits'), url: z.string().nullable() }),
  z.object({ kind: z.literal('raise_cap') }),
  z.object({ kind: z.literal('look_again') }),
  /** The user's word on an unclear send: it is there, or send it again. */
  z.object({ kind: z.literal('settle') }),
  /** For posts whose time has passed. */
  z.object({ kind: z.literal('publish_now') }),
  z.object({ kind: z.literal('next_slot') }),
  z.object({ kind: z.literal('drop') }),
  /** The user has published it by hand. */
  z.object({ kind: z.literal('posted') }),
  /** Remind again in a while. */
  z.object({ kind: z.literal('not_now') }),
]);
export type ProblemAction = z.infer<typeof problemAction>;

/** Why a delivery needs the user: the sentence, what to do, and the ways to do it in the order to offer them. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.string(),
  at: instant,
  actions: z.array(problemAction),
});
export type Problem = z.infer<typeof problem>;

/** `comment`: the first comment, or a later part where the network has no threads. */
export const partRole = z.enum(['post', 'reply', 'comment']);
export type PartRole = z.infer<typeof partRole>;

/** Who publishes: OCMA, or the user, whom OCMA reminds at the time. */
export const publishMode = z.enum(['publish', 'remind']);
export type PublishMode = z.infer<typeof publishMode>;

export const deliveryPart = z.object({
  position: z.int(),
  role: partRole,
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
  /** As it holds for this post: its own choice, else its account's. */
  mode: publishMode,
  /** True while a cancellation waits for the part that is on its way. */
  cancelling: z.boolean(),
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
  /** The series that its post is an occurrence of. */
  recurrenceId: recurrenceId.nullable(),
  /** The test of versions that its post belongs to, but for one that was taken off the list. */
  test: z.object({ id: experimentId, name: z.string() }).nullable(),
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
  /** The actor in words: `You`, `OCMA`, `A script`. */
  who: z.string(),
  text: z.string(),
  /** What was written down with it, without secrets; empty where the sentence says all of it. */
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type DeliveryEvent = z.infer<typeof deliveryEvent>;
