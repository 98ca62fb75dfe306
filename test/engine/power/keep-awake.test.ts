import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createKeepAwake } from '../../../src/engine/power/keep-awake.ts';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { startWorld } from '../../support/engine-world.ts';

const hour = 60 * 60_000;
const start = Date.UTC(2026, 10, 22, 12);

test('the machine is held awake only while a post of a real account is due soon and the user wants it', async () => {
  const world = await startWorld({ start });
  const account = await world.connect();
  const post = await world.client.posts.create({
    workspaceId: world.workspaceId,
    parts: [{ text: 'Buns at noon', media: [] }],
    accountIds: [account.id],
  });
  await world.client.posts.schedule({
    workspaceId: world.workspaceId,
    id: post.id,
    version: post.version,
    when: { kind: 'at', local: '2026-11-22T17:30', timeZone: 'Europe/Berlin' },
  });
  const file = join(world.directory, 'data', 'ocma.db');
  const db = openDatabase({ file, gate: openGate(createGateMemory(), 1) });
  const raw = new Database(file);
  onTestFinished(() => {
    db.close();
    raw.close();
  });
  let held = 0;
  let setting: 'ask' | 'on' | 'off' = 'on';
  const power = {
    available: true,
    keepAwake() {
      held += 1;
      return () => void (held -= 1);
    },
    onResume: () => () => undefined,
  };
  const told: (string | null)[] = [];
  const awake = createKeepAwake({
    db,
    ports: { clock: world.clock, power },
    setting: () => setting,
    nextChanged: (next) => told.push(next?.excerpt ?? null),
  });
  awake.start();
  onTestFinished(() => awake.stop());
  expect(held, 'four and a half hours ahead is not soon').toBe(0);

  world.clock.advance(2 * hour);
  awake.look();
  expect(held, 'practice keeps nobody awake').toBe(0);

  raw.prepare(`UPDATE workspace SET kind = 'real'`).run();
  awake.look();
  awake.look();
  expect(held).toBe(1);
  expect(told, 'once, for whoever shows it').toEqual(['Buns at noon']);
  expect(awake.next()).toMatchObject({ excerpt: 'Buns at noon', username: 'mara_bakes' });

  setting = 'ask';
  awake.look();
  expect(held, 'asking is not yet an answer').toBe(0);
  setting = 'on';
  awake.look();
  expect(held).toBe(1);
  awake.stop();
  expect(held).toBe(0);

  const late = await world.client.power.lateIfClosed({ hours: 3 });
  expect(late).toMatchObject({ total: 1, deliveries: [{ excerpt: 'Buns at noon' }] });
  expect((await world.client.power.lateIfClosed({ hours: 1 })).total).toBe(0);
});
