import { expect, test } from 'vitest';
import { quietUntil } from '../../../src/engine/notices/quiet-time.ts';

const at = (text: string): number => Date.parse(text);
const night = { from: 22 * 60, to: 7 * 60 };

test('quiet hours may pass midnight', () => {
  expect(quietUntil(night, at('2026-11-22T21:30:00Z'), 'Europe/Berlin')).toBe(at('2026-11-23T06:00:00Z'));
  expect(quietUntil(night, at('2026-11-23T05:59:59Z'), 'Europe/Berlin')).toBe(at('2026-11-23T06:00:00Z'));
  expect(quietUntil(night, at('2026-11-23T06:00:00Z'), 'Europe/Berlin')).toBeNull();
  expect(quietUntil(night, at('2026-11-22T20:59:59Z'), 'Europe/Berlin')).toBeNull();
});

test('they keep to the clock on the wall when it changes', () => {
  // 02:00 becomes 03:00 on 29 March, so 07:00 is an hour earlier in UTC.
  expect(quietUntil(night, at('2026-03-28T22:00:00Z'), 'Europe/Berlin')).toBe(at('2026-03-29T05:00:00Z'));
});

test('none, and none of any length, are never', () => {
  expect(quietUntil(null, at('2026-11-22T23:00:00Z'), 'UTC')).toBeNull();
  expect(quietUntil({ from: 60, to: 60 }, at('2026-11-22T01:00:00Z'), 'UTC')).toBeNull();
});
