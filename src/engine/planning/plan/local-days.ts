import { resolveWallTime, zonedAt } from '../../time/wall-time.ts';

/** An instant as the rules see it: by the wall clock of the workspace's zone. */
export interface LocalTime {
  /** `2026-11-22T09:30`, to the minute. */
  readonly local: string;
  readonly date: string;
  /** The date of the week's Monday. */
  readonly week: string;
  readonly weekday: number;
  readonly minute: number;
}

/** Wall clocks of one zone; what was asked once is remembered. */
export interface LocalDays {
  at(instant: number): LocalTime;
  /** The instant of a date and a minute of the day; of two the first, of none the one after the gap. */
  instantOf(date: string, minute: number): number;
  /** The dates that a stretch touches, first to last. */
  datesIn(from: number, to: number): readonly { readonly date: string; readonly weekday: number }[];
}

export function createLocalDays(timeZone: string): LocalDays {
  const known = new Map<number, LocalTime>();
  const at = (instant: number): LocalTime => {
    const before = known.get(instant);
    if (before !== undefined) return before;
    const zoned = zonedAt(instant, timeZone);
    const date = zoned.toPlainDate();
    const time: LocalTime = {
      local: zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }),
      date: date.toString(),
      week: date.subtract({ days: date.dayOfWeek - 1 }).toString(),
      weekday: date.dayOfWeek,
      minute: zoned.hour * 60 + zoned.minute,
    };
    known.set(instant, time);
    return time;
  };
  return {
    at,
    instantOf: (date, minute) => resolveWallTime(`${date}T${clockText(minute)}`, timeZone).instant,
    datesIn(from, to) {
      if (to <= from) return [];
      const last = zonedAt(to - 1, timeZone).toPlainDate();
      const dates: { date: string; weekday: number }[] = [];
      for (
        let day = zonedAt(from, timeZone).toPlainDate();
        day.until(last).days >= 0;
        day = day.add({ days: 1 })
      )
        dates.push({ date: day.toString(), weekday: day.dayOfWeek });
      return dates;
    },
  };
}

/** `09:05` for 545. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
