import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createEngine } from '../../../src/engine/engine.ts';
import type { QueueName } from '../../../src/engine/queue/job.ts';
import { createLocalClient } from '../../../src/host/local-client.ts';
import type { ContractClient } from '../../../src/host/ownership/owner-client.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Account } from '../../../src/shared/models/account.ts';
import type { Delivery } from '../../../src/shared/models/delivery.ts';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { Post } from '../../../src/shared/models/post.ts';
import type { NetworkSeed, Sample } from '../../networks/seed.ts';
import { allow } from '../../support/allow.ts';
import { createTestClock } from '../../support/clock.ts';
import type { TestClock } from '../../support/clock.ts';
import { quietPorts } from '../../support/quiet-ports.ts';
import { sampleFile } from './sample-files.ts';

/** The whole app, without a window and threads, on a practice network of its own; time stands still until `pass`. */
export interface Lab {
  readonly seed: NetworkSeed;
  readonly client: ContractClient;
  readonly workspaceId: WorkspaceId;
  readonly clock: TestClock;
  pass(ms: number): Promise<void>;
  drain(queue?: QueueName): Promise<void>;
  /** Connects one of the network's people, or one of them anew. */
  connect(person: string, reconnect?: AccountId): Promise<Account>;
  account(id: AccountId): Promise<Account>;
  /** Writes a post of this sample; `mark` makes its words and files its own. */
  write(accounts: readonly AccountId[], sample: Sample, mark: string): Promise<Post>;
  /** Schedules it for now. */
  schedule(post: Post): Promise<void>;
  /** Goes on, hour by hour of the app's clock where it waits, until none of the post's deliveries is on its way. */
  settled(post: Post): Promise<readonly Delivery[]>;
  faults(...rules: readonly unknown[]): Promise<void>;
  /** Calls a control endpoint of the practice network. */
  control(method: 'GET' | 'PUT', path: string, body?: unknown): Promise<unknown>;
  /** What the network took, in order. */
  truth(): Promise<readonly Accepted[]>;
  /** Forgets faults and what was taken so far, so that the next behaviour begins afresh on the same account. */
  begin(): Promise<AccountId>;
  stop(): Promise<void>;
}

export interface Accepted {
  readonly operation: string;
  readonly account: string;
  readonly id: string;
  readonly text: string | null;
  readonly inReplyTo: string | null;
  readonly media: readonly string[];
}

/** Longest wait of a post in one go, in milliseconds, and how often it is gone on with. */
const stepMs = 2 * 3_600_000;
const steps = 40;

export async function openLab(seed: NetworkSeed, given: { fetch?: typeof fetch } = {}): Promise<Lab> {
  const { name } = seed.platform;
  const directory = mkdtempSync(join(tmpdir(), 'ocma-lab-'));
  const clock = createTestClock();
  const sandbox = await startSandbox({
    dataDirectory: join(directory, 'network'),
    port: 0,
    clock: { epochMs: clock.now(), anchorMs: 0, rate: 0 },
  });
  const quiet = quietPorts({ data: join(directory, 'data'), clock, url: sandbox.url });
  const ports = { ...quiet, fetch: given.fetch ?? quiet.fetch };
  const engine = createEngine(ports, { role: 'main', threads: 'inline' });
  await engine.start();
  const client = createLocalClient(engine.router, { actor: 'user' });
  const { workspace } = await client.practice.start({ timeZone: 'Europe/Berlin' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  const workspaceId = workspace.id;
  let files = 0;
  let seen = 0;
  let first: AccountId | null = null;

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}/__practice/${path}`, {
      method,
      headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return await response.json().catch(() => null);
  };
  const lab: Lab = {
    seed,
    client,
    workspaceId,
    clock,
    async pass(ms) {
      clock.advance(ms);
      await control('PUT', 'clock', { epochMs: clock.now(), anchorMs: 0, rate: 0 });
    },
    drain: (queue = 'publisher') => engine.drain(queue),
    async connect(person, reconnect) {
      const about = { workspaceId, platform: name, ...(reconnect !== undefined && { reconnect }) };
      const ways = seed.connect;
      const server = ways.server === null ? {} : { server: ways.server };
      if (ways.by === 'password') {
        const password = ways.passwordOf(person);
        const answer = await client.accounts.connectWithPassword({
          ...about,
          ...server,
          identifier: person,
          password,
        });
        if (!('flow' in answer)) throw new Error(`Not connected: ${JSON.stringify(answer)}`);
        return connectedOf(answer.flow);
      }
      const flow = await client.accounts.connect({ ...about, ...server, openBrowser: false });
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
      if (after.status !== 'choosing') return connectedOf(after);
      const [first] = after.candidates.filter(({ unusable }) => unusable === null);
      if (first === undefined) throw new Error(`Nothing to choose: ${JSON.stringify(after.candidates)}`);
      return connectedOf(await client.accounts.chooseAccounts({ id: flow.id, remoteIds: [first.remoteId] }));
    },
    async account(id) {
      const found = (await client.accounts.list({ workspaceId })).find((account) => account.id === id);
      if (found === undefined) throw new Error('There is no such account.');
      return found;
    },
    async write(accounts, sample, mark) {
      const parts = [];
      for (const { text, media } of sample.parts) {
        const shown = [];
        for (const kind of media) {
          const { name: fileName, bytes } = await sampleFile(kind, (files += 1));
          const path = join(directory, fileName);
          writeFileSync(path, bytes);
          const { id } = await client.media.addFile({ workspaceId, path });
          shown.push({ id, altText: kind === 'mp4' ? '' : `A picture for ${mark}` });
        }
        parts.push({ text: text === '' ? '' : `${text} ${mark}`, media: shown });
      }
      return await client.posts.create({
        workspaceId,
        parts,
        accountIds: [...accounts],
        labels: [],
        options: { [name]: sample.options },
      });
    },
    async schedule({ id, version }) {
      await client.posts.schedule({ workspaceId, id, version, when: { kind: 'now' } });
    },
    async settled({ id }) {
      for (let step = 0; ; step += 1) {
        await engine.drain('publisher');
        const { deliveries } = await client.posts.get({ workspaceId, id });
        const open = deliveries.filter(({ state }) => state === 'scheduled' || state === 'publishing');
        if (open.length === 0) return deliveries;
        if (step === steps) throw new Error(`It does not come to an end: ${JSON.stringify(deliveries)}`);
        const next = Math.min(...open.map(({ nextAttemptAt }) => nextAttemptAt ?? clock.now() + 60_000));
        await lab.pass(Math.min(stepMs, Math.max(1_000, next - clock.now())));
      }
    },
    control,
    async faults(...rules) {
      await control('PUT', 'faults', rules);
    },
    async truth() {
      const { entries } = logSchema.parse(await control('GET', 'log?after=0'));
      return entries.filter(
        (entry) => entry.seq > seen && entry.network === name && seed.created.includes(entry.operation),
      );
    },
    async begin() {
      await lab.faults();
      // Limits of the hour are over, and no two posts are alike in time.
      await lab.pass(3_600_000);
      if (first === null || (await lab.account(first)).state !== 'connected')
        first = (await lab.connect(seed.people[0], first ?? undefined)).id;
      // What waited for the new sign-in goes out now.
      await engine.drain('publisher');
      const { entries } = logSchema.parse(await control('GET', 'log?after=0'));
      seen = Math.max(0, ...entries.map(({ seq }) => seq));
      return first;
    },
    async stop() {
      await engine.stop();
      await sandbox.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return lab;
}

const connectedOf = (flow: { readonly account: Account | null; readonly problem: unknown }): Account => {
  if (flow.account === null) throw new Error(`Not connected: ${JSON.stringify(flow)}`);
  return flow.account;
};

const logSchema = z.object({
  entries: z.array(
    z.looseObject({
      seq: z.number(),
      network: z.string(),
      operation: z.string(),
      account: z.string(),
      id: z.string(),
      text: z.string().nullable(),
      inReplyTo: z.string().nullable(),
      media: z.array(z.string()),
    }),
  ),
});
