import { expect, test } from 'vitest';
import { tellReady } from '../../../src/engine/notices/ready-notice.ts';
import type { Notice } from '../../../src/shared/models/event.ts';
import { startNotices } from './notices-world.ts';

const copied = (title: string): Notice => ({
  kind: 'copies',
  title,
  body: 'Its words.',
  actions: [],
  target: '/settings',
  workspaceId: null,
});

test('what a feature has put into words is told as it is, each once', async () => {
  const { world, notices, drain } = await startNotices();
  tellReady(world.deps, copied('One'));
  tellReady(world.deps, copied('Two'));
  await drain();
  await drain();
  expect(notices).toEqual([copied('One'), copied('Two')]);
});

test('it waits for the end of quiet hours', async () => {
  // It is 13:00 in Berlin.
  const { world, notices, drain } = await startNotices({ quietHours: { from: 12 * 60, to: 14 * 60 } });
  tellReady(world.deps, copied('Later'));
  await drain();
  expect(notices).toEqual([]);
  for (let quarter = 0; quarter < 4; quarter += 1) {
    world.clock.advance(15 * 60_000);
    await drain();
    expect(notices).toHaveLength(quarter < 3 ? 0 : 1);
  }
});
