import { expect, test } from 'vitest';
import { ruleInWords } from '../../../src/engine/recurrences/rule-words.ts';
import { usableRule } from '../../../src/engine/recurrences/usable-rule.ts';
import { createWords } from '../../../src/engine/words.ts';

const words = createWords();
/** A Monday. */
const start = { start: '2026-11-23T09:20', timeZone: 'Europe/Berlin' };

test.each([
  ['FREQ=DAILY', 'Every day at 09:20'],
  ['FREQ=DAILY;INTERVAL=2;UNTIL=20261231', 'Every 2 days at 09:20, until 31 December 2026'],
  ['FREQ=DAILY;BYHOUR=17,9;BYMINUTE=0', 'Every day at 09:00 and 17:00'],
  ['FREQ=DAILY;COUNT=25', 'Every day at 09:20, 25 times'],
  ['FREQ=DAILY;COUNT=1', 'Every day at 09:20, once'],
  ['FREQ=WEEKLY;BYDAY=TH,MO;COUNT=10', 'Every Monday and Thursday at 09:20, ten times'],
  ['RRULE:FREQ=WEEKLY', 'Every Monday at 09:20'],
  ['freq=weekly;interval=2', 'Every 2 weeks on Monday at 09:20'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every day from Monday to Friday at 09:20'],
  ['FREQ=WEEKLY;BYDAY=SA;BYMONTH=3,4', 'Every Saturday at 09:20, only in March and April'],
  ['FREQ=MONTHLY', 'Every month on the 23rd at 09:20'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,22,-1', 'Every month on the 1st, 22nd and last day at 09:20'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'Every month on the first Monday at 09:20'],
  ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', 'Every month on the last Friday at 09:20'],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'Every 3 months on the last day from Monday to Friday at 09:20',
  ],
  ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'Every year on 24 December at 09:20'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'By the rule FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO at 09:20'],
])('%s', (text, sentence) => {
  expect(ruleInWords(words, usableRule(words, text, start), start.start)).toBe(sentence);
});

test.each([
  ['FREQ=HOURLY', 'too_fine'],
  ['FREQ=DAILY;BYSECOND=3', 'too_fine'],
  ['FREQ=DAILY;BYHOUR=8,12,18', 'too_many_a_day'],
  ['FREQ=DAILY;BYHOUR=8,12;BYMINUTE=0,30', 'too_many_a_day'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'no_occurrence'],
  ['FREQ=DAILY;UNTIL=20261101', 'no_occurrence'],
  ['FREQ=DAILY;INTERVAL=366;BYMONTH=3', 'too_far'],
  ['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'count_and_until'],
  ['FREQ=DAILY;COUNT=100000', 'bad_value'],
  ['FREQ=DAILY;INTERVAL=0', 'bad_value'],
  ['FREQ=DAILY;UNTIL=20261399', 'bad_value'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'bad_value'],
  ['FREQ=MONTHLY;BYMONTHDAY=40', 'bad_value'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'bad_value'],
  ['FREQ=DAILY;FOO=1', 'not_supported'],
  ['FREQ=DAILY;FREQ=WEEKLY', 'unreadable'],
  ['INTERVAL=2', 'unreadable'],
  ['nonsense', 'unreadable'],
])('%s is refused: %s', (text, fault) => {
  expect(() => usableRule(words, text, start)).toThrow(
    expect.objectContaining({ code: 'rule_invalid', details: fault }),
  );
});
