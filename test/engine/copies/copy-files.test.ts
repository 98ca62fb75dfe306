import { expect, test } from 'vitest';
import { copyName, outdated, readCopyName } from '../../../src/engine/copies/copy-files.ts';
import type { CopyFile, CopyReason } from '../../../src/engine/copies/copy-files.ts';

const day = 24 * 60 * 60_000;
/** A Sunday. */
const now = Date.UTC(2026, 10, 22, 12);

const copiesOf = (reason: CopyReason, count: number, step: number): CopyFile[] =>
  Array.from({ length: count }, (_, index) => {
    const at = now - index * step;
    return { name: copyName(reason, at), reason, at };
  });
const kept = (copies: readonly CopyFile[]): number[] => {
  const gone = new Set(outdated(copies).map((copy) => copy.name));
  return copies.filter((copy) => !gone.has(copy.name)).map((copy) => (now - copy.at) / day);
};

test('a name says why and when, and other files of the folder are no copies', () => {
  for (const reason of ['daily', 'by_hand', 'before_update', 'before_restore'] as const) {
    const name = copyName(reason, now + 7);
    expect(name).toMatch(/^[\w.-]+$/);
    expect(readCopyName(name)).toEqual({ name, reason, at: now + 7 });
  }
  expect(readCopyName('before-0003-1795000000000.db')).toMatchObject({
    reason: 'before_update',
    at: 1_795_000_000_000,
  });
  for (const name of ['daily-20261122-120000-000.db.new', 'ocma.db', '../daily-20261122-120000-000.db'])
    expect(readCopyName(name)).toBeNull();
});

test('of a hundred days the last seven are kept, and the newest of each of four weeks before', () => {
  expect(kept(copiesOf('daily', 100, day))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28]);
});

test('gaps in the days lose nothing that is within the numbers', () => {
  expect(kept(copiesOf('daily', 9, 10 * day))).toHaveLength(9);
});

test('three before updates, three before restores and ten by hand are kept, whatever their age', () => {
  expect(kept(copiesOf('before_update', 6, 90 * day))).toHaveLength(3);
  expect(kept(copiesOf('before_restore', 6, 90 * day))).toHaveLength(3);
  expect(kept(copiesOf('by_hand', 14, 90 * day))).toHaveLength(10);
});

test('one reason’s copies do not push out another’s', () => {
  const copies = [...copiesOf('daily', 7, day), ...copiesOf('by_hand', 10, day / 24)];
  expect(outdated(copies)).toEqual([]);
});
