import { expect, test } from 'vitest';
import { inOrder, withStep } from '../../../src/renderer/screens/calendar/plan/account-order.ts';

test('accounts keep the order that the user gave them, whichever of them are there', () => {
  expect(inOrder(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c']);
  expect(inOrder(['a', 'b', 'c'], ['c', 'gone', 'a'])).toEqual(['c', 'a', 'b']);
});

test('one moves by a place, and stays where it is at the ends', () => {
  expect(withStep(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(withStep(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(withStep(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(withStep(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
});
