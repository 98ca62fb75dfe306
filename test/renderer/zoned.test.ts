import { describe, expect, test } from 'vitest';
import { clockChanges, instantOf, localOf, offsetMinutes, zoneCity } from '../../src/renderer/zoned.ts';

const berlin = 'Europe/Berlin';

describe('wall clocks of zones', () => {
  test.each([
    ['2026-11-22T09:30', berlin, Date.UTC(2026, 10, 22, 8, 30)],
    ['2026-07-01T00:00', 'America/New_York', Date.UTC(2026, 6, 1, 4)],
    ['2026-07-01T00:00', 'Asia/Kathmandu', Date.UTC(2026, 5, 30, 18, 15)],
    ['2026-01-01T12:00', 'Pacific/Kiritimati', Date.UTC(2025, 11, 31, 22)],
    ['2026-01-01T12:00', 'UTC', Date.UTC(2026, 0, 1, 12)],
  ])('%s in %s is one instant, and back', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
    expect(localOf(instant, zone)).toBe(local);
  });

  test('a time that the clocks skip moves forward by the gap', () => {
    expect(instantOf('2026-03-29T02:30', berlin)).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(localOf(instantOf('2026-03-29T02:30', berlin), berlin)).toBe('2026-03-29T03:30');
  });

  test('a time that comes twice is the first of the two', () => {
    expect(instantOf('2026-10-25T02:30', berlin)).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('holds around both changes of the year', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      for (let minute = 0; minute < 360; minute += 7) {
        const local = `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const offset = offsetMinutes(instantOf(local, berlin), berlin);
        expect([60, 120]).toContain(offset);
        const wall = Date.parse(`${local}:00Z`);
        const candidates = [wall - 120 * 60_000, wall - 60 * 60_000].filter(
          (instant) => localOf(instant, berlin) === local,
        );
        const expected = candidates[0] ?? wall - 60 * 60_000;
        expect([local, instantOf(local, berlin)]).toEqual([local, expected]);
      }
    }
  });

  test('finds the changes of a year, to the minute', () => {
    const from = Date.UTC(2026, 0, 1);
    const to = Date.UTC(2027, 0, 1);
    expect(clockChanges(from, to, berlin)).toEqual([
      { at: Date.UTC(2026, 2, 29, 1), minutes: 60 },
      { at: Date.UTC(2026, 9, 25, 1), minutes: -60 },
    ]);
    expect(clockChanges(from, to, 'Asia/Tokyo')).toEqual([]);
    expect(clockChanges(from, to, 'Australia/Lord_Howe').map(({ minutes }) => minutes)).toEqual([-30, 30]);
  });

  test('names a zone as people do', () => {
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(zoneCity('UTC')).toBe('UTC');
  });
});
