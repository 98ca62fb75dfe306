import { instantOf } from '../../zoned.ts';

export type CalendarView = 'day' | 'week' | 'month';

const dayLength = 86_400_000;
const asDay = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const asDate = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** The date so many days away from another; dates read `2026-11-22`. */
export const addDays = (date: string, days: number): string => asDate(asDay(date) + days * dayLength);

/** The day of the week: 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(asDay(date)).getUTCDay();

const startOfWeek = (date: string, firstDay: number): string =>
  addDays(date, -((weekdayOf(date) - firstDay + 7) % 7));

const startOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

const addMonths = (date: string, months: number): string => {
  const first = new Date(asDay(startOfMonth(date)));
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
};

/** The dates that a view shows: from the first to the day after the last. */
export interface DateRange {
  readonly from: string;
  readonly until: string;
}

/** The dates on screen; a month is always six whole weeks, so that nothing jumps from one to the next. */
export function datesOf(view: CalendarView, date: string, firstDay: number): DateRange {
  switch (view) {
    case 'day':
      return { from: date, until: addDays(date, 1) };
    case 'week': {
      const from = startOfWeek(date, firstDay);
      return { from, until: addDays(from, 7) };
    }
    case 'month': {
      const from = startOfWeek(startOfMonth(date), firstDay);
      return { from, until: addDays(from, 42) };
    }
  }
}

/** The same dates as instants of a zone. */
export const instantsOf = ({ from, until }: DateRange, timeZone: string) => ({
  from: instantOf(`${from}T00:00`, timeZone),
  to: instantOf(`${until}T00:00`, timeZone),
});

/** The date that the view stands at after a step forward (1) or back (-1). */
export function step(view: CalendarView, date: string, direction: 1 | -1): string {
  if (view === 'month') return addMonths(date, direction);
  return addDays(date, (view === 'week' ? 7 : 1) * direction);
}

/** What the header calls the dates on screen: `Tuesday 24 November 2026`, `23 – 29 Nov 2026`, `November 2026`. */
export function labelOf(view: CalendarView, date: string, firstDay: number, locale: string): string {
  const utc = { timeZone: 'UTC' } as const;
  if (view === 'day')
    return new Intl.DateTimeFormat(locale, { ...utc, dateStyle: 'full' }).format(asDay(date));
  if (view === 'month') {
    return new Intl.DateTimeFormat(locale, { ...utc, month: 'long', year: 'numeric' }).format(asDay(date));
  }
  const { from, until } = datesOf(view, date, firstDay);
  return new Intl.DateTimeFormat(locale, {
    ...utc,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatRange(asDay(from), asDay(until) - dayLength);
}

interface WeekInfo {
  readonly firstDay: number;
}

const weekInfoOf = (locale: Intl.Locale): WeekInfo | null => {
  const read: unknown = Reflect.get(locale, 'getWeekInfo');
  const info: unknown = typeof read === 'function' ? Reflect.apply(read, locale, []) : null;
  return typeof info === 'object' && info !== null && 'firstDay' in info && typeof info.firstDay === 'number'
    ? { firstDay: info.firstDay }
    : null;
};

/** The day that weeks begin with where the locale is at home: 0 is Sunday; Monday where the browser cannot say. */
export function firstDayOf(locale: string): 0 | 1 | 6 {
  const day = (weekInfoOf(new Intl.Locale(locale))?.firstDay ?? 1) % 7;
  return day === 0 || day === 6 ? day : 1;
}
