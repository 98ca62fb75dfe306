import { describe, expect, test } from 'vitest';
import { formOfRule, offeredRepeat, ruleOfForm } from '../../../src/renderer/screens/compose/repeat-form.ts';

/** The fourth Monday of its month. */
const monday = '2026-11-23T09:20';

test('what is offered first is every week on the day that was chosen', () => {
  expect(ruleOfForm(offeredRepeat(monday), monday)).toBe('FREQ=WEEKLY;BYDAY=MO');
});

describe('a form and its rule', () => {
  test.each([
    ['FREQ=DAILY', 'daily'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'daily'],
    ['FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261231', 'weekly'],
    ['FREQ=MONTHLY;BYMONTHDAY=23', 'monthlyDay'],
    ['FREQ=MONTHLY;BYDAY=4MO', 'monthlyWeekday'],
    // What the form has no place for stays as it is.
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'custom'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1', 'custom'],
    ['FREQ=WEEKLY;BYDAY=MO;BYMONTH=3', 'custom'],
    ['FREQ=DAILY;BYHOUR=9,17', 'custom'],
    ['not a rule', 'custom'],
  ])('%s is %s and comes back the same', (rule, rhythm) => {
    const form = formOfRule(rule, monday);
    expect(form.rhythm).toBe(rhythm);
    expect(ruleOfForm(form, monday)).toBe(rule);
  });

  test('a weekly rule without days has the day of its first time', () => {
    const form = formOfRule('FREQ=WEEKLY;INTERVAL=2', monday);
    expect(form).toMatchObject({ rhythm: 'weekly', interval: 2, weekdays: ['MO'] });
  });
});

test('the last day of a month is the last of every month, and a fifth weekday the last one', () => {
  const form = { ...offeredRepeat(monday), rhythm: 'monthlyDay' as const };
  expect(ruleOfForm(form, '2027-01-31T09:20')).toBe('FREQ=MONTHLY;BYMONTHDAY=-1');
  expect(ruleOfForm(form, '2027-02-28T09:20')).toBe('FREQ=MONTHLY;BYMONTHDAY=28');
  expect(ruleOfForm({ ...form, rhythm: 'monthlyWeekday' }, '2026-11-30T09:20')).toBe(
    'FREQ=MONTHLY;BYDAY=-1MO',
  );
});
