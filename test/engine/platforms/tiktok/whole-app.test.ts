import { expect, onTestFinished, test } from 'vitest';
import { openLab } from '../../../conformance/suite/lab.ts';
import type { Lab } from '../../../conformance/suite/lab.ts';
import { tiktok } from '../../../networks/tiktok.ts';

const minute = 60_000;
const hour = 60 * minute;

async function published(
  fault: Readonly<Record<string, unknown>> | null,
  mark = '',
): Promise<{ lab: Lab; post: string }> {
  const lab = await openLab(tiktok);
  onTestFinished(() => lab.stop());
  const { id } = await lab.connect(tiktok.people[0]);
  const { video } = tiktok.samples;
  if (video === undefined) throw new Error('There is no video to publish.');
  if (fault !== null) await lab.faults({ match: { network: 'tiktok', operation: 'posts.create' }, fault });
  const post = await lab.write([id], video, mark);
  await lab.schedule(post);
  const [delivery] = await lab.settled(post);
  // TikTok is still looking it through: it is out, and has no address yet.
  expect(delivery).toMatchObject({ state: 'published', url: null, parts: [{ remoteId: null }] });
  return { lab, post: post.id };
}

const deliveryOf = async ({ client, workspaceId }: Lab, id: string) => {
  const [delivery] = (await client.posts.get({ workspaceId, id })).deliveries;
  if (delivery === undefined) throw new Error('There is no delivery.');
  return delivery;
};

async function hours(lab: Lab, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) {
    await lab.pass(hour);
    await lab.drain('background');
  }
}

test.each([
  ['by a fault', { kind: 'look_through', ms: 2 * hour }, ''],
  ['by its words, as anybody can try', null, '#underreview'],
])(
  'a post that is looked through for hours gets its address when TikTok names it: %s',
  async (_name, fault, mark) => {
    const { lab, post } = await published(fault, mark);
    await hours(lab, 4);
    const delivery = await deliveryOf(lab, post);
    const [made] = await lab.truth();
    expect(delivery).toMatchObject({
      state: 'published',
      url: expect.stringContaining(`/@mara_bakes/video/${made?.id}`),
      parts: [{ state: 'sent', remoteId: made?.id }],
    });
  },
);

test('a post that TikTok refuses once it has looked it through is told as refused, and why', async () => {
  const { lab, post } = await published({ kind: 'look_through', ms: hour, refuse: 'spam_risk_text' });
  await hours(lab, 3);
  expect(await deliveryOf(lab, post)).toMatchObject({
    state: 'failed',
    problem: { code: 'refused_later', message: expect.stringMatching(/after it was published\. TikTok /) },
  });
});
