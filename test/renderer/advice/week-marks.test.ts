import { describe, expect, test } from 'vitest';
import { slotAfter, weekMarks } from '../../../src/renderer/screens/advice/best-time/week-marks.ts';
import { slotAt } from '../timed.ts';

describe('the marks of the week', () => {
  test('tell above from below by shape, how far by strength, how sure by size', () => {
    const [high, low, usual, vague] = weekMarks([
      slotAt(0, 0.4),
      slotAt(1, -0.2),
      slotAt(2, 0.004),
      slotAt(3, 0.2, { low: -0.4, high: 0.8 }),
    ]);
    expect(high).toMatchObject({ kind: 'above', strength: 1, certain: true });
    expect(low).toMatchObject({ kind: 'below', strength: 0.5, certain: true });
    expect(usual).toMatchObject({ kind: 'usual', certain: false });
    expect(vague?.size).toBe(0.4);
    expect(high?.size).toBeGreaterThan(0.8);
  });

  test('do not make much of a week without differences', () => {
    expect(weekMarks([slotAt(0, 0), slotAt(1, 0)])[0]).toMatchObject({ kind: 'usual', strength: 0 });
  });
});

test('arrow keys move by an hour and by a day, and stay at the edges', () => {
  expect(
    ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map((key) => slotAfter(33, key)),
  ).toEqual([34, 32, 57, 9, 24, 47, 33]);
  expect([slotAfter(0, 'ArrowLeft'), slotAfter(0, 'ArrowUp')]).toEqual([0, 0]);
  expect([slotAfter(167, 'ArrowRight'), slotAfter(167, 'ArrowDown')]).toEqual([167, 167]);
  expect(slotAfter(23, 'ArrowRight')).toBe(23);
});
