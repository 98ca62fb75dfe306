import { expect, test } from 'vitest';
import { nextTile } from '../../../src/renderer/screens/library/next-tile.ts';

const tops = [0, 0, 0, 100, 100];

test('arrow keys go through a grid by rows and columns, and stop at its ends', () => {
  expect(nextTile('ArrowRight', 0, tops)).toBe(1);
  expect(nextTile('ArrowDown', 1, tops)).toBe(4);
  expect(nextTile('ArrowUp', 4, tops)).toBe(1);
  expect(nextTile('ArrowDown', 2, tops)).toBeNull();
  expect(nextTile('ArrowLeft', 0, tops)).toBeNull();
  expect(nextTile('End', 0, tops)).toBe(4);
  expect(nextTile('a', 0, tops)).toBeNull();
});
