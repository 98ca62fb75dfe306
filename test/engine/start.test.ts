import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startWorld } from '../support/engine-world.ts';

test('what an owner that died has left half done is settled before its successor begins', async () => {
  const world = await startWorld();
  const account = await world.connect();
  const data = join(world.directory, 'data');
  const file = new Database(join(data, 'ocma.db'));
  onTestFinished(() => void file.close());
  const until = world.clock.now() + 60_000;
  file
    .prepare(
      `INSERT INTO spending (id, workspace_id, account_id, platform, operation, month, micros, state, at)
       VALUES ('exp_of_the_dead', ?, ?, 'x', 'posts.create', '2026-11', 15000, 'reserved', 0)`,
    )
    .run(world.workspaceId, account.id);
  file
    .prepare(`UPDATE account SET refresh_lease = 'of the dead', refresh_lease_until = ? WHERE id = ?`)
    .run(until, account.id);
  const incoming = join(data, 'media', 'incoming', 'in_of_the_dead');
  mkdirSync(join(data, 'media', 'incoming'), { recursive: true });
  writeFileSync(incoming, 'half a picture');

  await world.restart();

  expect(file.prepare(`SELECT state, micros FROM spending WHERE id = 'exp_of_the_dead'`).get()).toEqual({
    state: 'spent',
    micros: 15_000,
  });
  expect(
    file.prepare(`SELECT refresh_lease AS holder, refresh_lease_until AS until FROM account`).get(),
  ).toEqual({ holder: null, until: null });
  expect(existsSync(incoming)).toBe(false);
});
