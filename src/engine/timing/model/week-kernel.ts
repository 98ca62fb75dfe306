import { slotsOfWeek } from './slot.ts';

/**
 * How alike two slots are expected to be, in units of the variance of single posts: hours of the day that are near each
 * other on any day, slots of one weekday, and a little that a slot has for itself. Chosen on two public sets of post
 * histories, each judged by the constants that the other one preferred.
 */
const parts = { hour: 0.05, hourWidth: 1.8, weekday: 0.02, slot: 0.001, slotWidth: 2 } as const;

/** The covariance of the 168 slots, row by row. */
export type SlotMatrix = readonly Float64Array[];

const near = (one: number, other: number, width: number, around: number): number => {
  const angle = (2 * Math.PI * (one - other)) / around;
  return Math.exp((Math.cos(angle) - 1) / ((2 * Math.PI * width) / around) ** 2);
};

/** The prior covariance of the effects of the week's hours. */
export const weekKernel: SlotMatrix = Array.from({ length: slotsOfWeek }, (_, one) =>
  Float64Array.from(
    { length: slotsOfWeek },
    (__, other) =>
      parts.hour * near(one % 24, other % 24, parts.hourWidth, 24) +
      (Math.floor(one / 24) === Math.floor(other / 24) ? parts.weekday : 0) +
      parts.slot * near(one, other, parts.slotWidth, slotsOfWeek),
  ),
);
