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

it('is out with the comment that was written for Facebook', async () => {
  const lab = await openLab(facebook);
  onTestFinished(() => lab.stop());
  const { id } = await lab.connect('mara_bakes');
  const sample = { ...words, options: { firstComment: 'The recipe is below' } };
  const post = await lab.write([id], sample, '');
  await lab.schedule(post);
  expect(await lab.settled(post)).toMatchObject([{ state: 'published' }]);
  const [made, comment] = await lab.truth();
  expect(comment).toMatchObject({
    operation: 'comments.create',
    text: 'The recipe is below',
    inReplyTo: made?.id,
  });
});

it.each<[string, string, Sample]>([
  ['a post', 'posts.create', words],
  ['a post that Facebook does not know itself whether it made', 'posts.create', words],
  ['a video', 'videos.publish', { ...words, parts: [{ text: 'How it rises', media: ['mp4'] }] }],
  ['a story', 'stories.publish', story],
  ['a comment', 'comments.create', { ...words, options: { firstComment: 'The recipe' } }],
])('finds out what became of %s', async (about, operation, sample) => {
  const lab = await openLab(facebook);
  onTestFinished(() => lab.stop());
  const { id } = await lab.connect('mara_bakes');
  const body = { error: { message: 'An unknown error', type: 'OAuthException', code: 1 } };
  const fault = about.includes('itself')
    ? { kind: 'status', status: 400, body, accept: true }
    : { kind: 'accept_then_reset' };
  await lab.faults({ match: { network: 'facebook', operation, nth: 1 }, fault });
  const post = await lab.write([id], sample, '');
  await lab.schedule(post);
  const [delivery] = await lab.settled(post);
  expect(delivery).toMatchObject({ state: 'published' });
  const truth = await lab.truth();
  expect(delivery?.parts.map(({ remoteId }) => remoteId)).toEqual(truth.map(({ id: made }) => made));
});
