import { describe, expect, test } from 'vitest';
import type { ModelFault } from '../../support/model-network/faults.ts';
import { modelNetworks } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const create = { operation: 'posts.create', nth: 1 };
const text = 'Only once, please';

/** How a send is interrupted: the fault, and whether the app dies under it. */
const interruptions: readonly { name: string; fault: ModelFault; dies: boolean }[] = [
  { name: 'the app dies after the network took it', fault: { kind: 'accept_then_hang' }, dies: true },
  {
    name: 'the app dies and the network takes it later',
    fault: { kind: 'accept_late', ms: 5_000 },
    dies: true,
  },
  {
    name: 'the app dies and the network takes it much later',
    fault: { kind: 'accept_late', ms: 55_000 },
    dies: true,
  },
  {
    name: 'the app dies and the request never arrives',
    fault: { kind: 'accept_late', ms: 90_000_000 },
    dies: true,
  },
  {
    name: 'the connection breaks after the network took it',
    fault: { kind: 'accept_then_reset' },
    dies: false,
  },
  { name: 'the connection breaks before', fault: { kind: 'reset_before' }, dies: false },
  { name: 'an error hides a success', fault: { kind: 'status', status: 500, accept: true }, dies: false },
  { name: 'an error is one', fault: { kind: 'status', status: 500 }, dies: false },
];

async function interrupt(world: ModelWorld, { fault, dies }: (typeof interruptions)[number]): Promise<void> {
  world.model.faults([{ match: create, fault }]);
  if (!dies) return;
  void world.drain();
  await world.model.arrived('posts.create', 1);
  if (fault.kind === 'accept_then_hang') await world.model.taken(1);
  await world.crash();
}

describe.each(modelNetworks.filter(({ proves }) => proves))('by $means', (network) => {
  test.each(interruptions)('$name: it is out once, and nobody is asked', async (how) => {
    const world = await startModelWorld(network);
    const id = await world.scheduled(text);
    await interrupt(world, how);
    await world.settleAll();
    const delivery = await world.delivery(id);
    expect({ state: delivery.state, problem: delivery.problem }).toEqual({
      state: 'published',
      problem: null,
    });
    expect(world.model.truth().map((post) => post.text)).toEqual([text]);
    expect(delivery.parts[0]?.remoteId).toBe(world.model.truth()[0]?.id);
  });
});

describe.each(modelNetworks.filter(({ proves }) => !proves))('by $means', (network) => {
  test.each(interruptions)(
    '$name: it is never out twice, and never said to be out when it is not',
    async (how) => {
      const world = await startModelWorld(network);
      const id = await world.scheduled(text);
      await interrupt(world, how);
      await world.settleAll();
      const { state } = await world.delivery(id);
      const out = world.model.truth().length;
      expect(out).toBeLessThanOrEqual(1);
      expect(state === 'unknown' || (state === 'published' && out === 1)).toBe(true);
      if (network.means === 'none') expect(state).toBe('unknown');
      if (network.means === 'list_and_match' && out === 1) expect(state).toBe('published');
      if (network.means === 'duplicate_answer') expect(state).toBe('published');
    },
  );
});
