import { ORPCError } from '@orpc/client';
import type { CatchUp, Delivery, DeliveryEvent } from '../../src/shared/models/delivery.ts';
import type { PostId } from '../../src/shared/models/ids.ts';
import type { MortalWorld } from './mortal-world.ts';
import { historyFaults, ledgerFaults } from './oracle.ts';
import type { Said } from './oracle.ts';
import { faults } from './steps.ts';
import type { Step } from './steps.ts';

const minute = 60_000;
const rules: readonly CatchUp[] = [
  { rule: 'publish_within', minutes: 120 },
  { rule: 'ask' },
  { rule: 'next_slot' },
];

/** Plays the steps and says what went wrong, first fault first; after each step, and when everything has settled. */
export async function play(
  world: MortalWorld,
  steps: readonly Step[],
  tally: Map<string, number>,
): Promise<string[]> {
  const said = new Map<string, Said>();
  let made = 0;
  for (const [index, step] of steps.entries()) {
    made += step.do === 'post' ? 1 : 0;
    await tolerant(() => take(world, step, made, said));
    const found = await faultsNow(world, said, false);
    if (found.length > 0) return found.map((fault) => `after step ${index} (${step.do}): ${fault}`);
  }
  await world.faults([]);
  // Longer than any pause, back-off, catch-up or reading after a lost answer; the machine's clock was set back at most so far.
  for (let round = 0; round < 16; round += 1) {
    await world.pass(round < 8 ? 2 * minute : 30 * minute);
    await world.drain();
  }
  const found = await faultsNow(world, said, true);
  for (const { state } of await all(world)) tally.set(state, (tally.get(state) ?? 0) + 1);
  return found.map((fault) => `in the end: ${fault}`);
}

async function take(world: MortalWorld, step: Step, made: number, said: Map<string, Said>): Promise<unknown> {
  const { client, workspaceId } = world;
  switch (step.do) {
    case 'post':
      return await post(world, step, made);
    case 'pass':
      return await world.pass(step.ms);
    case 'sleep':
      return await world.pass(step.ms, { asleep: true });
    case 'jump':
      return world.clock.jump(step.ms);
    case 'drain':
      return await world.drain();
    case 'restart':
      return await world.restart();
    case 'die':
      return await world.drainTo(step);
    case 'fault': {
      const chosen = faults[step.fault];
      if (chosen === undefined) return;
      const { operation, fault } = chosen;
      return await world.faults([{ match: { operation, nth: step.nth, times: 1 }, fault }]);
    }
    case 'say': {
      const [delivery] = (await all(world)).filter(({ state }) => state === 'unknown').slice(step.which % 3);
      if (delivery === undefined) return;
      return await say(world, delivery, step, said);
    }
    case 'cancel':
    case 'drop':
    case 'retry':
    case 'look':
    case 'move':
    case 'edit': {
      const deliveries = await all(world);
      const delivery = deliveries[step.which % Math.max(1, deliveries.length)];
      if (delivery === undefined) return;
      const one = { workspaceId, id: delivery.id };
      const { version } = delivery;
      if (step.do === 'cancel') return await client().queue.cancel({ ...one, version });
      if (step.do === 'drop') return await client().queue.drop(one);
      if (step.do === 'retry') return await client().queue.retry(one);
      if (step.do === 'look') return await client().queue.lookAgain(one);
      if (step.do === 'move')
        return await client().queue.reschedule({ ...one, version, when: { kind: 'next_slot' } });
      return await edit(world, delivery.postId);
    }
  }
}

async function post(world: MortalWorld, step: Extract<Step, { do: 'post' }>, made: number): Promise<void> {
  const account = world.accounts[step.account % world.accounts.length];
  if (account === undefined) return;
  const { workspaceId, client } = world;
  const texts = Array.from({ length: step.parts }, (_, part) =>
    step.same ? 'Good morning' : `Post ${made}, part ${part + 1}`,
  );
  const created = await client().posts.create({
    workspaceId,
    parts: texts.map((text) => ({ text, media: [] })),
    accountIds: [account.id],
  });
  const at = new Date(world.clock.now() + step.inMinutes * minute).toISOString().slice(0, 16);
  const catchUp = rules[step.catchUp];
  await client().posts.schedule({
    workspaceId,
    id: created.id,
    version: created.version,
    when: step.inMinutes === 0 ? { kind: 'now' } : { kind: 'at', local: at, timeZone: 'UTC' },
    ...(catchUp === undefined ? {} : { catchUp }),
  });
}

async function edit(world: MortalWorld, id: PostId): Promise<void> {
  const { workspaceId, client } = world;
  const { parts, version } = await client().posts.get({ workspaceId, id });
  const edited = parts.map((part) => ({
    ...part,
    text: `${part.text.replace(/ \(.*/, '')} (edited ${version})`,
  }));
  await client().posts.update({ workspaceId, id, version, parts: edited });
}

/** The user's word on an unknown outcome; an honest user looks at the network first. */
async function say(
  world: MortalWorld,
  delivery: Delivery,
  step: Extract<Step, { do: 'say' }>,
  said: Map<string, Said>,
): Promise<void> {
  const part = delivery.parts.find(({ state }) => state === 'unknown');
  if (part === undefined) return;
  const isOut = ((await world.truth()).get(part.text) ?? 0) > 0;
  const honest = isOut ? 'published' : 'send_again';
  const answer = step.honest ? honest : step.answer;
  await world.client().queue.settle({ workspaceId: world.workspaceId, id: delivery.id, answer });
  const before = said.get(part.text) ?? { sendAgain: 0, isThere: 0 };
  said.set(part.text, {
    sendAgain: before.sendAgain + (answer === 'send_again' ? 1 : 0),
    isThere: before.isThere + (answer === 'published' ? 1 : 0),
  });
}

async function faultsNow(
  world: MortalWorld,
  said: ReadonlyMap<string, Said>,
  settled: boolean,
): Promise<string[]> {
  const deliveries = await all(world);
  const found = ledgerFaults(deliveries, await world.truth(), said, settled ? world.clock.now() : null);
  for (const delivery of deliveries) {
    for (const fault of historyFaults(await eventsOf(world, delivery)))
      found.push(`${delivery.excerpt}: ${fault}`);
  }
  return found;
}

async function all(world: MortalWorld): Promise<Delivery[]> {
  const { posts } = await world
    .client()
    .posts.list({ workspaceId: world.workspaceId, state: 'any', limit: 500 });
  return posts.flatMap((one) => one.deliveries).toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

async function eventsOf(world: MortalWorld, delivery: Delivery): Promise<DeliveryEvent[]> {
  return (await world.client().queue.get({ workspaceId: world.workspaceId, id: delivery.id })).events;
}

/** A refusal (too late, not in this state, a stale version) is an answer; anything else is a fault of the app. */
async function tolerant(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR' || error.code === 'internal')
      throw error;
  }
}
