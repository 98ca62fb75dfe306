import { expect, onTestFinished, test } from 'vitest';
import { openLab } from '../../../conformance/suite/lab.ts';
import { youtube } from '../../../networks/youtube.ts';

test('a video that YouTube made private says so in the history of its post', async () => {
  const lab = await openLab(youtube);
  onTestFinished(() => lab.stop());
  await lab.control('PUT', 'youtube/settings', { forcePrivate: true });
  const { id } = await lab.connect(youtube.people[0]);
  const { video } = youtube.samples;
  if (video === undefined) throw new Error('There is no video to publish.');
  const post = await lab.write([id], { ...video, options: { ...video.options, privacy: 'public' } }, '');
  await lab.schedule(post);
  const [delivery] = await lab.settled(post);
  if (delivery === undefined) throw new Error('There is no delivery.');
  expect(delivery.state).toBe('published');
  const { events } = await lab.client.queue.get({ workspaceId: lab.workspaceId, id: delivery.id });
  expect(events.find(({ kind }) => kind === 'sent')?.evidence).toContainEqual({
    label: 'Not as you chose',
    value: expect.stringContaining('private'),
  });
});
