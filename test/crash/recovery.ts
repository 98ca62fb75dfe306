import type { Account } from '../../src/shared/models/account.ts';
import type { Delivery, DeliveryEvent } from '../../src/shared/models/delivery.ts';
import type { TestClock } from '../support/clock.ts';
import { openApp } from './app.ts';
import type { App } from './app.ts';
import type { AcceptedPost, RunningNetwork } from './networks/network.ts';

/** Steps of the clock while the app recovers, in milliseconds. */
const shortestStepMs = 1_000;
const longestStepMs = 30_000;
/** Practice time after which what is not settled counts as lost, in milliseconds. */
const patienceMs = 3 * 3_600_000;
/** Practice time after which a held file must know all that it can, in milliseconds. */
const longestHoldMs = 3_600_000;
/** So long its user looks on before answering, in milliseconds: until the second look, when nothing is under way. */
const thoughtMs = 12 * 60_000;
/** How often its user answers what a restored file does not know. */
const mostAnswers = 10;
/** Real time for one round of work, in milliseconds; more means that it hangs. */
const roundMs = 20_000;

/** A world after a death: the network goes on, and its clock is moved by hand from here. */
export interface Aftermath {
  readonly network: RunningNetwork;
  readonly platform: string;
  readonly clock: TestClock;
  /** Moves everybody's clock; what is in flight arrives on the way. */
  pass(ms: number): Promise<void>;
  /** Posts that the network has accepted since the scene was set. */
  newPosts(): Promise<readonly AcceptedPost[]>;
  /** Whether something is still in flight. */
  inFlight(): boolean;
}

export interface Recovered {
  readonly deliveries: readonly Delivery[];
  readonly accounts: readonly Account[];
  /** The history of each delivery, by its id. */
  readonly histories: ReadonlyMap<string, readonly DeliveryEvent[]>;
  /** What was seen on the way that must not be. */
  readonly complaints: readonly string[];
}

/**
 * Starts the app and lets time pass until everything is settled. Whoever sits before it connects an account again that
 * lost its access, but answers no `unknown`. `held` says that the file must open held: then its user waits for what
 * the app finds, answers what is left by what the network shows, and releases it.
 */
export async function recover(home: string, world: Aftermath, held: boolean): Promise<Recovered> {
  const complaints: string[] = [];
  const app = await openIn(home, world);
  try {
    if (held) complaints.push(...(await releaseAfterLooking(app, world)));
    let deliveries = await settled(app, world);
    // Whoever restores a file answers what the app cannot know. A thread may ask for each of its parts.
    const rounds = held ? mostAnswers : 0;
    for (let round = 0; round < rounds && deliveries.some(isOpen); round += 1) {
      await answerByLooking(app, world, deliveries.filter(isOpen));
      deliveries = await settled(app, world);
    }
    const histories = new Map<string, readonly DeliveryEvent[]>();
    for (const { id } of deliveries) histories.set(id, (await app.client.queue.get({ id })).events);
    return { deliveries, histories, accounts: await app.client.accounts.list({}), complaints };
  } finally {
    await app.engine.stop();
  }
}

/** Opens a copy beside the original, as somebody does who has moved the app by copying it. It must send nothing. */
export async function openSecondCopy(home: string, world: Aftermath): Promise<readonly string[]> {
  const app = await openIn(home, world);
  try {
    const before = await world.newPosts();
    const wasInFlight = world.inFlight();
    for (let step = 0; step < 4; step += 1) {
      await round(app, world);
      await world.pass(longestStepMs);
    }
    const sent = (await world.newPosts()).length - before.length;
    const landed = wasInFlight && !world.inFlight() ? 1 : 0;
    if ((await app.client.copies.hold({})) === null) return ['The second copy was not held.'];
    return sent > landed ? [`The second copy sent ${sent - landed} posts.`] : [];
  } finally {
    await app.engine.stop();
  }
}

const openIn = (home: string, { platform, network, clock }: Aftermath): Promise<App> =>
  openApp({ home, platform, url: network.url, clock });

/** What stopped because the file was held. */
const isOpen = ({ state, problem }: Delivery): boolean =>
  state === 'unknown' || problem?.code.startsWith('held_') === true;

async function releaseAfterLooking(app: App, world: Aftermath): Promise<string[]> {
  const complaints: string[] = [];
  const before = (await world.newPosts()).length;
  const wasInFlight = world.inFlight();
  if ((await app.client.copies.hold({})) === null) return ['The restored file was not held.'];
  for (let waited = 0; waited < longestHoldMs; waited += longestStepMs) {
    await round(app, world);
    await round(app, world, 'background');
    await connectAgain(app, world);
    const hold = await app.client.copies.hold({});
    if (hold === null) break;
    if (hold.state === 'ready' && !world.inFlight() && waited >= thoughtMs) break;
    await world.pass(longestStepMs);
  }
  const sent = (await world.newPosts()).length - before - (wasInFlight && !world.inFlight() ? 1 : 0);
  if (sent > 0) complaints.push(`The held file sent ${sent} posts.`);
  const hold = await app.client.copies.hold({});
  if (hold?.state === 'looking') complaints.push('The held file never came to an end of looking.');
  await answerByLooking(app, world, hold?.undecided ?? []);
  if (hold !== null) await app.client.copies.release({});
  return complaints;
}

/** What a user does who sees the network: what is there is there, what is not is sent again. */
async function answerByLooking(app: App, world: Aftermath, deliveries: readonly Delivery[]): Promise<void> {
  for (const { id } of deliveries) {
    const { delivery } = await app.client.queue.get({ id });
    const mayLook = delivery.state === 'unknown';
    const looked = mayLook ? await app.client.queue.lookAgain({ id }).catch(() => delivery) : delivery;
    const open = looked.parts.find(({ state }) => state === 'unknown' || state === 'pending');
    if (open === undefined) continue;
    const account = (await app.client.accounts.list({})).find((known) => known.id === looked.accountId);
    const known = new Set(
      (await allDeliveries(app)).flatMap(({ parts }) => parts.map(({ remoteId }) => remoteId)),
    );
    const isThere = (await world.newPosts()).some(
      (post) => post.account === account?.remoteId && post.text === open.text && !known.has(post.id),
    );
    if (looked.state === 'unknown')
      await app.client.queue.settle({ id, answer: isThere ? 'published' : 'send_again' });
    else if (looked.state === 'missed' || looked.state === 'failed')
      await (isThere ? app.client.queue.drop({ id }) : app.client.queue.retry({ id }));
  }
}

async function settled(app: App, world: Aftermath): Promise<readonly Delivery[]> {
  const end = world.clock.now() + patienceMs;
  for (;;) {
    await round(app, world);
    await connectAgain(app, world);
    const deliveries = await allDeliveries(app);
    const waiting = deliveries.filter(({ state }) => state === 'scheduled' || state === 'publishing');
    if ((waiting.length === 0 && !world.inFlight()) || world.clock.now() > end) return deliveries;
    const next = Math.min(...waiting.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []));
    await world.pass(Math.max(shortestStepMs, Math.min(longestStepMs, next - world.clock.now())));
  }
}

/** Connects what lost its access, and tries anew what failed for want of it. */
async function connectAgain(app: App, world: Aftermath): Promise<void> {
  for (const account of await app.client.accounts.list({})) {
    if (account.state !== 'needs_reconnect') continue;
    const { workspaceId, username: person, id } = account;
    await world.network.connect(app, { workspaceId, platform: world.platform, person, reconnect: id });
  }
  const { deliveries } = await app.client.queue.list({ section: 'needs_me' });
  for (const { id, state, problem } of deliveries)
    if (state === 'failed' && problem?.code.startsWith('auth') === true) await app.client.queue.retry({ id });
}

/** Does what is due. Meanwhile the clock goes on a little, since work may wait for other work by it. */
async function round(
  app: App,
  world: Aftermath,
  queue: 'publisher' | 'background' = 'publisher',
): Promise<void> {
  let isDone = false;
  const work = app.engine.drain(queue).finally(() => (isDone = true));
  const began = performance.now();
  const aMoment = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 10));
  for (;;) {
    await Promise.race([work, aMoment()]);
    if (isDone) return await work;
    if (performance.now() - began > roundMs) throw new Error('A round of work does not end.');
    world.clock.advance(50);
  }
}

async function allDeliveries(app: App): Promise<Delivery[]> {
  const lists = await Promise.all(
    (['needs_me', 'next', 'done'] as const).map((section) => app.client.queue.list({ section })),
  );
  return lists.flatMap(({ deliveries }) => deliveries);
}
