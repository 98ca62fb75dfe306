import { expect, test } from 'vitest';
import { formatDollars } from '../../src/renderer/dollars.ts';

test.each([
  [0, '$0.00'],
  [5_000, '$0.005'],
  [15_000, '$0.015'],
  [200_000, '$0.20'],
  [215_000, '$0.215'],
  [10_000_000, '$10.00'],
  [1_234_500_000, '$1,234.50'],
])('%i micro-dollars are written %s', (micros, written) => {
  expect(formatDollars(micros, 'en-US')).toBe(written);
});
