import type { OnlineDay } from '../platforms/audience.ts';
import { offsetsIn } from '../time/zone-offsets.ts';

const hourMs = 3_600_000;
const hoursOfWeek = 168;

/** Means of how many followers were online, by local hour. */
export interface OnlineHours {
  /** 168, Monday 00:00 first, with how many of the days count for each; null where there is no number. */
  readonly week: readonly { readonly online: number | null; readonly days: number }[];
  /** 24, from midnight on. */
  readonly day: readonly (number | null)[];
}

/** The hours of some days on the clock of a zone. @throws `time_zone_unknown` */
export function onlineHoursIn(days: readonly OnlineDay[], zone: string): OnlineHours {
  const sums = Array.from({ length: hoursOfWeek }, () => ({ sum: 0, days: 0 }));
  const offsetAt = offsetsIn(zone);
  for (const { startsAt, online } of days) {
    for (const [index, count] of online.entries()) {
      if (count === null) continue;
      const at = startsAt + index * hourMs;
      const cell = sums[hourOfWeek(at + offsetAt(at))];
      if (cell === undefined) continue;
      cell.sum += count;
      cell.days += 1;
    }
  }
  const meanOf = (cells: readonly { sum: number; days: number }[]): number | null => {
    const counted = cells.reduce((all, { days: one }) => all + one, 0);
    return counted === 0 ? null : cells.reduce((all, { sum }) => all + sum, 0) / counted;
  };
  return {
    week: sums.map((cell) => ({ online: meanOf([cell]), days: cell.days })),
    day: Array.from({ length: 24 }, (_, hour) => meanOf(sums.filter((_cell, slot) => slot % 24 === hour))),
  };
}

/** 1970-01-01 was a Thursday. */
const epochHourOfWeek = 72;

const hourOfWeek = (local: number): number => (Math.floor(local / hourMs) + epochHourOfWeek) % hoursOfWeek;
