import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '../../src/engine/core.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { allow } from '../support/allow.ts';
import { createTestClock } from '../support/clock.ts';
import { putEmptyDataFile } from '../support/empty-data-file.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { createMortalFetch } from './mortal-fetch.ts';
import type { Death } from './mortal-fetch.ts';

/** Noon in UTC, on the day of the test. */
const noon = Date.UTC(2026, 10, 22, 12);
export const people = ['mara_bakes', 'tobi_repairs'] as const;

/**
 * An app on a practice network, which can die at any request and is born again from what was on disk at that instant. The
 * network's clock is right; the app's may be set.
 */
export async function startMortalWorld(directory: string) {
  const clock = createTestClock(noon);
  let networkNow = noon;
  const sandbox = await startSandbox({
    dataDirectory: join(directory, 'network'),
    port: 0,
    clock: { epochMs: noon, anchorMs: 0, rate: 0 },
  });
  const life = join(directory, 'life');
  const atDeath = join(directory, 'at-death');
  mkdirSync(life);
  await putEmptyDataFile(databaseFile(join(life, 'data')));

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${sandbox.url}/__practice/${path}`, {
      method,
      headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.status === 204 ? null : await answer.json();
  };
  const born = async (): Promise<{ engine: Engine; mortal: ReturnType<typeof createMortalFetch> }> => {
    const mortal = createMortalFetch(
      (url, method) => method === 'POST' && url.pathname.endsWith('/2/tweets'),
      () => cpSync(life, atDeath, { recursive: true }),
    );
    const engine = createEngine(
      { ...quietPorts({ data: join(life, 'data'), clock, url: sandbox.url }), fetch: mortal.fetch },
      { role: 'main', threads: 'inline' },
    );
    await engine.start();
    return { engine, mortal };
  };
  let now = await born();
  const client = () => createLocalClient(now.engine.router, { actor: 'user' });

  const { workspace } = await client().practice.start({ timeZone: 'UTC' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  const workspaceId = workspace.id;
  const connect = async (person: string): Promise<void> => {
    const flow = await client().accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
    const connected = Promise.withResolvers<void>();
    const unsubscribe = now.engine.events.subscribe((event) => {
      if (event.type !== 'change' || !event.changes.some((change) => change.id === flow.id)) return;
      void client()
        .accounts.connection({ id: flow.id })
        .then(({ status }) => {
          if (status !== 'waiting' && status !== 'exchanging') connected.resolve();
        });
    });
    await allow(flow.authorizeUrl, person);
    await connected.promise;
    unsubscribe();
  };
  for (const person of people) await connect(person);
  const accounts = await client().accounts.list({ workspaceId });

  return {
    clock,
    workspaceId,
    accounts,
    client,
    /** Signs a person in, for the first time or again. */
    connect: (which: number) => connect(people[which % people.length] ?? people[0]),
    faults: (rules: readonly unknown[]) => control('PUT', 'faults', rules),
    /** Time passes for the app and the network. */
    async pass(ms: number, options: { asleep?: boolean } = {}) {
      networkNow += ms;
      await control('PUT', 'clock', { epochMs: networkNow, anchorMs: 0, rate: 0 });
      if (options.asleep === true) clock.jump(ms);
      else clock.advance(ms);
    },
    async drain() {
      await now.engine.drain('background');
      await now.engine.drain('publisher');
    },
    /** Publishes what is due until it dies as planned, and is born again; without a death it just goes on. */
    async drainTo(death: Death) {
      now.mortal.plan(death);
      const drained = now.engine.drain('publisher').then(() => 'alive' as const);
      const end = await Promise.race([drained, now.mortal.died.then(() => 'dead' as const)]);
      now.mortal.plan(null);
      if (end === 'alive') return;
      now.mortal.bury();
      await drained.catch(() => undefined);
      await now.engine.stop();
      for (const name of readdirSync(life)) empty(join(life, name));
      cpSync(atDeath, life, { recursive: true });
      rmSync(atDeath, { recursive: true });
      now = await born();
    },
    async restart() {
      await now.engine.stop();
      now = await born();
    },
    /** How often the network has each text. */
    async truth(): Promise<ReadonlyMap<string, number>> {
      const log = (await control('GET', 'log?after=0')) as {
        entries: { operation: string; text: string | null }[];
      };
      const texts = log.entries
        .filter((entry) => entry.operation === 'posts.create')
        .map((entry) => asWritten(entry.text ?? ''));
      return new Map([...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length]));
    },
    async stop() {
      await now.engine.stop();
      await sandbox.stop();
    },
  };
}

export type MortalWorld = Awaited<ReturnType<typeof startMortalWorld>>;

/** The text as the app wrote it, where the network has rewritten what is around the words. */
function asWritten(text: string): string {
  return /(?:Post \d+, part \d+|Good morning)(?: \(edited \d+\))?/.exec(text)?.[0] ?? text;
}

/** Empties a directory and keeps it, as the place that the data file knows. */
function empty(directory: string): void {
  for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true });
}
