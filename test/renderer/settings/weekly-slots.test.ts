import { describe, expect, it } from 'vitest';
import { slotAt } from '../timed.ts';
import {
  clockOf,
  hasSlot,
  mergedSlots,
  minuteOf,
  slotsOfBestTimes,
  withSlots,
  withoutSlot,
} from '../../../src/renderer/screens/settings/weekly-slots.ts';

describe('weekly slots', () => {
  it('reads and writes times of day', () => {
    expect(clockOf(570)).toBe('09:30');
    expect(clockOf(0)).toBe('00:00');
    expect(minuteOf('09:30')).toBe(570);
    expect(minuteOf('23:59:00')).toBe(1_439);
  });

  it.each(['', '24:00', '09:60', 'noon', '9'])('refuses %o as a time of day', (text) => {
    expect(minuteOf(text)).toBeNull();
  });

  it('adds a time to several days in order, without doubling one that is there', () => {
    const slots = withSlots([{ weekday: 2, minute: 540 }], [5, 2, 1], 540);
    expect(slots).toEqual([
      { weekday: 1, minute: 540 },
      { weekday: 2, minute: 540 },
      { weekday: 5, minute: 540 },
    ]);
  });

  it('takes away one slot and no other', () => {
    const slots = withSlots([], [1, 2], 600);
    expect(withoutSlot(slots, { weekday: 1, minute: 600 })).toEqual([{ weekday: 2, minute: 600 }]);
  });
});

it('takes the best slot of each day from best times, in the order of the week, once', () => {
  const proposed = slotsOfBestTimes([slotAt(106), slotAt(107), slotAt(33), slotAt(9)], true, 'Europe/Berlin');
  expect(proposed.map(({ slot }) => slot)).toEqual([
    { weekday: 1, minute: 540 },
    { weekday: 2, minute: 540 },
    { weekday: 5, minute: 600 },
  ]);
  const mine = [
    { weekday: 2, minute: 540 },
    { weekday: 3, minute: 60 },
  ];
  const merged = mergedSlots(
    mine,
    proposed.map(({ slot }) => slot),
  );
  expect(merged).toHaveLength(4);
  expect(merged[2]).toEqual({ weekday: 3, minute: 60 });
  expect(hasSlot(mine, { weekday: 2, minute: 541 })).toBe(false);
});

it('takes best times of another clock at what the workspace’s clock shows then', () => {
  // Mondays 20:00 in New York are Tuesdays 02:00 in Berlin.
  const monday = slotAt(20, 0.2, { next: Date.UTC(2026, 10, 24, 1) });
  expect(slotsOfBestTimes([monday], false, 'Europe/Berlin').map(({ slot }) => slot)).toEqual([
    { weekday: 2, minute: 120 },
  ]);
});
