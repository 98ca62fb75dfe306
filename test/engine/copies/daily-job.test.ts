import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyDirectory, listCopyFiles } from '../../../src/engine/copies/copy-files.ts';
import { createDailyCopyHandler } from '../../../src/engine/copies/daily-job.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { workspaceId } from '../../../src/shared/models/ids.ts';
import type { Notice } from '../../../src/shared/models/event.ts';
import { temporaryDatabase } from '../../support/database.ts';
import { createFeatureWorld } from '../../support/feature.ts';

const hour = 60 * 60_000;
const job: Job = {
  id: 'job',
  workspaceId: workspaceId.parse('wsp_00000000000000000000000000'),
  queue: 'background',
  kind: 'copies.daily',
  subjectId: 'installation',
  platform: null,
  accountId: null,
  payload: '{}',
  runAt: 0,
  attempts: 0,
  maxAttempts: 6,
  lease: 'lease',
};

async function dailyCopies() {
  const world = await createFeatureWorld();
  const { file } = await temporaryDatabase();
  const { deps } = world;
  const notices: Notice[] = [];
  const sparse = join(deps.ports.paths.data, 'sparse.db');
  writeFileSync(sparse, '');
  // It takes no room, and a copy of it would need more than any disk has.
  truncateSync(sparse, 8 * 2 ** 40);
  const run = (of: string) =>
    createDailyCopyHandler({ ...deps, file: of, notify: (notice) => notices.push(notice) }).run(
      job,
      new AbortController().signal,
      { onTheWire: () => {} },
    );
  const problem = () =>
    deps.db.sql<{ problem: string | null }>('SELECT copy_problem AS problem FROM installation').get()
      ?.problem;
  return { ...world, file, sparse, notices, run, problem };
}

test('a disk without room is said once, tried again each hour, and forgotten after a good copy', async () => {
  const { clock, deps, file, notices, problem, run, sparse } = await dailyCopies();
  expect(await run(sparse)).toEqual({ kind: 'again', at: clock.now() + hour });
  clock.advance(hour);
  await run(sparse);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({ kind: 'copies', body: expect.stringContaining('not enough room') });
  expect(problem()).toBe('disk_full');
  expect(listCopyFiles(deps.ports.paths.data)).toEqual([]);

  clock.advance(hour);
  expect(await run(file)).toEqual({ kind: 'again', at: clock.now() + 24 * hour });
  expect(problem()).toBeNull();
  expect(listCopyFiles(deps.ports.paths.data)).toMatchObject([{ reason: 'daily', at: clock.now() }]);
});

test('a folder that cannot be written is said in its own words', async () => {
  const { deps, file, notices, problem, run } = await dailyCopies();
  const folder = copyDirectory(deps.ports.paths.data);
  rmSync(folder, { recursive: true, force: true });
  // A file in its place: nobody can write into it, not even root.
  writeFileSync(folder, '');
  await run(file);
  expect(notices).toHaveLength(1);
  expect(problem()).toBe('not_writable');
  rmSync(folder);
  mkdirSync(folder);
  await run(file);
  expect(problem()).toBeNull();
});

test('a damaged data file is said as such, and no copy of it is kept', async () => {
  const { deps, file, problem, run } = await dailyCopies();
  const damaged = `${file}.damaged`;
  writeFileSync(damaged, Buffer.alloc(8192, 0x5a));
  await run(damaged);
  expect(problem()).toBe('damaged');
  expect(listCopyFiles(deps.ports.paths.data)).toEqual([]);
  await run(file);
  expect(problem()).toBeNull();
});

test('a clock that was set back does not put the next copy off', async () => {
  const { clock, deps, file, run } = await dailyCopies();
  clock.advance(300 * 24 * hour);
  await run(file);
  clock.advance(-299 * 24 * hour);
  await run(file);
  expect(listCopyFiles(deps.ports.paths.data)).toHaveLength(2);
});
