import { expect, test } from 'vitest';
import { faults, minute, startQueue } from './queue-world.ts';

test('the queue says how it has been going', async () => {
  const { world, client, workspaceId, write } = await startQueue();
  expect(await client.queue.statistics({ workspaceId })).toMatchObject({
    running: 0,
    waitingDue: 0,
    oldestDueAt: null,
    lateness: null,
    lastWeek: { published: 0, failed: 0, unknown: 0 },
    attempts: { published: 0, atFirstTry: 0 },
  });
  await write('Days ago');
  await world.drain();
  await world.pass(3 * 24 * 60 * minute);
  await write('On time');
  await world.drain();
  await write('Two minutes late', { local: '2026-11-25T13:30' });
  await world.pass(32 * minute);
  await world.drain();
  await world.faults(faults.refused);
  await write('Refused');
  await world.drain();
  await client.system.pausePublishing({ paused: true });
  await write('Due and waiting');
  const statistics = await client.queue.statistics({ workspaceId });
  expect(statistics).toMatchObject({
    running: 0,
    waitingDue: 1,
    oldestDueAt: world.clock.now(),
    lastDay: { published: 2, failed: 1, unknown: 0 },
    lastWeek: { published: 3, failed: 1, unknown: 0 },
    lateness: { posts: 3, p50Ms: 0, p95Ms: 2 * minute, maxMs: 2 * minute },
    attempts: { published: 3, atFirstTry: 3 },
    byPlatform: [{ platform: 'x', published: 3, failed: 1, unknown: 0 }],
  });
  expect(statistics.byState).toEqual(
    expect.arrayContaining([
      { state: 'published', count: 3 },
      { state: 'failed', count: 1 },
      { state: 'scheduled', count: 1 },
    ]),
  );
});
