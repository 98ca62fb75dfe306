import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrenceTimes } from '../../../src/engine/recurrences/occurrence-times.ts';
import { resolveWallTime, wallTimeAt } from '../../../src/engine/time/wall-time.ts';
import { formatRule, isFault, parseRule, ruleWeekdays } from '../../../src/shared/models/recurrence-rule.ts';
import type { RecurrenceRule } from '../../../src/shared/models/recurrence-rule.ts';

function rule(text: string): RecurrenceRule {
  const read = parseRule(text);
  if (isFault(read)) throw new Error(`${text}: ${read.fault}`);
  return read;
}
function times(text: string, start: string, timeZone: string, count: number) {
  return occurrenceTimes(rule(text), { start, timeZone }, { from: start, count }).map((local) =>
    resolveWallTime(local, timeZone),
  );
}
const utc = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

describe('through the changes of the clocks', () => {
  test.each([
    // Forward: the night has no such time, so that one goes out after the gap and the next ones are where they were.
    ['Europe/Berlin', '2027-03-27T02:30', ['01:30', '01:30 gap', '00:30']],
    ['America/New_York', '2027-03-13T02:30', ['07:30', '07:30 gap', '06:30']],
    // Half an hour, on the other side of the world.
    ['Australia/Lord_Howe', '2027-10-02T02:15', ['15:45', '15:45 gap', '15:15']],
    // Back: the night has such a time twice, and the first counts.
    ['Europe/Berlin', '2027-10-30T02:30', ['00:30', '00:30 overlap', '01:30']],
    ['America/New_York', '2027-11-06T01:30', ['05:30', '05:30 overlap', '06:30']],
    ['Australia/Lord_Howe', '2027-04-03T01:45', ['14:45', '14:45 overlap', '15:15']],
    // Never.
    ['Asia/Kathmandu', '2027-03-27T02:30', ['20:45', '20:45', '20:45']],
  ])('%s from %s', (timeZone, start, expected) => {
    const found = times('FREQ=DAILY', start, timeZone, 3);
    expect(
      found.map(({ instant, note }) => `${utc(instant).slice(11)}${note === 'none' ? '' : ` ${note}`}`),
    ).toEqual(expected);
    expect(found.map(({ local }) => local.slice(11))).toEqual(
      Array.from({ length: 3 }, () => start.slice(11)),
    );
  });

  test('a weekly time in the morning is the same on the clock, and an hour apart in fact', () => {
    const found = times('FREQ=WEEKLY', '2027-03-22T09:20', 'Europe/Berlin', 2);
    expect(found.map(({ instant }) => utc(instant))).toEqual(['2027-03-22T08:20', '2027-03-29T07:20']);
  });
});

describe('ends', () => {
  const at = { start: '2026-11-23T09:20', timeZone: 'America/New_York' };
  const locals = (text: string) => occurrenceTimes(rule(text), at, { from: at.start, count: 50 });
  test.each([
    ['FREQ=DAILY;COUNT=3', '2026-11-25T09:20'],
    // A day ends with its last second, wherever.
    ['FREQ=DAILY;UNTIL=20261125', '2026-11-25T09:20'],
    ['FREQ=DAILY;UNTIL=20261125T092000', '2026-11-25T09:20'],
    // An instant is read in the rule's zone: 14:20 in UTC is 09:20 in New York.
    ['FREQ=DAILY;UNTIL=20261125T142000Z', '2026-11-25T09:20'],
    ['FREQ=DAILY;UNTIL=20261125T141959Z', '2026-11-24T09:20'],
  ])('%s', (text, last) => {
    expect(locals(text).at(-1)).toBe(last);
  });

  test('a rule that never comes true has no times, and one of every fourth year has', () => {
    expect(locals('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toEqual([]);
    expect(locals('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29').slice(0, 2)).toEqual([
      '2028-02-29T09:20',
      '2032-02-29T09:20',
    ]);
  });
});

const someRule = fc
  .record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
    interval: fc.integer({ min: 1, max: 6 }),
    days: fc.uniqueArray(fc.constantFrom(...ruleWeekdays), { maxLength: 3 }),
    count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  })
  .map(({ frequency, interval, days, count }) =>
    [
      `FREQ=${frequency}`,
      `INTERVAL=${interval}`,
      ...(days.length === 0 ? [] : [`BYDAY=${days.join(',')}`]),
      ...(count === null ? [] : [`COUNT=${count}`]),
    ].join(';'),
  );
const someStart = fc
  .record({
    day: fc.integer({ min: 0, max: 1_500 }),
    minute: fc.integer({ min: 0, max: 1_439 }),
  })
  .map(({ day, minute }) => new Date(Date.UTC(2025, 0, 1 + day, 0, minute)).toISOString().slice(0, 16));
const someZone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Apia',
);

test('every occurrence has the wall-clock time of the rule, in order, and none before the first', () => {
  fc.assert(
    fc.property(someRule, someStart, someZone, (text, start, timeZone) => {
      const found = times(text, start, timeZone, 20);
      const shown = found.map(({ instant }) => wallTimeAt(instant, timeZone).local);
      for (const [index, { local, note }] of found.entries()) {
        expect(local.slice(11)).toBe(start.slice(11));
        // What people see on their clock is that time, but for a night that does not have it.
        expect(note === 'gap' || shown[index] === local).toBe(true);
        expect(local >= start).toBe(true);
      }
      const instants = found.map(({ instant }) => instant);
      expect(instants).toEqual([...new Set(instants)].toSorted((one, other) => one - other));
    }),
    { numRuns: 150 },
  );
});

test('looked at from any moment on, the times are the same ones', () => {
  fc.assert(
    fc.property(someRule, someStart, fc.integer({ min: 0, max: 15 }), (text, start, skipped) => {
      const at = { start, timeZone: 'Europe/Berlin' };
      const all = occurrenceTimes(rule(text), at, { from: start, count: 20 });
      const from = all[skipped];
      if (from === undefined) return;
      expect(occurrenceTimes(rule(text), at, { from, count: 20 - skipped })).toEqual(all.slice(skipped));
    }),
    { numRuns: 150 },
  );
});

test('a rule that is written and read again is the same rule', () => {
  fc.assert(
    fc.property(someRule, (text) => {
      expect(rule(formatRule(rule(text)))).toEqual(rule(text));
    }),
  );
});
