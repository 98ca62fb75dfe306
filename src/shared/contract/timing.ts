import { z } from 'zod';
import { accountId } from '../models/ids.ts';
import { instant } from '../models/time.ts';
import { procedure, scope } from './base.ts';

/** What is expected as a fraction with its 80% interval: 0.15 is 15% more than the account's mean. */
const expectation = z.object({ gain: z.number(), low: z.number(), high: z.number() });

/** An hour of the local week and what is expected of it. */
export const timingCell = expectation.extend({
  /** 0 is Monday 00:00, 167 Sunday 23:00, local hours of `zone`. */
  slot: z.int().min(0).max(167),
  /** 1 is Monday. */
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  /** Own posts in it. */
  posts: z.int(),
  /** The same with the effect of what kind of content is posted then taken away. */
  sameContent: z.number(),
  /** The interval is on one side of zero. */
  certain: z.boolean(),
});
export type TimingCell = z.infer<typeof timingCell>;

/** A slot with the next time it comes. */
export const timingSlot = timingCell.extend({
  next: instant,
  /** The clock jumps at that time: the hour does not exist that day, or comes twice. */
  note: z.enum(['none', 'gap', 'overlap']),
  /** Why this slot, in a sentence. */
  why: z.string(),
});
export type TimingSlot = z.infer<typeof timingSlot>;

/** When to post, and how sure that is. */
export const bestTimes = z.object({
  accountId,
  /** The IANA zone whose hours these are. */
  zone: z.string(),
  status: z.enum(['clear', 'no_clear_best_time', 'not_enough_data']),
  /** Posts that are measured and a day old, and how many are needed to say anything. */
  have: z.int(),
  need: z.int(),
  /** The answer in a sentence. */
  text: z.string(),
  /** How often posts whose time does not matter look like these, 0 to 1; null without enough posts. */
  chance: z.number().nullable(),
  /** What following all recommended slots brings; null where none is. */
  gain: expectation.nullable(),
  /** All 168 hours, for the heat map; empty without enough posts. */
  cells: z.array(timingCell),
  /** The recommended ones, best first; empty unless `clear`. */
  slots: z.array(timingSlot),
  /** Slots to try, because little is known of them. */
  explore: z.array(timingSlot),
  learnedFrom: z.object({ from: instant.nullable(), to: instant.nullable(), posts: z.int() }),
  /** What is assumed before the account's own posts are seen, and where that is from; null: nothing. */
  prior: z.object({ source: z.string().nullable(), text: z.string() }),
  /** What was done with the numbers, a sentence each. */
  reasons: z.array(z.string()),
});
export type BestTimes = z.infer<typeof bestTimes>;

/** What following the advice would have brought on the newest 30% of the account's posts, which it was not learned from. */
export const timingBacktest = z.object({
  accountId,
  zone: z.string(),
  status: z.enum(['judged', 'no_clear_best_time', 'too_few_in_slots', 'not_enough_data']),
  have: z.int(),
  need: z.int(),
  text: z.string(),
  /** Posts that were held back, and those of them in the recommended slots. */
  heldBack: z.int(),
  inSlots: z.int(),
  /** Over the mean of all held-back posts, with a 95% interval. */
  gain: expectation.nullable(),
  /** Over the slots that the account uses most. */
  overHabit: expectation.nullable(),
  /** Over the hour of the day at which it posts most. */
  overFixedHour: expectation.nullable(),
});
export type TimingBacktest = z.infer<typeof timingBacktest>;

export const timingContract = {
  best: procedure
    .route({
      method: 'GET',
      path: '/timing/{accountId}',
      summary: 'When to post, from the account’s own posts',
    })
    .input(scope.extend({ accountId, zone: z.string().min(1).max(64).optional() }))
    .output(bestTimes),
  backtest: procedure
    .route({
      method: 'GET',
      path: '/timing/{accountId}/backtest',
      summary: 'What the advice on times would have brought',
    })
    .input(scope.extend({ accountId, zone: z.string().min(1).max(64).optional() }))
    .output(timingBacktest),
};
