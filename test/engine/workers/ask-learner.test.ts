import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLearner } from '../../../src/engine/workers/ask-learner.ts';
import { inventedPosts } from '../timing/model/invented-posts.ts';

const paths = {
  worker: (name: string) => join(import.meta.dirname, `../../../src/engine/workers/${name}.ts`),
};
const evening = (slot: number): number => (slot % 24 >= 17 && slot % 24 < 20 ? 0.9 : 0);
const posts = inventedPosts(300, 3, evening).toSorted((one, other) => one.at - other.at);

test('answers each question in its turn; one that cannot be answered spoils no other', async () => {
  const learner = createLearner(paths);
  const [week, lost, judged] = await Promise.allSettled([
    learner.ask('week', { posts, zone: 'UTC' }),
    learner.ask('week', { posts, zone: 'Mars/Olympus' }),
    learner.ask('backtest', { posts, zone: 'UTC' }),
  ]);
  expect(week).toMatchObject({ status: 'fulfilled', value: { clear: true } });
  expect(week.status === 'fulfilled' && week.value.slots).toHaveLength(168);
  expect(lost).toMatchObject({ status: 'rejected' });
  expect(judged).toMatchObject({ status: 'fulfilled', value: { heldBack: 90 } });
});

test('a signal ends what was asked, and the next question is answered by a new thread', async () => {
  const learner = createLearner(paths);
  const stop = new AbortController();
  const ended = learner.ask('week', { posts, zone: 'UTC' }, stop.signal);
  stop.abort(new Error('Enough.'));
  await expect(ended).rejects.toThrow('Enough.');
  await expect(learner.ask('week', { posts, zone: 'UTC' }, stop.signal)).rejects.toThrow('Enough.');
  await expect(learner.ask('week', { posts, zone: 'UTC' })).resolves.toMatchObject({ clear: true });
});

test('a thread that cannot start rejects what was asked of it', async () => {
  const learner = createLearner({ worker: () => join(import.meta.dirname, 'stillborn-worker.ts') });
  await expect(learner.ask('week', { posts, zone: 'UTC' })).rejects.toThrow('cannot start');
});
