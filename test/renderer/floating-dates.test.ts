import dayjs from 'dayjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../../src/renderer/floating-dates.ts';

afterEach(() => vi.unstubAllEnvs());

describe('wall clocks in a browser whose zone changes its clocks that day', () => {
  test('an hour that the browser does not have stays what it is', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(new Date(2027, 2, 28, 2, 30).getHours()).toBe(3);
    expect(dayjs('2027-03-28 02:30:00').format('YYYY-MM-DD HH:mm:ss')).toBe('2027-03-28 02:30:00');
  });

  test('a day is 24 hours long, and a clone of a date reads the same', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const start = dayjs('2026-10-25').startOf('day');
    expect(start.add(1, 'day').diff(start, 'hour')).toBe(24);
    expect(dayjs(dayjs('2026-10-25 12:00:00').toDate()).format('HH:mm')).toBe('12:00');
  });
});
