import type { TimingSlot } from '../../../shared/contract/timing.ts';
import type { WorkspaceSettings } from '../../../shared/models/settings.ts';
import { localOf } from '../../zoned.ts';

/** A weekly posting slot: weekday 1 (Monday) to 7, minutes since midnight. */
export type Slot = WorkspaceSettings['slots'][number];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The most slots the contract takes. */
export const mostSlots = 200;

const order = (a: Slot, b: Slot): number => a.weekday - b.weekday || a.minute - b.minute;

const same = (a: Slot, b: Slot): boolean => a.weekday === b.weekday && a.minute === b.minute;

/** `09:30` for 570. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** 570 for `09:30`; null for anything that is no time of day. */
export const minuteOf = (clock: string): number | null => {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(clock);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
};

/** The slots with one more on each of these days, in order and without doubles. */
export const withSlots = (slots: readonly Slot[], days: readonly number[], minute: number): Slot[] => {
  const added = days
    .map((weekday) => ({ weekday, minute }))
    .filter((slot) => !slots.some((known) => same(known, slot)));
  return [...slots, ...added].sort(order);
};

/** The slots without this one. */
export const withoutSlot = (slots: readonly Slot[], slot: Slot): Slot[] =>
  slots.filter((known) => !same(known, slot));

/** Whether a slot is among others. */
export const hasSlot = (slots: readonly Slot[], slot: Slot): boolean =>
  slots.some((known) => same(known, slot));

/** Two lists of slots as one, in order and without doubles. */
export const mergedSlots = (slots: readonly Slot[], added: readonly Slot[]): Slot[] =>
  [...slots, ...added.filter((slot) => !hasSlot(slots, slot))].sort(order).slice(0, mostSlots);

/**
 * The best times of a week as slots, in the order of the week: the best of each day, at most. Slots are hours of the workspace's
 * zone: where the best times are on another clock, they are what that clock shows when each comes next.
 */
export const slotsOfBestTimes = (
  best: readonly TimingSlot[],
  isSameZone: boolean,
  timeZone: string,
): readonly { readonly timed: TimingSlot; readonly slot: Slot }[] =>
  best
    .filter(({ weekday }, index) => best.findIndex((one) => one.weekday === weekday) === index)
    .map((timed) => ({
      timed,
      slot: isSameZone ? { weekday: timed.weekday, minute: timed.hour * 60 } : slotAt(timed.next, timeZone),
    }))
    .sort((one, other) => order(one.slot, other.slot));

function slotAt(instant: number, timeZone: string): Slot {
  const local = localOf(instant, timeZone);
  return { weekday: new Date(`${local}Z`).getUTCDay() || 7, minute: minuteOf(local.slice(11)) ?? 0 };
}

/** Weekdays at 9:00, 12:30 and 17:00, for a workspace that has none. */
export const suggestedSlots: readonly Slot[] = [1, 2, 3, 4, 5].flatMap((weekday) =>
  [540, 750, 1020].map((minute) => ({ weekday, minute })),
);
