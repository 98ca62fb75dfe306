import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { admit, noteResult } from '../../../src/engine/http/breakers.ts';
import { startWorld } from '../../support/engine-world.ts';

test('a post that meets an open breaker waits for its next try, which is no attempt', async () => {
  const world = await startWorld();
  const { client, workspaceId, clock } = world;
  const account = await world.connect();
  const db = openDatabase({
    file: join(world.directory, 'data', 'ocma.db'),
    gate: openGate(createGateMemory(), 1),
  });
  onTestFinished(() => db.close());
  const api = db
    .sql<{ api: string }>(`SELECT endpoints ->> '$.api' AS api FROM account WHERE id = :id`)
    .get({ id: account.id })?.api;
  const { origin } = new URL(api ?? '');
  const name = { origin, platform: 'x', operation: 'posts.create', practice: true };
  for (let time = 0; time < 5; time += 1) {
    const admission = admit({ db, clock }, name, `t${time}`, 30_000);
    if (admission.kind === 'go') db.write(() => noteResult({ db, clock }, name, admission, true));
  }
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text: 'Patient', media: [] }],
    accountIds: [account.id],
  });
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  await world.drain();
  expect(await world.truth()).toEqual([]);
  expect(
    db.sql(`SELECT state, attempts, last_code AS code, run_at AS at FROM job WHERE kind = 'publish'`).all(),
  ).toEqual([{ state: 'ready', attempts: 0, code: 'on_hold', at: clock.now() + 15_000 }]);
  expect((await client.system.health({ workspaceId })).sentence).toContain('is on hold for 15 s');
  await world.pass(15_000);
  await world.drain();
  expect((await world.truth()).map(({ text }) => text)).toEqual(['Patient']);
  expect((await client.system.health({ workspaceId })).onHold).toEqual([]);
});
