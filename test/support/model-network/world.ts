import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { databaseFile } from '../../../src/engine/core.ts';
import type { Database } from '../../../src/engine/db/database.ts';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import type { VaultKeyPort } from '../../../src/engine/ports.ts';
import type { Ledger } from '../../../src/engine/posts/ledger/ledger.ts';
import { createIds } from '../../../src/engine/system/ids.ts';
import { createLocalClient } from '../../../src/host/local-client.ts';
import type { ContractClient } from '../../../src/host/ownership/owner-client.ts';
import type { Delivery } from '../../../src/shared/models/delivery.ts';
import { deliveryId } from '../../../src/shared/models/ids.ts';
import type { AccountId, DeliveryId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import { createTestClock } from '../clock.ts';
import type { TestClock } from '../clock.ts';
import { temporaryDirectory } from '../database.ts';
import { putEmptyDataFile } from '../empty-data-file.ts';
import { quietPorts } from '../quiet-ports.ts';
import type { LogLine } from '../quiet-ports.ts';
import { connectModelAccount } from './connect.ts';
import type { ModelNetwork } from './networks.ts';
import type { RunningModel } from './server.ts';

/** The app on a model network; time stands still until `pass`. */
export interface ModelWorld {
  readonly client: ContractClient;
  readonly clock: TestClock;
  readonly model: RunningModel;
  readonly directory: string;
  readonly workspaceId: WorkspaceId;
  readonly accountId: AccountId;
  readonly log: readonly LogLine[];
  pass(ms: number): void;
  drain(): Promise<void>;
  /** Works off what the other thread would. */
  drainBackground(): Promise<void>;
  /** Lets time pass in steps, working off what becomes due, until no delivery is on its way; at most a day. */
  settleAll(): Promise<void>;
  /** Writes a post for the account and schedules it for now. */
  scheduled(...texts: string[]): Promise<string>;
  delivery(id: string): Promise<Delivery>;
  /** Reads the data file beside the app. */
  read<Result>(work: (db: Database) => Result): Result;
  /** Writes to it as a feature of the app would. */
  write<Result>(work: (ledger: Ledger) => Result): Result;
  deliveryId(id: string): DeliveryId;
  /** A second account on the same network. */
  connect(remoteId: string): AccountId;
  /**
   * Drops the engine as the death of its process would: what it was about to write is never written. Another one starts on the
   * same directory.
   */
  crash(): Promise<void>;
}

export async function startModelWorld(
  network: ModelNetwork,
  given: { readonly vaultKey?: VaultKeyPort } = {},
): Promise<ModelWorld> {
  const directory = temporaryDirectory();
  const clock = createTestClock();
  const still = () => ({ epochMs: clock.now(), anchorMs: 0, rate: 0 });
  const model = await network.start({ directory: join(directory, 'network'), port: 0, clock: still() });
  const log: LogLine[] = [];
  const quiet = quietPorts({ data: join(directory, 'data'), clock, url: model.url, log });
  await putEmptyDataFile(databaseFile(quiet.paths.data));
  const ports = { ...quiet, vaultKey: given.vaultKey ?? quiet.vaultKey };
  const options = { role: 'main', threads: 'inline', platforms: [network.platform] } as const;
  let dead = new AbortController();
  const mortal = () => {
    const { signal } = dead;
    // A dead process gets no answer and sends nothing.
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const forever = new Promise<never>(() => {});
      if (signal.aborted) return await forever;
      const signals = init?.signal ? [signal, init.signal] : [signal];
      try {
        const response = await globalThis.fetch(input, { ...init, signal: AbortSignal.any(signals) });
        return signal.aborted ? await forever : response;
      } catch (error) {
        if (signal.aborted) return await forever;
        throw error;
      }
    };
    return { ...ports, fetch };
  };
  let engine = createEngine(mortal(), options);
  await engine.start();
  onTestFinished(async () => {
    dead.abort();
    await model.stop();
  });
  const router = new Proxy(engine.router, { get: (_, part) => Reflect.get(engine.router, part) });
  const client = createLocalClient(router, { actor: 'user' });
  const { workspace } = await client.practice.start({ timeZone: 'Europe/Berlin' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  const workspaceId = workspace.id;
  const connect = (remoteId: string): AccountId =>
    connectModelAccount(ports, { platform: network.platform, url: model.url, workspaceId, remoteId });
  const accountId = connect('ada');

  const withLedger = <Result>(work: (ledger: Ledger) => Result): Result => {
    const db = openDatabase({ file: databaseFile(ports.paths.data), gate: openGate(createGateMemory(), 1) });
    try {
      return work({ db, clock, newId: createIds(clock, ports.random), changed: () => {} });
    } finally {
      db.close();
    }
  };

  const world: ModelWorld = {
    client,
    clock,
    model,
    directory,
    workspaceId,
    accountId,
    log,
    connect,
    pass(ms) {
      clock.advance(ms);
      model.setClock(still());
    },
    drain: () => engine.drain('publisher'),
    drainBackground: () => engine.drain('background'),
    async settleAll() {
      for (let step = 0; step < 300; step += 1) {
        await engine.drain('publisher');
        const { deliveries } = await client.queue.list({ workspaceId, section: 'next' });
        if (deliveries.length === 0) return;
        world.pass(step < 100 ? 10_000 : 600_000);
      }
      throw new Error('A delivery is on its way for ever.');
    },
    async scheduled(...texts) {
      const post = await client.posts.create({
        workspaceId,
        parts: texts.map((text) => ({ text, media: [] })),
        accountIds: [accountId],
      });
      const done = await client.posts.schedule({
        workspaceId,
        id: post.id,
        version: post.version,
        when: { kind: 'now' },
      });
      const [delivery] = done.deliveries;
      if (delivery === undefined) throw new Error('Nothing was scheduled.');
      return delivery.id;
    },
    read: (work) => withLedger(({ db }) => work(db)),
    write: (work) => withLedger(work),
    deliveryId: (id) => deliveryId.parse(id),
    delivery: async (id) => (await client.queue.get({ workspaceId, id })).delivery,
    async crash() {
      dead.abort();
      dead = new AbortController();
      engine = createEngine(mortal(), options);
      await engine.start();
    },
  };
  return world;
}
