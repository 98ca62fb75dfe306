import { expect, test } from 'vitest';
import { spanOf } from '../../../src/renderer/screens/accounts/span-of.ts';

const day = 24 * 60 * 60_000;

test('a span is said in the largest unit that people would use', () => {
  expect(spanOf(day)).toEqual({ unit: 'hours', count: 24 });
  expect(spanOf(29 * day)).toEqual({ unit: 'days', count: 29 });
  expect(spanOf(183 * day)).toEqual({ unit: 'months', count: 6 });
  expect(spanOf(5 * 365 * day)).toEqual({ unit: 'years', count: 5 });
});
