import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../src/engine/db/database.ts';
import { createGateMemory, openGate } from '../../src/engine/db/gate.ts';
import { openDatabase } from '../../src/engine/db/open.ts';
import { enqueue } from '../../src/engine/queue/store.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { createIds } from '../../src/engine/system/ids.ts';
import { createRandom } from '../../src/engine/system/random.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import { openOwnedHost } from '../../src/host/owned-host.ts';
import type { ContractClient } from '../../src/host/ownership/owner-client.ts';
import type { AccountId, DeliveryId, WorkspaceId } from '../../src/shared/models/ids.ts';
import { openBull } from './bull.ts';
import { inLanes, timed } from './contender.ts';
import { addAccounts } from './many-accounts.ts';
import { openOwnContender } from './own-contender.ts';
import { withRedis } from './redis.ts';
import type { Report, Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured, percentile } from './statistics.ts';
import { openTrivialNetwork } from './trivial-network.ts';
import type { TrivialNetwork } from './trivial-network.ts';

const posts = 1_000;
const runs = 2;
const inFlight = 50;
/** From moving the times to the first due time, and how much of it must be left when the app may publish again; in milliseconds. */
const headStartMs = 3_000;
const leastHeadStartMs = 1_000;
/** The app's own bound for a write, so that its threads wait no longer than for one another. */
const rowsAWrite = 100;
/** What takes longer hangs. */
const patienceMs = 60_000;
const targets = { latenessMs: 20, notOnTheWire: 20, ofOneAccount: 1 };

/** The app with a thousand accounts. */
interface Scene {
  readonly client: ContractClient;
  readonly workspaceId: WorkspaceId;
  readonly accounts: readonly AccountId[];
  readonly network: TrivialNetwork;
  /** The app's data file, by a connection of our own. */
  readonly db: Database;
  readonly file: string;
}

/**
 * The whole app with its threads and ledger: a thousand deliveries of a thousand accounts that come due evenly over one
 * second, and the same number at once, to a network that answers at once.
 */
export async function measureThousandDue(): Promise<Report> {
  return await withScratch(async (directory) => {
    const network = await openTrivialNetwork();
    const data = join(directory, 'data');
    const host = await openOwnedHost({ dataDirectory: data, kind: 'web', env: process.env });
    if (host === null) throw new Error('The data directory is in use.');
    const file = join(data, 'ocma.db');
    try {
      const client = createLocalClient(host.engine.router, { actor: 'user' });
      const { workspace } = await client.practice.start({ timeZone: 'UTC' });
      if (workspace === null) throw new Error('There is no practice workspace.');
      // Beside the gate of the app's threads, so SQLite's own waiting keeps the peace: it writes little at a time and
      // only while publishing is paused or there is nothing to publish.
      const db = openDatabase({ file, gate: openGate(createGateMemory(), 1) });
      const accounts = addAccounts(db, workspace.id, network.url, posts);
      await client.settings.updateWorkspace({ workspaceId: workspace.id, monthlyCapMicros: null });
      const scene: Scene = { client, workspaceId: workspace.id, accounts, network, db, file };
      const due = await overOneSecond(scene);
      const burst = await allAtOnce(scene);
      db.close();
      const yardsticks = [
        {
          name: `BullMQ 6, appendfsync always, same request, ${inFlight} in flight`,
          measured: measured(await byBull(directory, network)),
        },
        {
          name: `our queue without the ledger, ${inFlight} in flight`,
          measured: measured(await bareQueue(directory)),
        },
      ];
      const rows: Row[] = [
        ...due,
        {
          name: 'posts.create and posts.schedule, one by one',
          unit: 'posts/s',
          measured: measured(burst.scheduledAlone),
        },
        {
          name: `posts.create and posts.schedule, ${inFlight} in flight`,
          unit: 'posts/s',
          measured: measured(burst.scheduled),
        },
        {
          name: `publish ${posts.toLocaleString('en-US')} posts that are due, by the ledger`,
          unit: 'posts/s',
          measured: measured(burst.published),
          yardsticks,
        },
      ];
      const { concurrency } = await client.settings.app({});
      return {
        rows,
        notes: [
          `The app at its defaults: ${concurrency.overall} at once, ${concurrency.perPlatform} a platform, ${concurrency.perAccount} an account, two threads, synchronous=FULL.`,
        ],
      };
    } finally {
      await host.close();
      await network.close();
    }
  });
}

interface Made {
  readonly id: DeliveryId;
  readonly text: string;
}

/** Makes a post for each account and schedules it. */
async function schedule(scene: Scene, name: string, local: string | null, lanes: number): Promise<Made[]> {
  const { client, workspaceId, accounts } = scene;
  const made: Made[] = [];
  await inLanes(posts, lanes, async (index) => {
    const accountId = accounts[index];
    if (accountId === undefined) return;
    const text = `Loaf ${index} of ${name} is out of the oven`;
    const post = await client.posts.create({
      workspaceId,
      parts: [{ text, media: [] }],
      accountIds: [accountId],
    });
    const when = local === null ? { kind: 'now' as const } : { kind: 'at' as const, local, timeZone: 'UTC' };
    const { deliveries } = await client.posts.schedule({
      workspaceId,
      id: post.id,
      version: post.version,
      when,
    });
    const [delivery] = deliveries;
    if (delivery === undefined) throw new Error('A post has no delivery.');
    made.push({ id: delivery.id, text });
  });
  return made;
}

async function overOneSecond(scene: Scene): Promise<Row[]> {
  const late: Record<'p50' | 'p99' | 'most', number[]> = { p50: [], p99: [], most: [] };
  const most: Record<'notOnTheWire' | 'ofOneAccount', number[]> = { notOnTheWire: [], ofOneAccount: [] };
  for (let run = 0; run < runs; run += 1) {
    const far = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);
    const made = await schedule(scene, `batch ${run}`, far, inFlight);
    await scene.client.system.pausePublishing({ paused: true });
    const { first, dueAt } = spread(scene, made);
    const { all } = await scene.network.expect(posts, scene.file);
    // It wakes the publisher, which sleeps until the times of before.
    await scene.client.system.pausePublishing({ paused: false });
    if (Date.now() > first - leastHeadStartMs)
      throw new Error('This machine is too busy: moving the times took until the first of them.');
    const { arrivals, notOnTheWire, ofOneAccount } = await all;
    const lateness = arrivals.map(({ text, at }) => at - (dueAt.get(text) ?? Number.NaN));
    late.p50.push(percentile(lateness, 0.5));
    late.p99.push(percentile(lateness, 0.99));
    late.most.push(Math.max(...lateness));
    most.notOnTheWire.push(notOnTheWire);
    most.ofOneAccount.push(ofOneAccount);
    await settled(scene);
  }
  const name = `lateness of ${posts.toLocaleString('en-US')} requests due over one second`;
  return [
    { name: `${name}, p50`, unit: 'ms', measured: measured(late.p50) },
    {
      name: `${name}, p99`,
      unit: 'ms',
      measured: measured(late.p99),
      target: { limit: targets.latenessMs, better: 'less' },
    },
    { name: `${name}, latest`, unit: 'ms', measured: measured(late.most) },
    {
      name: 'most parts that said sending and were not on the wire',
      unit: 'parts',
      // A bound holds in every run or not at all.
      measured: measured([Math.max(...most.notOnTheWire)]),
      target: { limit: targets.notOnTheWire, better: 'less' },
    },
    {
      name: 'most parts of one account that said sending',
      unit: 'parts',
      // A bound holds in every run or not at all.
      measured: measured([Math.max(...most.ofOneAccount)]),
      target: { limit: targets.ofOneAccount, better: 'less' },
    },
  ];
}

/** Moves the deliveries to a millisecond each, finer than the contract's seconds. Answers when each is due, by its text. */
function spread(
  { db, workspaceId, accounts }: Scene,
  made: readonly Made[],
): { first: number; dueAt: ReadonlyMap<string, number> } {
  const newId = createIds(createClock(), createRandom());
  const first = Date.now() + headStartMs;
  const dueAt = new Map<string, number>();
  const move = ({ id, text }: Made, runAt: number): void => {
    dueAt.set(text, runAt);
    db.sql(`UPDATE delivery SET due_at = :runAt WHERE id = :id`).run({ id, runAt });
    const accountId = accounts[Number(/\d+/.exec(text)?.[0])];
    if (accountId === undefined) throw new Error('A post has no account.');
    enqueue(
      db,
      newId,
      { workspaceId, queue: 'publisher', kind: 'publish', subjectId: id, platform: 'x', accountId, runAt },
      Date.now(),
    );
  };
  for (let from = 0; from < made.length; from += rowsAWrite) {
    db.write(() => {
      for (const [index, one] of made.slice(from, from + rowsAWrite).entries())
        move(one, first + Math.floor(((from + index) * 1_000) / posts));
    });
  }
  return { first, dueAt };
}

/** Waits until everything that was sent is recorded. */
async function settled({ db }: Scene): Promise<void> {
  const left = db.sql<{ jobs: number }>(
    `SELECT count(*) AS jobs FROM job WHERE queue = 'publisher' AND state IN ('ready', 'running')`,
  );
  const until = performance.now() + patienceMs;
  while ((left.get()?.jobs ?? 0) > 0) {
    if (performance.now() > until) throw new Error('What was sent is not recorded.');
    await wait(20);
  }
}

async function allAtOnce(
  scene: Scene,
): Promise<Record<'scheduledAlone' | 'scheduled' | 'published', number[]>> {
  const rates = { scheduledAlone: [] as number[], scheduled: [] as number[], published: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    await scene.client.system.pausePublishing({ paused: true });
    const alone = run === 0;
    const ms = await timed(() => schedule(scene, `tray ${run}`, null, alone ? 1 : inFlight));
    (alone ? rates.scheduledAlone : rates.scheduled).push((posts * 1_000) / ms);
    const { all } = await scene.network.expect(posts, null);
    const published = await timed(async () => {
      await scene.client.system.pausePublishing({ paused: false });
      await all;
      await settled(scene);
    });
    rates.published.push((posts * 1_000) / published);
  }
  return rates;
}

/** The same request from a queue that keeps nothing of its own of it. */
async function byBull(directory: string, network: TrivialNetwork): Promise<number[]> {
  return await withRedis(join(directory, 'redis'), 'always', async (port) => {
    const rates: number[] = [];
    const bull = await openBull(port);
    for (let run = 0; run < runs; run += 1) {
      await bull.queue.addBulk(
        Array.from({ length: posts }, (_, index) => ({
          name: 'post',
          data: { text: `Bun ${index} of tray ${run}` },
        })),
      );
      const { all } = await network.expect(posts, null);
      const ms = await bull.run(posts, inFlight, async (job) => {
        const response = await fetch(`${network.url}/2/tweets`, {
          method: 'POST',
          headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
          body: JSON.stringify(job.data),
        });
        await response.text();
      });
      await all;
      rates.push((posts * 1_000) / ms);
    }
    await bull.close();
    return rates;
  });
}

async function bareQueue(directory: string): Promise<number[]> {
  const own = await openOwnContender(join(directory, 'own'), 'FULL');
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await own.addInBulk(posts, 100);
    rates.push((posts * 1_000) / (await own.complete(posts, inFlight)));
  }
  await own.close();
  return rates;
}
