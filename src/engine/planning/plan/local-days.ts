import { Temporal } from 'temporal-polyfill';
import { resolveWallTime, zonedAt } from '../../time/wall-time.ts';

/** An instant as the rules see it: by the wall clock of the workspace's zone. */
export interface LocalTime {
  readonly date: string;
  /** The date of the week's Monday. */
  readonly week: string;
  readonly weekday: number;
  readonly minute: number;
}

/** Wall clocks of one zone; each day is looked up once. */
export interface LocalDays {
  at(instant: number): LocalTime;
  /** The instant of a date and a minute of the day; of two the first, of none the one after the gap. */
  instantOf(date: string, minute: number): number;
  /** The dates that a stretch touches, first to last. */
  datesIn(from: number, to: number): readonly { readonly date: string; readonly weekday: number }[];
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

interface Day {
  readonly date: string;
  readonly week: string;
  readonly weekday: number;
  /** Its first instant, and the next day's. */
  readonly start: number;
  readonly end: number;
}

/**
 * A day of 24 hours is reckoned from its start; only one on which the clocks change is asked minute by minute. A plan looks
 * at thousands of instants, and asking the zone for each would take seconds.
 */
export function createLocalDays(timeZone: string): LocalDays {
  const days = new Map<string, Day>();
  /** The days that a day of UTC touches, by its number. */
  const touched = new Map<number, readonly Day[]>();

  const dayOf = (date: string): Day => {
    const known = days.get(date);
    if (known !== undefined) return known;
    const plain = Temporal.PlainDate.from(date);
    const day = {
      date,
      week: plain.subtract({ days: plain.dayOfWeek - 1 }).toString(),
      weekday: plain.dayOfWeek,
      start: plain.toZonedDateTime(timeZone).epochMilliseconds,
      end: plain.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
    };
    days.set(date, day);
    return day;
  };
  const after = ({ date }: Day): Day => dayOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString());
  const holding = (instant: number): Day => {
    const number = Math.floor(instant / dayMs);
    let known = touched.get(number);
    if (known === undefined) {
      const found = [
        dayOf(
          zonedAt(number * dayMs, timeZone)
            .toPlainDate()
            .toString(),
        ),
      ];
      for (let last = found[0]; last !== undefined && last.end < (number + 1) * dayMs;) {
        last = after(last);
        found.push(last);
      }
      known = found;
      touched.set(number, known);
    }
    return (
      known.find(({ end }) => instant < end) ?? dayOf(zonedAt(instant, timeZone).toPlainDate().toString())
    );
  };

  return {
    at(instant) {
      const day = holding(instant);
      const { date, week, weekday, start, end } = day;
      if (end - start === dayMs)
        return { date, week, weekday, minute: Math.floor((instant - start) / minuteMs) };
      const { hour, minute } = zonedAt(instant, timeZone);
      return { date, week, weekday, minute: hour * 60 + minute };
    },
    instantOf(date, minute) {
      const { start, end } = dayOf(date);
      if (end - start === dayMs) return start + minute * minuteMs;
      return resolveWallTime(`${date}T${clockText(minute)}`, timeZone).instant;
    },
    datesIn(from, to) {
      const dates: Day[] = [];
      if (to <= from) return dates;
      for (let day = holding(from); day.start < to; day = after(day)) dates.push(day);
      return dates;
    },
  };
}

/** `09:05` for 545. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
