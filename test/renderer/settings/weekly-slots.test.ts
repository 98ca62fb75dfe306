import { describe, expect, it } from 'vitest';
import {
  clockOf,
  minuteOf,
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
