import {
  formatRule,
  isFault,
  parseRule,
  plainRule,
  ruleWeekdays,
} from '../../../shared/models/recurrence-rule.ts';
import type { RecurrenceRule, RuleWeekday } from '../../../shared/models/recurrence-rule.ts';

export const rhythms = ['daily', 'weekly', 'monthlyDay', 'monthlyWeekday', 'custom'] as const;
export type Rhythm = (typeof rhythms)[number];

/** A repetition as the control of scheduling holds it; what its rhythm does not need stays for when it is chosen again. */
export interface RepeatForm {
  readonly rhythm: Rhythm;
  readonly interval: number;
  readonly weekdays: readonly RuleWeekday[];
  readonly end: 'never' | 'count' | 'date';
  readonly count: number;
  /** `2026-12-31`; empty until one is chosen. */
  readonly until: string;
  readonly custom: string;
}

const days = (local: string): Date => new Date(`${local.slice(0, 10)}T00:00:00Z`);
const weekdayOf = (local: string): RuleWeekday => ruleWeekdays[(days(local).getUTCDay() + 6) % 7] ?? 'MO';

/** Every week on the day of the first time, for ever. */
export function offeredRepeat(local: string): RepeatForm {
  const weekday = weekdayOf(local);
  return {
    rhythm: 'weekly',
    interval: 1,
    weekdays: [weekday],
    end: 'never',
    count: 10,
    until: '',
    custom: `FREQ=WEEKLY;BYDAY=${weekday}`,
  };
}

/** The rule that a form stands for, beginning at a wall-clock time. */
export function ruleOfForm(form: RepeatForm, local: string): string {
  if (form.rhythm === 'custom') return form.custom.trim();
  return formatRule({
    ...plainRule,
    ...rhythmOf(form, local),
    interval: form.interval,
    count: form.end === 'count' ? form.count : null,
    until: form.end === 'date' && form.until !== '' ? form.until.replaceAll('-', '') : null,
  });
}

function rhythmOf(form: RepeatForm, local: string): Partial<RecurrenceRule> {
  switch (form.rhythm) {
    case 'weekly':
      return {
        frequency: 'WEEKLY',
        byDay: ruleWeekdays
          .filter((weekday) => form.weekdays.includes(weekday))
          .map((weekday) => ({ weekday, nth: null })),
      };
    case 'monthlyDay':
      return { frequency: 'MONTHLY', byMonthDay: [monthDayOf(local)] };
    case 'monthlyWeekday':
      return { frequency: 'MONTHLY', byDay: [{ weekday: weekdayOf(local), nth: nthOf(local) }] };
    case 'daily':
    case 'custom':
      return { frequency: 'DAILY' };
  }
}

/** The last day of a month means the last of every month, since not all have that date. */
function monthDayOf(local: string): number {
  const day = days(local).getUTCDate();
  return day > 28 && isLastDay(local) ? -1 : day;
}

const isLastDay = (local: string): boolean => new Date(days(local).getTime() + 86_400_000).getUTCDate() === 1;

/** Which one of its weekday a date is in its month; the fifth is the last, since most months have four. */
function nthOf(local: string): number {
  const nth = Math.ceil(days(local).getUTCDate() / 7);
  return nth === 5 ? -1 : nth;
}

/** A rule as the form shows it; what has no place in the form is shown as its own rule. */
export function formOfRule(text: string, local: string): RepeatForm {
  const offered = { ...offeredRepeat(local), custom: text };
  const rule = parseRule(text);
  if (isFault(rule)) return { ...offered, rhythm: 'custom' };
  const until = rule.until === null ? '' : rule.until.slice(0, 8).replace(/^(\d{4})(\d\d)/, '$1-$2-');
  const form: RepeatForm = {
    ...offered,
    interval: rule.interval,
    weekdays:
      rule.frequency === 'WEEKLY' && rule.byDay.length > 0
        ? rule.byDay.map(({ weekday }) => weekday)
        : offered.weekdays,
    end: rule.count !== null ? 'count' : rule.until === null ? 'never' : 'date',
    count: rule.count ?? offered.count,
    until,
  };
  const written = formatRule(rule);
  const found = (['daily', 'weekly', 'monthlyDay', 'monthlyWeekday'] as const).find(
    (rhythm) =>
      ruleOfForm({ ...form, rhythm }, local) === written ||
      (rhythm === 'weekly' &&
        `${written};BYDAY=${weekdayOf(local)}` === ruleOfForm({ ...form, rhythm }, local)),
  );
  return { ...form, rhythm: found ?? 'custom' };
}
