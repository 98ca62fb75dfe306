import { expect, onTestFinished, test } from 'vitest';
import { openLab } from '../../conformance/suite/lab.ts';
import { youtube } from '../../networks/youtube.ts';

test('the connection check tells what is left of the budgets that are counted here', async () => {
  const lab = await openLab(youtube);
  onTestFinished(() => lab.stop());
  const { id } = await lab.connect(youtube.people[0]);
  const { workspaceId } = lab;
  const quotas = async (): Promise<Readonly<Record<string, string>>> => {
    const { lines } = await lab.client.accounts.check({ workspaceId, id });
    const own = lines.filter((line) => line.id.startsWith('quota:'));
    expect(own.every(({ about, status }) => about === 'limits' && status === 'ok')).toBe(true);
    return Object.fromEntries(own.map((line) => [line.id, line.text]));
  };
  expect((await quotas())['quota:inserts']).toBe('Quota of YouTube: all 100 uploads are left.');
  const { video } = youtube.samples;
  if (video === undefined) throw new Error('There is no video to publish.');
  const post = await lab.write([id], video, '');
  await lab.schedule(post);
  await lab.settled(post);
  const after = await quotas();
  expect(after['quota:inserts']).toMatch(/^Quota of YouTube: 99 of 100 uploads are left until .* UTC\.$/);
  expect(after['quota:units']).toMatch(/: 9,9\d\d of 10,000 units for all else are left until /);
  expect(after['quota:searches']).toContain('all 100 searches');
});
