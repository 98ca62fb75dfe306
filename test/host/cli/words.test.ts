import { describe, expect, test } from 'vitest';
import { accountsNamed } from '../../../src/host/cli/accounts-named.ts';
import { readArguments } from '../../../src/host/cli/arguments.ts';
import { importReport } from '../../../src/host/cli/import-report.ts';
import { table } from '../../../src/host/cli/table.ts';
import { undatedRows } from '../../../src/host/cli/undated-rows.ts';
import { account } from '../../../src/shared/models/account.ts';
import { importPreview } from '../../../src/shared/contract/imports.ts';

function accountOf(platform: string, username: string) {
  return account.parse({
    id: `${platform}-${username}`,
    workspaceId: 'w',
    platform,
    remoteId: '1',
    username,
    displayName: username,
    avatarUrl: null,
    profileUrl: null,
    followers: null,
    state: 'connected',
    problem: null,
    pausedUntil: null,
    pauseReason: null,
    scopes: [],
    features: [],
    options: [],
    signInEndsAt: null,
    practice: false,
    customEndpoints: false,
    connectedAt: 0,
    lastCheckedAt: null,
    audienceZone: null,
    version: 1,
  });
}

describe('names of accounts', () => {
  const accounts = [accountOf('x', 'Ada'), accountOf('mastodon', 'ada'), accountOf('x', 'grace')];

  test('an id, a name, a name at a network', () => {
    expect(accountsNamed(['@grace', 'x:ADA', 'mastodon-ada'], accounts)).toEqual([
      'x-grace',
      'x-Ada',
      'mastodon-ada',
    ]);
  });

  test('a name of several and a name of none list what there is', () => {
    expect(() => accountsNamed(['@ada'], accounts)).toThrow('x:Ada, mastodon:ada');
    expect(() => accountsNamed(['@linus'], accounts)).toThrow('x:Ada, mastodon:ada, x:grace');
    expect(() => accountsNamed(['@linus'], [])).toThrow('Connect one first');
  });
});

describe('rows without a date', () => {
  const now = Date.UTC(2026, 11, 1);

  test.each([
    [{}, { kind: 'draft' }],
    [{ slots: true }, { kind: 'slots' }],
    [{ every: '5m' }, { kind: 'spaced', startAt: now + 300_000, everyMinutes: 5 }],
    [
      { every: '2h', start: '2026-12-24T09:00' },
      { kind: 'spaced', startAt: Date.UTC(2026, 11, 24, 8), everyMinutes: 120 },
    ],
    [
      { every: '1d', start: '2026-12-24T09:00Z' },
      { kind: 'spaced', startAt: Date.UTC(2026, 11, 24, 9), everyMinutes: 1_440 },
    ],
    [
      { every: '30', start: '2026-12-24T09:00+02:00' },
      { kind: 'spaced', startAt: Date.UTC(2026, 11, 24, 7), everyMinutes: 30 },
    ],
  ])('%o', (options, expected) => {
    expect(undatedRows(options, now, 'Europe/Berlin')).toEqual(expected);
  });

  test.each([
    { every: 'soon' },
    { every: '0m' },
    { every: '8d' },
    { every: '1.5h' },
    { start: '2026-12-24T09:00' },
    { every: '5m', start: 'tomorrow' },
    { every: '5m', slots: true },
  ])('%o is refused with a sentence', (options) => {
    expect(() => undatedRows(options, now, 'Europe/Berlin')).toThrow(/\.$/);
  });
});

describe('the report of an import', () => {
  const clean = importPreview.parse({
    token: 't',
    rows: 2,
    ready: 2,
    already: 0,
    problems: [],
    warnings: [],
    costMicros: 215_000,
    capMicros: 5_000_000,
    spentMicros: 0,
    withinCap: true,
    firstAt: Date.UTC(2026, 11, 1, 8),
    lastAt: Date.UTC(2026, 11, 1, 9),
    samples: [],
  });

  test('counts, times in the zone, cost and cap', () => {
    const report = importReport(clean, 'posts.csv', 'Europe/Berlin', false);
    expect(report).toContain('posts.csv: 2 rows. 2 ready, 0 already here, 0 with a problem.');
    expect(report).toContain('1 Dec 2026, 09:00');
    expect(report).toContain('costs $0.215.');
    expect(report).toContain('cap of $5.00');
  });

  test('names each problem by its line, with what to do', () => {
    const problem = { line: 17, column: 'text', message: 'This is 287 characters long.', fix: 'Cut 7.' };
    const blocked = { ...clean, rows: 3, problems: [problem] };
    expect(importReport(blocked, 'posts.csv', 'UTC', false)).toMatch(
      /17 {4}text {4}This is 287 characters long\. {2}Cut 7\./,
    );
    expect(importReport(blocked, 'posts.csv', 'UTC', false)).toContain('--skip-problems');
    expect(importReport(blocked, 'posts.csv', 'UTC', true)).not.toContain('--skip-problems');
  });

  test('names lines with the same problem together', () => {
    const same = [2, 3, 4, 9].map((line) => ({
      line,
      column: null,
      message: 'No account.',
      fix: 'Connect.',
    }));
    const report = importReport({ ...clean, problems: same }, 'posts.csv', 'UTC', false);
    expect(report).toMatch(/^2-4, 9 +No account\. +Connect\.$/m);
  });

  test('says so when the cap would be passed', () => {
    expect(importReport({ ...clean, withinCap: false }, 'posts.csv', 'UTC', false)).toContain(
      'would pass the cap',
    );
  });
});

test('long cells are broken at spaces and columns stay aligned', () => {
  const long = 'word '.repeat(20).trim();
  const lines = table(['A', 'B'], [[long, 'end']]).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]?.indexOf('end')).toBe(lines[0]?.indexOf('B'));
});

test('a misspelt option is answered with a sentence', () => {
  expect(() => readArguments(['--prot', '1'], { port: { type: 'string' } })).toThrow(
    "Unknown option '--prot'.",
  );
});
