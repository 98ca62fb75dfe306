import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { createClock } from '../../../src/engine/system/clock.ts';
import { createLocalClient } from '../../../src/host/local-client.ts';
import { startWorld } from '../../support/engine-world.ts';
import { quietPorts } from '../../support/quiet-ports.ts';

const hour = 3_600_000;

test('the app with its threads learns from imported posts by itself', async () => {
  const world = await startWorld();
  const account = await world.connect();
  const { workspaceId } = world;
  const now = world.clock.now();
  await world.engine.stop();

  const clock = createClock({ epochMs: now, anchorMs: Date.now(), rate: 1 });
  const ports = quietPorts({ data: join(world.directory, 'data'), clock, url: 'http://127.0.0.1:9' });
  const engine = createEngine(ports, { role: 'main' });
  await engine.start();
  onTestFinished(() => engine.stop());
  const client = createLocalClient(engine.router, { actor: 'user' });
  const stateOf = async () => (await client.learning.quality({ workspaceId })).accounts[0]?.state;
  const learned = new Promise<void>((resolve) => {
    engine.events.subscribe((event) => {
      if (event.type === 'change' && event.changes.some(({ id }) => id === account.id))
        void stateOf().then((state) => state === 'learned' && resolve());
    });
  });
  const lines = Array.from(
    { length: 60 },
    (_, index) =>
      `${new Date(now - (index + 4) * 12 * hour).toISOString()},Bread ${index},${10 + (index % 9)}`,
  );
  const csv = ['published at,text,likes', ...lines].join('\n');
  await client.metrics.importHistory({ workspaceId, accountId: account.id, csv, dryRun: false });
  await learned;
  expect(await stateOf()).toBe('learned');
});
