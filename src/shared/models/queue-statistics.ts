import { z } from 'zod';
import { deliveryState } from './delivery.ts';
import { instant } from './time.ts';

const outcomes = z.object({ published: z.int(), failed: z.int(), unknown: z.int() });

/** How publishing has been going in one workspace. Outcomes count each time that one came about. */
export const queueStatistics = z.object({
  byState: z.array(z.object({ state: deliveryState, count: z.int() })),
  /** Publish jobs under way right now. */
  running: z.int(),
  /** Scheduled, and their time has come. */
  waitingDue: z.int(),
  oldestDueAt: instant.nullable(),
  lastDay: outcomes,
  lastWeek: outcomes,
  /**
   * Between the time a post was due and the departure of its first request, over the last week, in milliseconds.
   * Null where nothing went out.
   */
  lateness: z.object({ posts: z.int(), p50Ms: z.int(), p95Ms: z.int(), maxMs: z.int() }).nullable(),
  /** Of the posts that went out in the last week: how many at the first try. */
  attempts: z.object({ published: z.int(), atFirstTry: z.int() }),
  /** The last week, by network. */
  byPlatform: z.array(outcomes.extend({ platform: z.string() })),
});
export type QueueStatistics = z.infer<typeof queueStatistics>;
