import { z } from 'zod';
import { catchUp } from './delivery.ts';
import { accountId, postId, recurrenceId, workspaceId } from './ids.ts';
import { postParts } from './post.ts';
import { postOptions } from './publish-option.ts';
import { instant, localDateTime, timeZone, wallTime } from './time.ts';

/** One time of a recurrence. `local` names it, by the rule, even where the post was moved to another time. */
export const occurrence = z.object({
  local: localDateTime,
  /** When it goes out; null where it was skipped. */
  when: wallTime.nullable(),
  /**
   * `planned` has no post yet, `edited` was changed by itself and stays as it is when the series changes, `missed`
   * passed unpublished because a later one was due by then.
   */
  state: z.enum(['planned', 'scheduled', 'edited', 'skipped', 'done', 'missed', 'needs_you']),
  /** The post that carries it, once there is one. */
  postId: postId.nullable(),
});
export type Occurrence = z.infer<typeof occurrence>;

/** A post that repeats by an RFC 5545 rule at a wall-clock time in a zone. */
export const recurrence = z.object({
  id: recurrenceId,
  workspaceId,
  parts: postParts,
  options: postOptions,
  accountIds: z.array(accountId),
  labels: z.array(z.string()),
  rule: z.string(),
  /** The rule in words: 'Every Monday and Thursday at 09:20, ten times'. */
  sentence: z.string(),
  start: localDateTime,
  timeZone,
  catchUp,
  state: z.enum(['active', 'stopped', 'ended']),
  /** The last ten that are behind and the next ten that are ahead. */
  occurrences: z.array(occurrence),
  createdAt: instant,
  version: z.int(),
});
export type Recurrence = z.infer<typeof recurrence>;

/** One row of a recurrence's append-only history. */
export const recurrenceEvent = z.object({
  id: z.int(),
  at: instant,
  kind: z.string(),
  actor: z.string(),
  text: z.string(),
});
export type RecurrenceEvent = z.infer<typeof recurrenceEvent>;
