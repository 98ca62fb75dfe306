import { expect, test } from 'vitest';
import { resolveWallTime, wallTimeAt } from '../../../src/engine/time/wall-time.ts';

test('a plain time resolves in its zone', () => {
  expect(resolveWallTime('2026-11-22T09:30', 'Europe/Berlin')).toEqual({
    local: '2026-11-22T09:30',
    timeZone: 'Europe/Berlin',
    instant: Date.UTC(2026, 10, 22, 8, 30),
    note: 'none',
  });
});

test('a time that the clocks skip moves past the gap, and says so', () => {
  expect(resolveWallTime('2026-03-29T02:30', 'Europe/Berlin')).toMatchObject({
    instant: Date.UTC(2026, 2, 29, 1, 30),
    note: 'gap',
  });
});

test('of a time that comes twice the first counts, and it says so', () => {
  expect(resolveWallTime('2026-10-25T02:30', 'Europe/Berlin')).toMatchObject({
    instant: Date.UTC(2026, 9, 25, 0, 30),
    note: 'overlap',
  });
});

test('zones and dates that do not exist are refused by name', () => {
  expect(() => resolveWallTime('2026-01-01T09:00', 'Mars/Olympus')).toThrow(
    expect.objectContaining({ code: 'time_zone_unknown' }),
  );
  expect(() => resolveWallTime('2026-02-30T09:00', 'UTC')).toThrow(
    expect.objectContaining({ code: 'invalid_input' }),
  );
});

test('an instant reads as the wall clock of its zone', () => {
  expect(wallTimeAt(Date.UTC(2026, 6, 1, 12), 'America/New_York')).toMatchObject({
    local: '2026-07-01T08:00',
  });
});
