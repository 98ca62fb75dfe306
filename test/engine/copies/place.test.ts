import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSamePlace, placeOf, writePlace } from '../../../src/engine/copies/place.ts';
import { temporaryDirectory } from '../../support/database.ts';

function directoryIn(parent: string): string {
  const directory = join(parent, 'data');
  mkdirSync(directory);
  writeFileSync(join(directory, 'ocma.db'), 'x');
  return directory;
}

function placed(directory: string, machine = 'this machine') {
  const place = placeOf(directory, machine);
  if (place === null) throw new Error('no place');
  return place;
}

test('a directory keeps its place when it is written to and moved, and a copy has another one', () => {
  const parent = temporaryDirectory();
  const directory = directoryIn(parent);
  const written = writePlace(placed(directory));
  writeFileSync(join(directory, 'more'), 'x');
  expect(isSamePlace(written, placed(directory))).toBe(true);
  const moved = join(parent, 'moved');
  renameSync(directory, moved);
  expect(isSamePlace(written, placed(moved))).toBe(true);
  cpSync(moved, directory, { recursive: true, preserveTimestamps: true });
  expect(isSamePlace(written, placed(directory))).toBe(false);
});

test('another machine is another place, and the machine’s own name is not kept', () => {
  const directory = directoryIn(temporaryDirectory());
  const written = writePlace(placed(directory));
  expect(isSamePlace(written, placed(directory, 'another machine'))).toBe(false);
  expect(written).not.toContain('this machine');
});

test('where the host names no machine there is no place to compare', () => {
  expect(placeOf(temporaryDirectory(), undefined)).toBeNull();
});

test('a file system that keeps no birth time does not make a directory another one', () => {
  const here = placed(directoryIn(temporaryDirectory()));
  expect(isSamePlace(writePlace({ ...here, born: 0n }), here)).toBe(true);
  expect(isSamePlace(writePlace({ ...here, born: here.born + 1n }), { ...here, born: here.born || 5n })).toBe(
    false,
  );
});
