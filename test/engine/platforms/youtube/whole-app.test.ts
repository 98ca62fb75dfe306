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

test.each([
  [
    'is rejected after it was processed',
    { kind: 'look_through', ms: 60_000, refuse: 'copyright' },
    /copyright/,
  ],
  ['was uploaded before', null, /uploaded before/],
])('a video that %s is no longer told as published', async (_name, fault, reason) => {
  const lab = await openLab(youtube);
  onTestFinished(() => lab.stop());
  const { id } = await lab.connect(youtube.people[0]);
  const { video } = youtube.samples;
  if (video === undefined) throw new Error('There is no video to publish.');
  if (fault !== null) await lab.faults({ match: { network: 'youtube', operation: 'posts.create' }, fault });
  const post = await lab.write([id], video, '');
  await lab.schedule(post);
  const [before] = await lab.settled(post);
  expect(before?.state).toBe('published');
  let again = post;
  if (fault === null) {
    // The same file, with other words.
    const { media } = post.parts[0] ?? { media: [] };
    again = await lab.client.posts.create({
      workspaceId: lab.workspaceId,
      parts: [{ text: 'Once more', media }],
      accountIds: [id],
      options: { youtube: video.options },
    });
    await lab.schedule(again);
    await lab.settled(again);
  }
  await lab.pass(180_000);
  await lab.drain('background');
  const [after] = (await lab.client.posts.get({ workspaceId: lab.workspaceId, id: again.id })).deliveries;
  expect(after).toMatchObject({
    state: 'failed',
    problem: { code: 'refused_later', message: expect.stringMatching(reason) },
  });
  // What lists the channel's videos later does not bring it back among those that count.
  await lab.pass(26 * 3_600_000);
  await lab.drain('background');
  const counted = await lab.client.metrics.posts({ workspaceId: lab.workspaceId, timeRange: '30d' });
  const texts = JSON.stringify(counted);
  expect(texts).not.toContain(fault === null ? 'Once more' : 'How it rises');
  expect(texts.includes('How it rises')).toBe(fault === null);
});

test('a video that YouTube keeps stays published', async () => {
  const lab = await openLab(youtube);
  onTestFinished(() => lab.stop());
  const { id } = await lab.connect(youtube.people[0]);
  const { video } = youtube.samples;
  if (video === undefined) throw new Error('There is no video to publish.');
  const post = await lab.write([id], video, '');
  await lab.schedule(post);
  await lab.settled(post);
  for (let step = 0; step < 3; step += 1) {
    await lab.pass(13 * 3_600_000);
    await lab.drain('background');
  }
  const [delivery] = (await lab.client.posts.get({ workspaceId: lab.workspaceId, id: post.id })).deliveries;
  expect(delivery?.state).toBe('published');
  const { events } = await lab.client.queue.get({ workspaceId: lab.workspaceId, id: delivery?.id ?? '' });
  expect(events.map(({ kind }) => kind)).not.toContain('not_confirmed');
});
