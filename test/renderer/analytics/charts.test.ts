import { expect, it } from 'vitest';
import { rowsOf } from '../../../src/renderer/screens/analytics/chart-rows.ts';
import { dayTicks } from '../../../src/renderer/screens/analytics/day-ticks.ts';

it('keeps a gap where one line has no reading', () => {
  const rows = rowsOf([
    {
      key: 'a',
      name: '@a',
      points: [
        { at: 2, value: 20 },
        { at: 1, value: 10 },
      ],
    },
    { key: 'b', name: '@b', points: [{ at: 2, value: 5 }] },
  ]);
  expect(rows).toEqual([
    { at: 1, a: 10, b: null },
    { at: 2, a: 20, b: 5 },
  ]);
});

it('marks each day once at its midnight in the zone, also across the end of daylight saving', () => {
  const from = Date.parse('2026-10-22T22:10:00Z');
  const to = Date.parse('2026-10-27T10:00:00Z');
  expect(dayTicks(from, to, 'Europe/Berlin', 8).map((at) => new Date(at).toISOString())).toEqual([
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
  ]);
});

it('marks no more days than there is room for', () => {
  const from = Date.parse('2026-01-01T12:00:00Z');
  const ticks = dayTicks(from, from + 90 * 86_400_000, 'UTC', 8);
  expect(ticks.length).toBeLessThanOrEqual(8);
  expect(ticks.length).toBeGreaterThan(5);
});
