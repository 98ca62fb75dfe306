import type { ScheduleChoice } from '../../../shared/contract/posts.ts';
import type { Post } from '../../../shared/models/post.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { instantOf, localOf } from '../../zoned.ts';

/** What the one control of scheduling holds: what the contract takes, or to keep the draft. */
export type WhenChoice = ScheduleChoice | { readonly kind: 'draft' };

const hour = 3_600_000;

/** What is offered before the user chose: the post's own time, the place clicked in the calendar, or the next slot. */
export function offeredChoice(
  post: Post | null,
  clickedLocal: string | null,
  slots: readonly WallTime[],
  timeZone: string,
  now: number,
): WhenChoice {
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
      return instantOf(choice.local, choice.timeZone);
    case 'draft':
      return null;
  }
}
