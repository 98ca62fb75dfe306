import type { Account } from '../../src/shared/models/account.ts';
import type { Delivery } from '../../src/shared/models/delivery.ts';
import type { TestClock } from '../support/clock.ts';
import { openApp } from './app.ts';
import type { App } from './app.ts';
import type { RunningNetwork } from './networks/network.ts';
import { connect } from './scene.ts';

/** Steps of the clock while the app recovers, in milliseconds. */
const shortestStepMs = 1_000;
const longestStepMs = 30_000;
/** Practice time after which what is not settled counts as lost, in milliseconds. */
const patienceMs = 3 * 3_600_000;
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
  /** Whether something is still in flight. */
  inFlight(): boolean;
}

export interface Recovered {
  readonly deliveries: readonly Delivery[];
  readonly accounts: readonly Account[];
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
  const app = await openApp({
    home,
    platform: world.platform,
    url: world.network.url,
    clock: world.clock,
  });
  try {
    if (held) complaints.push(...(await releaseAfterLooking(app, world)));
    let deliveries = await settled(app, world);
    // Whoever restores a file answers what the app cannot know. A thread may ask for each of its parts.
    const rounds = held ? mostAnswers : 0;
    for (let round = 0; round < rounds && deliveries.some(isUnknown); round += 1) {
      await answerByLooking(app, world, deliveries);
      deliveries = await settled(app, world);
    }
    return { deliveries, accounts: await app.client.accounts.list({}), complaints };
  } finally {
    await app.engine.stop();
  }
}

/** Opens a copy beside the original, as somebody does who has moved the app by copying it. It must send nothing. */
export async function openSecondCopy(home: string, world: Aftermath): Promise<readonly string[]> {
  const app = await openApp({
    home,
    platform: world.platform,
    url: world.network.url,
    clock: world.clock,
  });
  try {
    const before = await world.network.truth();
    const wasInFlight = world.inFlight();
    for (let step = 0; step < 4; step += 1) {
      await round(app);
      await world.pass(longestStepMs);
    }
    const sent = (await world.network.truth()).length - before.length;
    const landed = wasInFlight && !world.inFlight() ? 1 : 0;
    if ((await app.client.copies.hold({})) === null) return ['The second copy was not held.'];
    return sent > landed ? [`The second copy sent ${sent - landed} posts.`] : [];
  } finally {
    await app.engine.stop();
  }
}

const isUnknown = ({ state }: Delivery): boolean => state === 'unknown';

async function releaseAfterLooking(app: App, world: Aftermath): Promise<string[]> {
  const complaints: string[] = [];
  const before = (await world.network.truth()).length;
  const wasInFlight = world.inFlight();
  if ((await app.client.copies.hold({})) === null) return ['The restored file was not held.'];
  for (let waited = 0; waited < patienceMs; waited += longestStepMs) {
    await round(app);
    await app.engine.drain('background');
    await connectAgain(app, world);
    const hold = await app.client.copies.hold({});
    if (hold === null || (hold.state === 'ready' && !world.inFlight())) break;
    await world.pass(longestStepMs);
  }
  const sent = (await world.network.truth()).length - before - (wasInFlight && !world.inFlight() ? 1 : 0);
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
    if (delivery.state !== 'unknown') continue;
    const looked = await app.client.queue.lookAgain({ id }).catch(() => delivery);
    const open = looked.parts.find((part) => part.state === 'unknown');
    if (looked.state !== 'unknown' || open === undefined) continue;
    const account = (await app.client.accounts.list({})).find((known) => known.id === looked.accountId);
    const known = new Set(looked.parts.map(({ remoteId }) => remoteId));
    const isThere = (await world.network.truth()).some(
      (post) => post.account === account?.remoteId && post.text === open.text && !known.has(post.id),
    );
    await app.client.queue.settle({ id, answer: isThere ? 'published' : 'send_again' });
  }
}

async function settled(app: App, world: Aftermath): Promise<readonly Delivery[]> {
  const end = world.clock.now() + patienceMs;
  for (;;) {
    await round(app);
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
    await connect(app, world.network, { workspaceId, platform: world.platform, person, reconnect: id });
  }
  const { deliveries } = await app.client.queue.list({ section: 'needs_me' });
  for (const { id, state, problem } of deliveries)
    if (state === 'failed' && problem?.code.startsWith('auth') === true) await app.client.queue.retry({ id });
}

async function round(app: App): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('A round of work does not end.')), roundMs);
  });
  try {
    await Promise.race([app.engine.drain('publisher'), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function allDeliveries(app: App): Promise<Delivery[]> {
  const lists = await Promise.all(
    (['needs_me', 'next', 'done'] as const).map((section) => app.client.queue.list({ section })),
  );
  return lists.flatMap(({ deliveries }) => deliveries);
}
