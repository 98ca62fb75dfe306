import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { dollarsOf, microsOf } from '../../../src/renderer/screens/settings/amounts.ts';

it('reads an amount as people write it', () => {
  expect(microsOf('20')).toBe(20_000_000);
  expect(microsOf('$ 7,5')).toBe(7_500_000);
  expect(microsOf(' 0.05 ')).toBe(50_000);
});

it.each(['', '-1', '1.234', '1,000.00', 'ten', '99999999'])('refuses %o', (text) => {
  expect(microsOf(text)).toBeNull();
});

it('gives back every amount of whole cents that it writes', () => {
  assert(
    property(integer({ min: 0, max: 999_999_999 }), (cents) => {
      expect(microsOf(dollarsOf(cents * 10_000))).toBe(cents * 10_000);
    }),
  );
});
