import type { ScheduleChoice } from '../../../shared/contract/posts.ts';
import type { Post } from '../../../shared/models/post.ts';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { instantOf, localOf } from '../../zoned.ts';
import { formOfRule } from './repeat-form.ts';
import type { RepeatForm } from './repeat-form.ts';

/** A post that comes again: its first time, and how it repeats. */
export interface RepeatChoice {
  readonly kind: 'repeat';
  readonly local: string;
  readonly timeZone: string;
  readonly form: RepeatForm;
}

/** What the one control of scheduling holds: what the contract takes, to repeat, or to keep the draft. */
export type WhenChoice = ScheduleChoice | RepeatChoice | { readonly kind: 'draft' };

/** What is offered where a whole series is edited: what it has. */
export function choiceOfSeries({ rule, start, timeZone }: Recurrence): RepeatChoice {
  const local = start.slice(0, 16);
  return { kind: 'repeat', local, timeZone, form: formOfRule(rule, local) };
}

const hour = 3_600_000;

/**
 * What is offered before the user chose: the post's own time, the place clicked in the calendar, or the next slot. A post
 * that stopped is offered to go out now.
 */
export function offeredChoice(
  post: Post | null,
  clickedLocal: string | null,
  slots: readonly WallTime[],
  timeZone: string,
  now: number,
): WhenChoice {
  const stopped = post?.deliveries.some(({ state }) => state === 'failed' || state === 'missed') ?? false;
  if (post?.when && stopped && post.when.instant <= now) return { kind: 'now' };
  if (post?.when) return { kind: 'at', local: post.when.local.slice(0, 16), timeZone: post.when.timeZone };
  if (clickedLocal && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(clickedLocal)) {
    return { kind: 'at', local: clickedLocal, timeZone };
  }
  if (slots.length > 0) return { kind: 'next_slot' };
  return { kind: 'at', local: `${localOf(now + 2 * hour, timeZone).slice(0, 13)}:00`, timeZone };
}

/** The instant a choice stands for; null for a draft, and for a slot that is not known. */
export function instantOfChoice(choice: WhenChoice, slots: readonly WallTime[], now: number): number | null {
  switch (choice.kind) {
    case 'now':
      return now;
    case 'next_slot':
      return slots[0]?.instant ?? null;
    case 'at':
    case 'repeat':
      return instantOf(choice.local, choice.timeZone);
    case 'draft':
      return null;
  }
}
