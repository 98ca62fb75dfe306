import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { formatRule } from '../../shared/models/recurrence-rule.ts';
import type { RecurrenceRule } from '../../shared/models/recurrence-rule.ts';

/** When a rule begins, and in which zone its times are read. */
export interface RuleStart {
  /** Wall-clock time of the first occurrence. */
  readonly start: string;
  readonly timeZone: string;
}

/** Periods that are looked at before a rule counts as having no more occurrences: 29 February of every fourth year is in it. */
const longestSearch = 4_000;

/**
 * The wall-clock times of a rule from `from` on (that one included), at most `count`, up to `until`. The rule runs on
 * the calendar alone, without a zone, so that no change of the clocks can move, drop or double one: RFC 5545 would leave
 * out what falls in a gap, while here whoever resolves the time moves it as it moves a single post.
 */
export function occurrenceTimes(
  rule: RecurrenceRule,
  { start, timeZone }: RuleStart,
  { from, until, count }: { from: string; until?: string; count: number },
): string[] {
  const calendar = calendarRule(rule, { start, timeZone });
  const last = until === undefined ? null : onCalendar(until);
  const found: string[] = [];
  try {
    let next = calendar.next(onCalendar(from), true);
    while (next !== null && found.length < count) {
      if (last !== null && Temporal.ZonedDateTime.compare(next, last) > 0) break;
      found.push(localText(next));
      next = calendar.next(next, false);
    }
  } catch (error) {
    // The library gives up where a rule asks for a day that no calendar has, such as 30 February.
    if (!(error instanceof Error) || !/exceeded/i.test(error.message)) throw error;
  }
  return found;
}

function calendarRule(rule: RecurrenceRule, start: RuleStart): RRuleTemporal {
  return new RRuleTemporal({
    rruleString: formatRule({
      ...rule,
      until: rule.until === null ? null : untilOnCalendar(rule.until, start),
    }),
    dtstart: onCalendar(start.start),
    temporal: Temporal,
    maxIterations: longestSearch,
    cache: false,
  });
}

/** The end in wall-clock time: a day ends with its last second, an instant is read in the rule's zone. */
function untilOnCalendar(until: string, { timeZone }: RuleStart): string {
  if (until.length === 8) return `${until}T235959Z`;
  if (!until.endsWith('Z')) return `${until}Z`;
  const local = Temporal.Instant.from(dashed(until)).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return `${local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}Z`;
}

function dashed(until: string): string {
  return until.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6');
}

function onCalendar(local: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('UTC');
}

function localText(time: Temporal.ZonedDateTime): string {
  const plain = time.toPlainDateTime();
  return plain.toString({ smallestUnit: plain.second === 0 ? 'minute' : 'second' });
}
