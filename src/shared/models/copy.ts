import { z } from 'zod';
import { instant } from './time.ts';

/** A copy of the data file that was read back and found whole. */
export const safeCopy = z.object({
  /** Its file name in the folder of copies. */
  name: z.string(),
  at: instant,
  bytes: z.int(),
  reason: z.enum(['daily', 'by_hand', 'before_update', 'before_restore']),
  /** Posts in it: all, and those that waited for their time. */
  posts: z.int(),
  scheduled: z.int(),
});
export type SafeCopy = z.infer<typeof safeCopy>;

/**
 * Why nothing is sent until the user has looked: the data file is not the one that this installation last wrote.
 * `rolled_back`: an older state of the same file; `copied`: it lies in another place or machine.
 */
export const holdReason = z.enum(['restored', 'rolled_back', 'copied']);
export type HoldReason = z.infer<typeof holdReason>;
