import { expect, test } from 'vitest';
import { checkGroups, countTroubles } from '../../../src/renderer/screens/accounts/check-groups.ts';
import type { CheckAbout } from '../../../src/shared/models/account.ts';

const line = (id: string, about: CheckAbout, status: 'ok' | 'warning' | 'problem') => ({
  id,
  about,
  status,
  text: id,
  fix: null,
});

test('lines stand with their like, in the order in which they matter, those that need somebody first', () => {
  const lines = [
    line('version', 'version', 'ok'),
    line('quota', 'limits', 'ok'),
    line('spending', 'limits', 'problem'),
    line('clock', 'limits', 'warning'),
    line('profile', 'sign_in', 'ok'),
  ];
  expect(
    checkGroups(lines).map(({ about, status, lines: own }) => [about, status, own.map(({ id }) => id)]),
  ).toEqual([
    ['sign_in', 'ok', ['profile']],
    ['limits', 'problem', ['spending', 'clock', 'quota']],
    ['version', 'ok', ['version']],
  ]);
});

test('troubles are counted by kind, and nothing is well', () => {
  const warning = line('a', 'limits', 'warning');
  const problem = line('b', 'limits', 'problem');
  expect(countTroubles([])).toEqual({ problems: 0, warnings: 0, worst: 'ok' });
  expect(countTroubles([warning])).toEqual({ problems: 0, warnings: 1, worst: 'warning' });
  expect(countTroubles([warning, problem])).toEqual({ problems: 1, warnings: 1, worst: 'problem' });
});
