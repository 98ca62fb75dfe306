import { ORPCError } from '@orpc/client';
import type { CatchUp, Delivery, DeliveryEvent } from '../../src/shared/models/delivery.ts';
import type { PostId } from '../../src/shared/models/ids.ts';
import type { MortalWorld } from './mortal-world.ts';
import { historyFaults, ledgerFaults, unsettledFaults } from './oracle.ts';
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
  const bin: Bin = new Map();
  let made = 0;
  for (const [index, step] of steps.entries()) {
    made += step.do === 'post' ? 1 : 0;
    await tolerant(() => take(world, step, made, { said, bin }));
    const found = await faultsNow(world, { said, bin }, false);
    if (found.length > 0) return found.map((fault) => `after step ${index} (${step.do}): ${fault}`);
  }
  await world.faults([]);
  // Longer than any pause, back-off, catch-up or reading after a lost answer; the machine's clock was set back at most so far.
  for (let round = 0; round < 16; round += 1) {
    await world.pass(round < 8 ? 2 * minute : 30 * minute);
    await world.drain();
  }
  const found = await faultsNow(world, { said, bin }, true);
  for (const { state } of await all(world)) tally.set(state, (tally.get(state) ?? 0) + 1);
  return found.map((fault) => `in the end: ${fault}`);
}

/** Posts in the bin, with their deliveries as they were when they came there. */
type Bin = Map<PostId, readonly History[]>;

/** What the model remembers beside the app. */
interface Memory {
  readonly said: Map<string, Said>;
  readonly bin: Bin;
}

async function take(world: MortalWorld, step: Step, made: number, { said, bin }: Memory): Promise<unknown> {
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
    case 'missed':
      return await client().queue.decideMissed({ workspaceId, decision: step.decision });
    case 'standing':
    case 'disconnect': {
      const account = world.accounts[step.account % world.accounts.length];
      if (account === undefined) return;
      if (step.do !== 'standing') return await client().accounts.disconnect({ workspaceId, id: account.id });
      const { answer } = step;
      return await client().queue.setStandingAnswer({ workspaceId, accountId: account.id, answer });
    }
    case 'connect':
      return await world.connect(step.account);
    case 'bring_back': {
      const id = [...bin.keys()][step.which % Math.max(1, bin.size)];
      if (id === undefined) return;
      await client().posts.restore({ workspaceId, id });
      bin.delete(id);
      return;
    }
    case 'cancel':
    case 'drop':
    case 'retry':
    case 'look':
    case 'move':
    case 'edit':
    case 'restore':
    case 'remove':
    case 'duplicate':
    case 'unschedule': {
      const deliveries = await all(world);
      const delivery = deliveries[step.which % Math.max(1, deliveries.length)];
      if (delivery === undefined) return;
      const named = { workspaceId, id: delivery.id };
      const { version } = delivery;
      if (step.do === 'cancel') return await client().queue.cancel({ ...named, version });
      if (step.do === 'drop') return await client().queue.drop(named);
      if (step.do === 'retry') return await client().queue.retry(named);
      if (step.do === 'look') return await client().queue.lookAgain(named);
      if (step.do === 'restore') return await client().queue.restore(named);
      if (step.do === 'remove') {
        const history = await one(world, delivery.id);
        await client().posts.remove({ workspaceId, id: delivery.postId });
        bin.set(delivery.postId, [history]);
        return;
      }
      if (step.do === 'duplicate') return await duplicate(world, delivery.postId);
      if (step.do === 'unschedule') {
        const { version: of } = await client().posts.get({ workspaceId, id: delivery.postId });
        return await client().posts.unschedule({ workspaceId, id: delivery.postId, version: of });
      }
      if (step.do === 'move')
        return await client().queue.reschedule({ ...named, version, when: { kind: 'next_slot' } });
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

async function duplicate(world: MortalWorld, of: PostId): Promise<void> {
  const { workspaceId, client } = world;
  const { id, version } = await client().posts.duplicate({ workspaceId, id: of });
  await client().posts.schedule({ workspaceId, id, version, when: { kind: 'now' } });
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

async function faultsNow(world: MortalWorld, { said, bin }: Memory, settled: boolean): Promise<string[]> {
  const shown = await all(world);
  // Nothing happens to what is in the bin, so what it was like when it came there is what it is like.
  const binned = [...bin.values()].flat();
  const histories = await Promise.all(shown.map((delivery) => one(world, delivery.id)));
  const words = withStanding(said, [...histories, ...binned]);
  const deliveries = [...shown, ...binned.map(({ delivery }) => delivery)];
  const truth = await world.truth();
  const found = ledgerFaults(deliveries, truth, words);
  if (settled) found.push(...unsettledFaults(shown, world.clock.now()));
  for (const { delivery, events } of histories)
    for (const fault of historyFaults(events)) found.push(`${delivery.excerpt}: ${fault}`);
  return found;
}

interface History {
  readonly delivery: Delivery;
  readonly events: readonly DeliveryEvent[];
}

/** A standing answer is the user's word each time that it is used. */
function withStanding(
  said: ReadonlyMap<string, Said>,
  histories: readonly History[],
): ReadonlyMap<string, Said> {
  const words = new Map(said);
  for (const { delivery, events } of histories) {
    const again = events.filter(({ actor, kind }) => actor === 'standing_rule' && kind === 'not_sent').length;
    if (again === 0) continue;
    for (const { text } of delivery.parts) {
      const before = words.get(text) ?? { sendAgain: 0, isThere: 0 };
      words.set(text, { ...before, sendAgain: before.sendAgain + again });
    }
  }
  return words;
}

async function all(world: MortalWorld): Promise<Delivery[]> {
  const { posts } = await world
    .client()
    .posts.list({ workspaceId: world.workspaceId, state: 'any', limit: 500 });
  return posts.flatMap((one) => one.deliveries).toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

async function one(world: MortalWorld, id: Delivery['id']): Promise<History> {
  return await world.client().queue.get({ workspaceId: world.workspaceId, id });
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
