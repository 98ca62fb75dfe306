import { formatRule, ruleWeekdays } from '../../shared/models/recurrence-rule.ts';
import type { RecurrenceRule, RuleDay } from '../../shared/models/recurrence-rule.ts';
import { plainDateOf } from '../time/plain-date.ts';
import { hasWords } from '../words.ts';
import type { Words } from '../words.ts';

/** The words of the engine are English; its lists and dates are too. */
const locale = 'en-GB';
const listed = new Intl.ListFormat(locale, { type: 'conjunction' });
const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' });

/**
 * A rule in words: 'Every Monday and Thursday at 09:20, ten times'. What has no words of its own is named by its rule.
 * `start` is the wall-clock time of the first occurrence, which gives day and time where the rule names none.
 */
export function ruleInWords(words: Words, rule: RecurrenceRule, start: string): string {
  const often = howOften(words, rule, start);
  const every = often?.every ?? words('recurrences.byRule', { rule: formatRule(rule) });
  return words('recurrences.sentence', {
    every,
    on: often?.on ?? '',
    months: often?.months ?? '',
    at: words('recurrences.at', { times: listed.format(clockTimes(rule, start)) }),
    end: endOf(words, rule),
  });
}

interface Often {
  readonly every: string;
  readonly on: string;
  readonly months: string;
}

/** Null where the rule combines parts that have no plain sentence. */
function howOften(words: Words, rule: RecurrenceRule, start: string): Often | null {
  const count = rule.interval;
  if (rule.byYearDay.length > 0 || rule.byWeekNumber.length > 0) return null;
  const months =
    rule.byMonth.length === 0
      ? ''
      : words('recurrences.onlyIn', { months: listed.format(rule.byMonth.map(monthName)) });
  switch (rule.frequency) {
    case 'DAILY':
    case 'WEEKLY': {
      if (rule.byPosition.length > 0 || rule.byMonthDay.length > 0) return null;
      const days = weekdaysOf(rule, start);
      if (rule.frequency === 'DAILY' && days.length === 0)
        return { every: words('recurrences.daily', { count }), on: '', months };
      if (count > 1 && rule.frequency === 'DAILY') return null;
      if (count === 1 && days.length === 7)
        return { every: words('recurrences.daily', { count }), on: '', months };
      if (count === 1 && isWorkdays(days)) return { every: words('recurrences.workdays'), on: '', months };
      const names = listed.format(days.map(weekdayName));
      return { every: words('recurrences.weekly', { count, days: names }), on: '', months };
    }
    case 'MONTHLY': {
      const on = dayOfMonth(words, rule, start);
      return on === null ? null : { every: words('recurrences.monthly', { count }), on, months };
    }
    case 'YEARLY':
      return yearly(words, rule, start);
  }
}

function yearly(words: Words, rule: RecurrenceRule, start: string): Often | null {
  const every = words('recurrences.yearly', { count: rule.interval });
  if (rule.byDay.length > 0 || rule.byPosition.length > 0) return null;
  const first = plainDateOf(start);
  const months = rule.byMonth.length > 0 ? rule.byMonth : [first.month];
  const days = rule.byMonthDay.length > 0 ? rule.byMonthDay : [first.day];
  if (rule.byMonthDay.length > 0 && rule.byMonth.length === 0) return null;
  if (days.some((day) => day < 0)) return null;
  const dates = months.flatMap((month) => days.map((day) => `${day} ${monthName(month)}`));
  return { every, on: words('recurrences.onDate', { date: listed.format(dates) }), months: '' };
}

/** ' on the 15th', ' on the last Friday'; null where it takes more words than that. */
function dayOfMonth(words: Words, rule: RecurrenceRule, start: string): string | null {
  const named = rule.byDay.length > 0;
  if (named && rule.byMonthDay.length > 0) return null;
  if (named && rule.byPosition.length > 0) return byPosition(words, rule);
  if (rule.byPosition.length > 0) return null;
  if (named) {
    const plain = rule.byDay.every(({ nth }) => nth === null);
    if (plain) {
      const days = listed.format(rule.byDay.map(({ weekday }) => weekdayName(isoDay(weekday))));
      return words('recurrences.onWeekdays', { days });
    }
    const days = rule.byDay.map((day) => nthWeekday(words, day));
    return days.includes(null)
      ? null
      : words('recurrences.onDays', { days: listed.format(days.map(String)) });
  }
  const numbers = rule.byMonthDay.length > 0 ? rule.byMonthDay : [plainDateOf(start).day];
  const days = numbers.map((day) => monthDay(words, day));
  return days.includes(null) ? null : words('recurrences.onDays', { days: listed.format(days.map(String)) });
}

/** The first or last of some weekdays, such as `BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1`. */
function byPosition(words: Words, rule: RecurrenceRule): string | null {
  const [position, ...more] = rule.byPosition;
  if (position === undefined || more.length > 0 || rule.byDay.some(({ nth }) => nth !== null)) return null;
  const days = rule.byDay.map(({ weekday }) => isoDay(weekday));
  const nth = nthWord(words, position);
  if (nth === null) return null;
  const [only, ...others] = days;
  if (only !== undefined && others.length === 0)
    return words('recurrences.onDays', {
      days: words('recurrences.weekdayNth', { nth, weekday: weekdayName(only) }),
    });
  return isWorkdays(days) ? words('recurrences.onWorkday', { nth }) : null;
}

function nthWeekday(words: Words, { weekday, nth }: RuleDay): string | null {
  const word = nth === null ? null : nthWord(words, nth);
  return word === null
    ? null
    : words('recurrences.weekdayNth', { nth: word, weekday: weekdayName(isoDay(weekday)) });
}

function monthDay(words: Words, day: number): string | null {
  if (day > 0) return words(`recurrences.monthDay.${ordinal.select(day)}`, { day });
  if (day === -1) return words('recurrences.lastDay');
  const nth = nthWord(words, day);
  return nth === null ? null : words('recurrences.dayFromEnd', { nth });
}

function nthWord(words: Words, nth: number): string | null {
  const key = nth > 0 ? `recurrences.nth.${nth}` : `recurrences.nthFromEnd.${-nth}`;
  return hasWords(key) ? words(key) : null;
}

/** ISO numbers of the weekdays that a daily or weekly rule names; a weekly one that names none has that of its start. */
function weekdaysOf(rule: RecurrenceRule, start: string): number[] {
  const named = rule.byDay.map(({ weekday }) => isoDay(weekday));
  if (named.length > 0) return [...new Set(named)].toSorted((one, other) => one - other);
  return rule.frequency === 'WEEKLY' ? [plainDateOf(start).weekday] : [];
}

const isoDay = (weekday: RuleDay['weekday']): number => ruleWeekdays.indexOf(weekday) + 1;
const isWorkdays = (days: readonly number[]): boolean =>
  days.length === 5 && days.every((day, index) => day === index + 1);

function clockTimes(rule: RecurrenceRule, start: string): string[] {
  const hours = rule.byHour.length > 0 ? rule.byHour : [Number(start.slice(11, 13))];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [Number(start.slice(14, 16))];
  return hours
    .flatMap((hour) => minutes.map((minute) => `${twoDigits(hour)}:${twoDigits(minute)}`))
    .toSorted();
}

function endOf(words: Words, rule: RecurrenceRule): string {
  if (rule.until !== null) {
    const { year, month, day } = plainDateOf(rule.until);
    return words('recurrences.until', { date: `${day} ${monthName(month)} ${year}` });
  }
  if (rule.count === null) return '';
  if (rule.count === 1) return words('recurrences.once');
  const number = `recurrences.numbers.${rule.count}`;
  return words('recurrences.times', { count: hasWords(number) ? words(number) : rule.count });
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

// 1 January 2024 was a Monday.
const weekdayName = (iso: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, iso));
const monthName = (month: number): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
