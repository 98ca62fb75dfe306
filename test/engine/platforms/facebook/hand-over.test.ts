import { expect, it, onTestFinished } from 'vitest';
import { openLab } from '../../../conformance/suite/lab.ts';
import type { Lab } from '../../../conformance/suite/lab.ts';
import { facebook } from '../../../networks/facebook.ts';
import type { Sample } from '../../../networks/seed.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

const story: Sample = {
  parts: [{ text: '', media: ['jpeg'] }],
  options: { format: 'story' },
  needsMediaHost: false,
};
const words: Sample = {
  parts: [{ text: 'Ahead of its time', media: [] }],
  options: {},
  needsMediaHost: false,
};

/** A post three hours ahead, on a Page that leaves its posts to Facebook; six minutes later. */
async function planned(lab: Lab, sample: Sample) {
  const { client, workspaceId } = lab;
  const { id: accountId } = await lab.connect('mara_bakes');
  await client.queue.setPublishing({ workspaceId, accountId, nativeSchedule: true });
  const { id, version } = await lab.write([accountId], sample, '');
  const local = new Date(lab.clock.now() + 3 * hourMs).toISOString().slice(0, 19);
  await client.posts.schedule({ workspaceId, id, version, when: { kind: 'at', local, timeZone: 'UTC' } });
  await lab.pass(6 * minuteMs);
  await lab.drain();
  return async () => (await client.posts.get({ workspaceId, id })).deliveries[0];
}

it('is left to Facebook ahead of its time, which publishes it once', async () => {
  const lab = await openLab(facebook);
  onTestFinished(() => lab.stop());
  const delivery = await planned(lab, words);
  expect(await delivery()).toMatchObject({ state: 'with_network' });
  expect(await lab.truth()).toHaveLength(1);
  await lab.pass(4 * hourMs);
  await lab.drain();
  expect(await delivery()).toMatchObject({ state: 'published' });
  expect(await lab.truth()).toHaveLength(1);
});

it('is published from here where Facebook would not keep it', async () => {
  const lab = await openLab(facebook);
  onTestFinished(() => lab.stop());
  const delivery = await planned(lab, story);
  expect(await delivery()).toMatchObject({ state: 'scheduled' });
  await lab.pass(3 * hourMs);
  await lab.drain();
  expect(await delivery()).toMatchObject({ state: 'published' });
  expect(await lab.truth()).toHaveLength(1);
});
