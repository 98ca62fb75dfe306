import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Account } from '../../src/shared/models/account.ts';
import type { Notice } from '../../src/shared/models/event.ts';
import type { WorkspaceId } from '../../src/shared/models/ids.ts';
import { databaseFile } from '../../src/engine/core.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Ports } from '../../src/engine/ports.ts';
import type { QueueName } from '../../src/engine/queue/job.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import type { ContractClient } from '../../src/host/ownership/owner-client.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { createTestClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { allow } from './allow.ts';
import { temporaryDirectory } from './database.ts';
import { putEmptyDataFile } from './empty-data-file.ts';
import { quietPorts } from './quiet-ports.ts';
import type { LogLine } from './quiet-ports.ts';

/** The app without its threads, on a practice network of its own; time stands still until `pass`. */
export interface World {
  readonly client: ContractClient;
  readonly engine: Engine;
  readonly clock: TestClock;
  readonly directory: string;
  readonly workspaceId: WorkspaceId;
  readonly notices: readonly Notice[];
  readonly log: readonly LogLine[];
  /** Moves the app's and the practice network's clock. */
  pass(ms: number): Promise<void>;
  drain(queue?: QueueName): Promise<void>;
  /** Connects a practice person by the consent page. */
  connect(person?: string): Promise<Account>;
  faults(...rules: readonly unknown[]): Promise<void>;
  /** The network's truth: posts that it took, in order. */
  truth(): Promise<{ id: string; text: string | null; inReplyTo: string | null; at: number }[]>;
  /** Waits until the network has taken that many posts. */
  accepted(posts: number): Promise<void>;
  /** Stops the engine as a closing app does and starts another one on the same directory. */
  restart(): Promise<void>;
  /** Opens another data directory with the same network, clock and machine; stopped when the test ends. */
  open(data: string): Promise<{ client: ContractClient; engine: Engine }>;
}

/** With a `machine` the installation knows its place, and keeps its state in the world's directory `state`. */
export async function startWorld(options: { start?: number; machine?: string } = {}): Promise<World> {
  const directory = temporaryDirectory();
  const clock = createTestClock(options.start);
  const sandbox = await startSandbox({
    dataDirectory: join(directory, 'network'),
    port: 0,
    clock: { epochMs: clock.now(), anchorMs: 0, rate: 0 },
  });
  const notices: Notice[] = [];
  const log: LogLine[] = [];
  const { machine } = options;
  const portsOn = (data: string): Ports => {
    const ports = quietPorts({ data, clock, url: sandbox.url, notices, log });
    if (machine === undefined) return ports;
    return {
      ...ports,
      host: { ...ports.host, machine },
      paths: { ...ports.paths, state: join(directory, 'state') },
    };
  };
  const ports = portsOn(join(directory, 'data'));
  await putEmptyDataFile(databaseFile(ports.paths.data));
  let engine = createEngine(ports, { role: 'main', threads: 'inline' });
  await engine.start();
  onTestFinished(async () => {
    await engine.stop();
    await sandbox.stop();
  });
  const router = new Proxy(engine.router, { get: (_, part) => Reflect.get(engine.router, part) });
  const client = createLocalClient(router, { actor: 'user' });
  const { workspace } = await client.practice.start({ timeZone: 'Europe/Berlin' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  const workspaceId = workspace.id;

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}/__practice/${path}`, {
      method,
      headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return await response.json().catch(() => null);
  };

  return {
    client,
    get engine() {
      return engine;
    },
    clock,
    directory,
    workspaceId,
    notices,
    log,
    async pass(ms) {
      clock.advance(ms);
      await control('PUT', 'clock', { epochMs: clock.now(), anchorMs: 0, rate: 0 });
    },
    drain: (queue = 'publisher') => engine.drain(queue),
    async connect(person = 'mara_bakes') {
      const flow = await client.accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
      const ended = new Promise<void>((resolve) => {
        const unsubscribe = engine.events.subscribe((event) => {
          if (event.type !== 'change' || !event.changes.some((change) => change.id === flow.id)) return;
          void client.accounts.connection({ id: flow.id }).then(({ status }) => {
            if (status === 'waiting' || status === 'exchanging') return;
            unsubscribe();
            resolve();
          });
        });
      });
      await allow(flow.authorizeUrl, person);
      await ended;
      const after = await client.accounts.connection({ id: flow.id });
      if (after.account === null) throw new Error(`Not connected: ${JSON.stringify(after)}`);
      return after.account;
    },
    async faults(...rules) {
      await control('PUT', 'faults', rules);
    },
    truth: async () => postsOf(await control('GET', 'log?after=0')),
    async accepted(posts) {
      let seen = 0;
      for (;;) {
        const log = await control('GET', `log?after=${seen}&wait=20000`);
        seen = Math.max(seen, ...entriesOf(log).map((entry) => entry.seq));
        if (postsOf(await control('GET', 'log?after=0')).length >= posts) return;
      }
    },
    async open(data) {
      const other = createEngine(portsOn(data), { role: 'main', threads: 'inline' });
      await other.start();
      onTestFinished(() => other.stop());
      return { engine: other, client: createLocalClient(other.router, { actor: 'user' }) };
    },
    async restart() {
      await engine.stop();
      engine = createEngine(ports, { role: 'main', threads: 'inline' });
      await engine.start();
    },
  };
}

const logSchema = z.object({
  entries: z.array(
    z.looseObject({
      seq: z.number(),
      operation: z.string(),
      id: z.string(),
      text: z.string().nullable(),
      inReplyTo: z.string().nullish(),
      at: z.number(),
    }),
  ),
});
const entriesOf = (log: unknown) => logSchema.parse(log).entries;
const postsOf = (log: unknown) =>
  entriesOf(log)
    .filter((entry) => entry.operation === 'posts.create')
    .map(({ id, text, inReplyTo, at }) => ({ id, text, inReplyTo: inReplyTo ?? null, at }));
