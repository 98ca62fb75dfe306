import { describe, expect, test } from 'vitest';
import type { ModelFault } from '../../support/model-network/faults.ts';
import { modelNetwork, modelNetworks } from '../../support/model-network/networks.ts';
import type { ModelNetwork } from '../../support/model-network/networks.ts';
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
    fault: { kind: 'swallow' },
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

/** Works off everything, and lets requests arrive that are still on their way. */
async function settled(world: ModelWorld): Promise<void> {
  await world.settleAll();
  world.pass(3_600_000);
  await world.model.quiet();
  await world.settleAll();
}

describe.each(modelNetworks.filter(({ proves }) => proves))('by $means', (network) => {
  test.each(interruptions)('$name: it is out once, and nobody is asked', async (how) => {
    const world = await startModelWorld(network);
    const id = await world.scheduled(text);
    await interrupt(world, how);
    await settled(world);
    const delivery = await world.delivery(id);
    expect({ state: delivery.state, problem: delivery.problem }).toEqual({
      state: 'published',
      problem: null,
    });
    expect(world.model.truth().map((post) => post.text)).toEqual([text]);
    expect(delivery.parts[0]?.remoteId).toBe(world.model.truth()[0]?.id);
  });
});

/** How a delivery may end where the network proves nothing: what is found is published, and nobody is told what nobody knows. */
function allowed(means: ModelNetwork['means'], out: number): readonly string[] {
  if (means === 'none') return ['unknown'];
  if (means === 'duplicate_answer') return ['published'];
  return out === 1 ? ['published'] : ['unknown'];
}

describe.each(modelNetworks.filter(({ proves }) => !proves))('by $means', (network) => {
  test.each(interruptions)(
    '$name: it is never out twice, and never said to be out when it is not',
    async (how) => {
      const world = await startModelWorld(network);
      const id = await world.scheduled(text);
      await interrupt(world, how);
      await settled(world);
      const { state } = await world.delivery(id);
      const out = world.model.truth().length;
      expect(out).toBeLessThanOrEqual(1);
      expect(allowed(network.means, out)).toContain(state);
    },
  );
});

test('a key that the network may have forgotten is not used again', async () => {
  const world = await startModelWorld(modelNetwork('idempotency_key'));
  const id = await world.scheduled(text);
  await interrupt(world, { name: '', fault: { kind: 'accept_then_hang' }, dies: true });
  world.pass(2 * 3_600_000);
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('unknown');
  expect(world.model.truth()).toHaveLength(1);
});

test.each(['container', 'upload_session'] as const)('a %s that has expired is made anew', async (means) => {
  const world = await startModelWorld(modelNetwork(means));
  world.model.faults([{ match: create, fault: { kind: 'rate_limit', resetInMs: 30 * 3_600_000 } }]);
  const id = await world.scheduled(text);
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
  expect(world.model.truth()).toHaveLength(1);
});

test('a network that fails for good ends failed, with nothing out and its reason kept', async () => {
  const world = await startModelWorld(modelNetwork('record_key'));
  world.model.faults([{ match: { operation: 'posts.create' }, fault: { kind: 'status', status: 500 } }]);
  const id = await world.scheduled(text);
  await settled(world);
  const delivery = await world.delivery(id);
  expect(delivery).toMatchObject({
    state: 'failed',
    problem: { code: 'unavailable' },
    parts: [{ state: 'pending' }],
  });
  expect(world.model.truth()).toEqual([]);
});

test('the last try fails only when the request before it can no longer arrive', async () => {
  const world = await startModelWorld(modelNetwork('record_key'));
  const late = { kind: 'accept_late', ms: 200_000 } as const;
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1, times: 5 }, fault: { kind: 'reset_before' } },
    { match: { operation: 'posts.create', nth: 6 }, fault: late },
  ]);
  const id = await world.scheduled(text);
  void world.drain();
  for (let nth = 1; nth <= 6; nth += 1) {
    const asked = world.model.arrived('posts.create', nth);
    await Promise.race([asked, keepPassing(world, asked)]);
  }
  // The sixth is given up by the app while the network still holds it.
  world.pass(31_000);
  await settled(world);
  expect((await world.delivery(id)).state).toBe('published');
  expect(world.model.truth()).toHaveLength(1);
});

/** Lets time pass and works off what is due until `end`. */
async function keepPassing(world: ModelWorld, end: Promise<void>): Promise<void> {
  const ended = new AbortController();
  void end.then(() => ended.abort());
  while (!ended.signal.aborted) {
    world.pass(10_000);
    await Promise.race([world.drain(), end]);
  }
}

test('a no to a repeat does not count when the first request has arrived meanwhile', async () => {
  const world = await startModelWorld(modelNetwork('container'));
  const id = await world.scheduled(text);
  world.model.faults([
    { match: create, fault: { kind: 'accept_late', ms: 5_000 } },
    { match: { operation: 'posts.create', nth: 2 }, fault: { kind: 'delay', ms: 10_000 } },
  ]);
  void world.drain();
  await world.model.arrived('posts.create', 1);
  await world.crash();
  const draining = world.drain();
  await world.model.arrived('posts.create', 2);
  world.pass(6_000);
  await world.model.quiet();
  world.pass(5_000);
  await draining;
  await settled(world);
  expect((await world.delivery(id)).state).toBe('published');
  expect(world.model.truth()).toHaveLength(1);
});
