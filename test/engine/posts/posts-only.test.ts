import { expect, test } from 'vitest';
import { modelNetwork } from '../../support/model-network/networks.ts';
import type { ModelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';

const usual = modelNetwork('duplicate_answer');

/** A network that refuses duplicates of posts, and takes the same comment twice. */
const postsOnly: ModelNetwork = {
  ...usual,
  platform: {
    ...usual.platform,
    settle: usual.platform.settle.map((means) =>
      means.kind === 'duplicate_answer' ? { ...means, postsOnly: true } : means,
    ),
  },
};

test.each([
  { nth: 1, state: 'published' },
  { nth: 2, state: 'unknown' },
])('the answer to part $nth of two is lost: it ends as $state', async ({ nth, state }) => {
  const world = await startModelWorld(postsOnly);
  const fault = { kind: 'accept_then_reset' } as const;
  world.model.faults([{ match: { operation: 'posts.create', nth }, fault }]);
  const id = await world.scheduled('The post', 'The comment');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe(state);
  expect(world.model.truth()).toHaveLength(2);
});
