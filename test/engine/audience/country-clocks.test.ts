import { expect, test } from 'vitest';
import { createCountryClocks } from '../../../src/engine/audience/country-clocks.ts';
import { onlineHoursIn } from '../../../src/engine/audience/online-hours.ts';
import { whereaboutsOf } from '../../../src/engine/audience/whereabouts.ts';

const now = Date.UTC(2027, 1, 2);
const hour = 3_600_000;
const clocks = createCountryClocks();
const clockOf = (country: string) => clocks(country, now);

test('a country tells its zone where all of it keeps one clock, whatever its zones are called', () => {
  expect(clockOf('DE')).toMatchObject({ zone: 'Europe/Berlin', several: false });
  expect(clockOf('FR').clock).toBe(clockOf('DE').clock);
  expect(clockOf('GB').clock).not.toBe(clockOf('DE').clock);
  expect(clockOf('US')).toEqual({ zone: null, clock: null, several: true });
  for (const none of ['QQ', '1']) expect(clockOf(none)).toEqual({ zone: null, clock: null, several: false });
});

test('countries of one clock count together, and those with several stay open', () => {
  const told = whereaboutsOf(
    [
      { country: 'US', count: 20 },
      { country: 'DE', count: 40 },
      { country: null, count: 5 },
      { country: 'FR', count: 25 },
      { country: 'GB', count: 10 },
    ],
    clockOf,
  );
  expect(told.countries.map(({ country }) => country)).toEqual(['DE', 'FR', 'US', 'GB']);
  expect(told.clocks).toEqual([
    { zone: 'Europe/Berlin', share: 0.65, countries: ['DE', 'FR'] },
    { zone: 'Europe/London', share: 0.1, countries: ['GB'] },
  ]);
  expect(told).toMatchObject({ total: 100, severalClocks: 0.2, suggested: 'Europe/Berlin' });
  expect(told.unknown).toBeCloseTo(0.05);
});

test('no zone is suggested that another could outnumber', () => {
  const open = [
    { country: 'GB', count: 45 },
    { country: 'US', count: 46 },
  ];
  expect(whereaboutsOf(open, clockOf).suggested).toBeNull();
  const second = [
    { country: 'GB', count: 45 },
    { country: 'DE', count: 30 },
    { country: null, count: 16 },
  ];
  expect(whereaboutsOf(second, clockOf).suggested).toBeNull();
  expect(whereaboutsOf([], clockOf)).toMatchObject({ total: 0, suggested: null, unknown: 0 });
});

test('hours are told by the clock of a zone, on days on which it jumps too, and numbers that are missing are none', () => {
  // From midnight in California on, which is nine in the morning in Berlin.
  const day = (startsAt: number) => ({
    startsAt,
    online: Array.from({ length: 24 }, (_, at) => (at === 3 ? null : 100 + at)),
  });
  const monday = Date.UTC(2027, 1, 1, 8);
  const { day: hours, week } = onlineHoursIn([day(monday)], 'Europe/Berlin');
  expect([hours[9], hours[12], hours[13], hours[8]]).toEqual([100, null, 104, 123]);
  expect([week[9], week[24 + 8], week[24 + 9]]).toEqual([
    { online: 100, days: 1 },
    { online: 123, days: 1 },
    { online: null, days: 0 },
  ]);

  // Berlin loses the hour from two to three on 28 March 2027.
  const spring = onlineHoursIn([day(Date.UTC(2027, 2, 27, 7))], 'Europe/Berlin');
  expect([spring.day[8], spring.day[2], spring.day[3]]).toEqual([111.5, null, 118]);
  const two = onlineHoursIn([day(monday), day(monday + 7 * 24 * hour)], 'Asia/Kolkata');
  expect(two.day[13]).toBe(100);
});
