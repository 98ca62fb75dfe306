import { OcmaError } from '../../shared/errors.ts';
import { isFault, parseRule } from '../../shared/models/recurrence-rule.ts';
import type { RecurrenceRule } from '../../shared/models/recurrence-rule.ts';
import { resolveWallTime } from '../time/wall-time.ts';
import type { Words } from '../words.ts';
import { occurrenceTimes } from './occurrence-times.ts';
import type { RuleStart } from './occurrence-times.ts';

/** How often a day a recurrence may post to one account. */
const mostADay = 2;
/** How far off the first occurrence may be. */
const longestWaitYears = 5;
const yearMs = 366 * 24 * 60 * 60_000;

/**
 * Reads a rule and sees that posts can be made of it.
 * @throws `rule_invalid` with the reason, `time_zone_unknown`, `invalid_input` for a start that no calendar has
 */
export function usableRule(words: Words, text: string, start: RuleStart): RecurrenceRule {
  const begin = resolveWallTime(start.start, start.timeZone);
  const refuse = (fault: string, params: Record<string, string | number> = {}): OcmaError =>
    new OcmaError(
      'rule_invalid',
      { reason: words(`recurrences.fault.${fault}`, params) },
      { details: fault },
    );
  const rule = parseRule(text);
  if (isFault(rule)) throw refuse(rule.fault, { part: rule.part });
  const aDay = Math.max(1, rule.byHour.length) * Math.max(1, rule.byMinute.length);
  if (aDay > mostADay) throw refuse('too_many_a_day', { most: mostADay });
  const [first] = occurrenceTimes(rule, start, { from: start.start, count: 1 });
  if (first === undefined) throw refuse('no_occurrence');
  if (resolveWallTime(first, start.timeZone).instant - begin.instant > longestWaitYears * yearMs)
    throw refuse('too_far', { years: longestWaitYears });
  return rule;
}
