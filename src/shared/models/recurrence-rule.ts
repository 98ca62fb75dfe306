/** How often, by RFC 5545; finer than daily is no rhythm for posts. */
export const ruleFrequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type RuleFrequency = (typeof ruleFrequencies)[number];

/** The weekdays of RFC 5545; their place in the list plus one is the ISO number, 1 for Monday. */
export const ruleWeekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type RuleWeekday = (typeof ruleWeekdays)[number];

/** A weekday, or the nth of a month or year; negative counts from the end. */
export interface RuleDay {
  readonly weekday: RuleWeekday;
  readonly nth: number | null;
}

/** An RFC 5545 RRULE value, read. A list that is empty says nothing. */
export interface RecurrenceRule {
  readonly frequency: RuleFrequency;
  readonly interval: number;
  readonly count: number | null;
  /** As RFC 5545 writes it: a date, a local time, or with `Z` a time in UTC. Never beside `count`. */
  readonly until: string | null;
  readonly byDay: readonly RuleDay[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNumber: readonly number[];
  readonly byMonth: readonly number[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly byPosition: readonly number[];
  readonly weekStart: RuleWeekday;
}

/** Why a rule cannot be used; `part` is the piece of it that is at fault. */
export type RuleFault = {
  readonly fault: 'unreadable' | 'too_fine' | 'not_supported' | 'bad_value' | 'count_and_until';
  readonly part: string;
};

/** What a rule is made of before anything is said in it. */
export const plainRule: RecurrenceRule = {
  frequency: 'DAILY',
  interval: 1,
  count: null,
  until: null,
  byDay: [],
  byMonthDay: [],
  byYearDay: [],
  byWeekNumber: [],
  byMonth: [],
  byHour: [],
  byMinute: [],
  byPosition: [],
  weekStart: 'MO',
};

type Part = Partial<RecurrenceRule> | RuleFault;

const longestInterval = 366;
const highestCount = 1_000;
const finer = new Set(['HOURLY', 'MINUTELY', 'SECONDLY']);

const readers: Readonly<Record<string, (value: string, part: string) => Part>> = {
  FREQ(value, part) {
    const frequency = ruleFrequencies.find((known) => known === value);
    if (frequency !== undefined) return { frequency };
    return { fault: finer.has(value) ? 'too_fine' : 'bad_value', part };
  },
  INTERVAL: (value, part) => within(value, part, 1, longestInterval, (interval) => ({ interval })),
  COUNT: (value, part) => within(value, part, 1, highestCount, (count) => ({ count })),
  UNTIL: (value, part) =>
    /^\d{8}(T\d{6}Z?)?$/.test(value) && isDate(value) ? { until: value } : { fault: 'bad_value', part },
  BYDAY(value, part) {
    const days = value.split(',').map(readDay);
    return days.every((day) => day !== null) ? { byDay: days } : { fault: 'bad_value', part };
  },
  BYMONTHDAY: (value, part) => list(value, part, -31, 31, (byMonthDay) => ({ byMonthDay })),
  BYYEARDAY: (value, part) => list(value, part, -366, 366, (byYearDay) => ({ byYearDay })),
  BYWEEKNO: (value, part) => list(value, part, -53, 53, (byWeekNumber) => ({ byWeekNumber })),
  BYMONTH: (value, part) => list(value, part, 1, 12, (byMonth) => ({ byMonth })),
  BYHOUR: (value, part) => list(value, part, 0, 23, (byHour) => ({ byHour })),
  BYMINUTE: (value, part) => list(value, part, 0, 59, (byMinute) => ({ byMinute })),
  BYSETPOS: (value, part) => list(value, part, -366, 366, (byPosition) => ({ byPosition })),
  WKST(value, part) {
    const weekStart = ruleWeekdays.find((known) => known === value);
    return weekStart === undefined ? { fault: 'bad_value', part } : { weekStart };
  },
  BYSECOND: (_value, part) => ({ fault: 'too_fine', part }),
};

/** Reads an RRULE value such as `FREQ=WEEKLY;BYDAY=MO,TH`, with or without `RRULE:`; every part is checked. */
export function parseRule(text: string): RecurrenceRule | RuleFault {
  const value = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  const seen = new Set<string>();
  let rule: RecurrenceRule = plainRule;
  for (const part of value.split(';')) {
    const [, name, given] = /^([A-Z-]+)=(.+)$/.exec(part) ?? [];
    if (name === undefined || given === undefined || seen.has(name)) return { fault: 'unreadable', part };
    seen.add(name);
    const read = readers[name];
    if (read === undefined) return { fault: 'not_supported', part };
    const found = read(given, part);
    if (isFault(found)) return found;
    rule = { ...rule, ...found };
  }
  if (!seen.has('FREQ')) return { fault: 'unreadable', part: value };
  return disagreement(rule) ?? rule;
}

/** Tells a fault from a rule. */
export function isFault(given: Part | RecurrenceRule): given is RuleFault {
  return 'fault' in given;
}

/** The rule as RFC 5545 writes it, its parts always in one order. */
export function formatRule(rule: RecurrenceRule): string {
  const days = rule.byDay.map(({ weekday, nth }) => `${nth ?? ''}${weekday}`);
  const parts: readonly (readonly [string, string | number | null | readonly (string | number)[]])[] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? null : rule.interval],
    ['BYMONTH', rule.byMonth],
    ['BYWEEKNO', rule.byWeekNumber],
    ['BYYEARDAY', rule.byYearDay],
    ['BYMONTHDAY', rule.byMonthDay],
    ['BYDAY', days],
    ['BYHOUR', rule.byHour],
    ['BYMINUTE', rule.byMinute],
    ['BYSETPOS', rule.byPosition],
    ['WKST', rule.weekStart === 'MO' ? null : rule.weekStart],
    ['COUNT', rule.count],
    ['UNTIL', rule.until],
  ];
  return parts
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(';');
}

/** What RFC 5545 forbids together. */
function disagreement(rule: RecurrenceRule): RuleFault | null {
  const text = formatRule(rule);
  if (rule.count !== null && rule.until !== null) return { fault: 'count_and_until', part: text };
  const numbered = rule.byDay.some(({ nth }) => nth !== null);
  if (numbered && rule.frequency !== 'MONTHLY' && rule.frequency !== 'YEARLY')
    return { fault: 'bad_value', part: 'BYDAY' };
  if (numbered && rule.byWeekNumber.length > 0) return { fault: 'bad_value', part: 'BYDAY' };
  if (rule.byWeekNumber.length > 0 && rule.frequency !== 'YEARLY')
    return { fault: 'bad_value', part: 'BYWEEKNO' };
  if (rule.byYearDay.length > 0 && rule.frequency !== 'YEARLY')
    return { fault: 'bad_value', part: 'BYYEARDAY' };
  if (rule.byMonthDay.length > 0 && rule.frequency === 'WEEKLY')
    return { fault: 'bad_value', part: 'BYMONTHDAY' };
  const others = [
    rule.byDay,
    rule.byMonthDay,
    rule.byYearDay,
    rule.byWeekNumber,
    rule.byMonth,
    rule.byHour,
    rule.byMinute,
  ];
  if (rule.byPosition.length > 0 && others.every((part) => part.length === 0))
    return { fault: 'bad_value', part: 'BYSETPOS' };
  return null;
}

function readDay(text: string): RuleDay | null {
  const [, number, name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = ruleWeekdays.find((known) => known === name);
  if (weekday === undefined) return null;
  if (number === undefined) return { weekday, nth: null };
  const nth = Number(number);
  return nth === 0 || Math.abs(nth) > 53 ? null : { weekday, nth };
}

function within(
  value: string,
  part: string,
  least: number,
  most: number,
  into: (value: number) => Partial<RecurrenceRule>,
): Part {
  const number = Number(value);
  const fits = /^[+-]?\d+$/.test(value) && number >= least && number <= most;
  return fits ? into(number) : { fault: 'bad_value', part };
}

function list(
  value: string,
  part: string,
  least: number,
  most: number,
  into: (values: number[]) => Partial<RecurrenceRule>,
): Part {
  const numbers = value.split(',').map((item) => (/^[+-]?\d+$/.test(item) ? Number(item) : Number.NaN));
  const fits = numbers.every((number) => number >= least && number <= most && !(number === 0 && least < 0));
  return fits ? into([...new Set(numbers)]) : { fault: 'bad_value', part };
}

/** Whether the digits are a day that some month has. */
function isDate(value: string): boolean {
  const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)].map(Number);
  const made = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  const clock = [value.slice(9, 11), value.slice(11, 13), value.slice(13, 15)].map(Number);
  const [hour = 0, minute = 0, second = 0] = clock;
  return (
    made.getUTCMonth() + 1 === month && made.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  );
}
