import { expect, test } from 'vitest';
import { countOf } from '../../../../src/engine/metrics/import-history/count.ts';
import { instantOf, slashOrderOf } from '../../../../src/engine/metrics/import-history/past-instant.ts';
import type { SlashOrder } from '../../../../src/engine/metrics/import-history/past-instant.ts';

test.each([
  ['', null],
  ['-', null],
  ['0', 0],
  ['1234', 1_234],
  ['1,234', 1_234],
  ['1.234', 1_234],
  ['1 234 567', 1_234_567],
  ['1\u00A0234', 1_234],
  ["1'234", 1_234],
  ['12,0', 12],
  ['12.00', 12],
  ['1.234,00', 1_234],
  ['1,234.0', 1_234],
  ['1.234.567,0', 1_234_567],
  ['1,5', undefined],
  ['1.234,5', undefined],
  ['12,34', undefined],
  ['-3', undefined],
  ['1.2K', undefined],
  ['12%', undefined],
  ['1,23,456', undefined],
])('the count %j is %s', (cell, expected) => expect(countOf(cell)).toBe(expected));

test.each([
  ['2026-07-01 09:00', '2026-07-01T07:00:00Z'],
  ['2026-07-01T9:00:30', '2026-07-01T07:00:30Z'],
  ['2026-07-01', '2026-07-01T10:00:00Z'],
  ['1.7.2026 09:00', '2026-07-01T07:00:00Z'],
  ['01.07.2026, 09:00:30', '2026-07-01T07:00:30Z'],
  ['2026-07-01T09:00:00Z', '2026-07-01T09:00:00Z'],
  ['2026-07-01 09:00:00.250Z', '2026-07-01T09:00:00.250Z'],
  ['2026-07-01 09:00 UTC', '2026-07-01T09:00:00Z'],
  ['2026-07-01 09:00 GMT+2', null],
  ['2026-07-01 09:00 UTC+02:00', '2026-07-01T07:00:00Z'],
  ['2026-07-01 09:00 +0530', '2026-07-01T03:30:00Z'],
  ['2026-07-01 09:00+05:45', '2026-07-01T03:15:00Z'],
  ['2026-07-01 09:00-03', '2026-07-01T12:00:00Z'],
  ['2026-02-30 09:00', null],
  ['2026-07-01 25:00', null],
  ['1.7.2026 9:05 PM', '2026-07-01T19:05:00Z'],
  ['2026-07-01 12:30 am', '2026-06-30T22:30:00Z'],
  ['2026-07-01 13:30 PM', null],
  ['1.7.26', null],
  ['yesterday', null],
])('in Berlin the date %j is %s', (cell, expected) => {
  expect(instantOf(cell, 'Europe/Berlin')).toBe(expected === null ? 'unreadableDate' : Date.parse(expected));
});

test('a zone by its name or its offset holds for a date without one, and an unknown zone for none', () => {
  const nine = (zone: string) => instantOf('2026-07-01 09:00', zone);
  expect(nine('America/New_York')).toBe(Date.parse('2026-07-01T13:00:00Z'));
  expect(nine('+05:30')).toBe(Date.parse('2026-07-01T03:30:00Z'));
  expect(nine('Mars/Olympus')).toBe('unknownZone');
  expect(instantOf('2026-07-01 09:00Z', 'Mars/Olympus')).toBe(Date.parse('2026-07-01T09:00:00Z'));
});

test.each([
  [['3/4/2026', '13/4/2026 09:00', ''], 'day_first'],
  [['3/4/2026', '4/13/2026'], 'month_first'],
  [['3/4/2026', '12/12/2026'], null],
  [['13/4/2026', '4/13/2026'], null],
  [['2026-04-13'], null],
])('the order of days in %j is %s', (cells, order) => expect(slashOrderOf(cells)).toBe(order));

test('a date with slashes is read in the order of its file, and by no guess', () => {
  const at = (order: SlashOrder) => instantOf('3/4/2026 9:15 AM', 'UTC', order);
  expect(at('day_first')).toBe(Date.parse('2026-04-03T09:15:00Z'));
  expect(at('month_first')).toBe(Date.parse('2026-03-04T09:15:00Z'));
  expect(at(null)).toBe('ambiguousDate');
});
