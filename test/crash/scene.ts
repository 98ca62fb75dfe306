import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Driver from 'better-sqlite3';
import { createEngine } from '../../src/engine/engine.ts';
import type { ClockSetting } from '../../src/engine/ports.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { allow } from '../support/allow.ts';
import { quietPorts } from '../support/quiet-ports.ts';

/** Noon on the day of the test; every run begins at this instant again. */
const begin = Date.UTC(2026, 10, 22, 12);
/** So fast that the longest wait for a lost answer, five minutes, takes under a second. */
const recoveryRate = 400;

export const texts = ['A thread that must arrive once', 'and its second part too'];

/** A data directory with one thread that is due, and the network it goes to, to be copied for each run. */
export interface Scene {
  readonly directory: string;
  readonly port: number;
  remove(): void;
}

export interface Run {
  readonly killed: boolean;
  readonly state: string;
  /** How often the network has each text. */
  readonly counts: readonly number[];
}

export async function prepareScene(): Promise<Scene> {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-crash-'));
  const port = await freePort();
  const clock: ClockSetting = { epochMs: begin, anchorMs: Date.now(), rate: 1 };
  const sandbox = await startSandbox({ dataDirectory: join(directory, 'network'), port, clock });
  const engine = createEngine(
    quietPorts({ data: join(directory, 'data'), clock: createClock(clock), url: sandbox.url }),
    { role: 'main', threads: 'inline' },
  );
  await engine.start();
  const client = createLocalClient(engine.router, { actor: 'user' });
  const { workspace } = await client.practice.start({ timeZone: 'UTC' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  const flow = await client.accounts.connect({
    workspaceId: workspace.id,
    platform: 'x',
    openBrowser: false,
  });
  const connected = new Promise<void>((resolve) => {
    engine.events.subscribe((event) => {
      if (event.type === 'change' && event.changes.some((change) => change.topic === 'account')) resolve();
    });
  });
  await allow(flow.authorizeUrl, 'mara_bakes');
  await connected;
  const [account] = await client.accounts.list({ workspaceId: workspace.id });
  if (account === undefined) throw new Error('No account is connected.');
  const post = await client.posts.create({
    workspaceId: workspace.id,
    parts: texts.map((text) => ({ text, media: [] })),
    accountIds: [account.id],
  });
  await client.posts.schedule({
    workspaceId: workspace.id,
    id: post.id,
    version: post.version,
    when: { kind: 'at', local: '2026-11-22T12:01', timeZone: 'UTC' },
  });
  await engine.stop();
  await sandbox.stop();
  return { directory, port, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/**
 * One run: a copy of the scene, the app under `command` (killed or not), then the app again until everything is
 * settled, and what the network and the app say in the end.
 */
export async function play(scene: Scene, first: (launch: Launch) => Promise<boolean>): Promise<Run> {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-crash-run-'));
  cpSync(scene.directory, directory, { recursive: true });
  const data = join(directory, 'data');
  let clock: ClockSetting = { epochMs: begin + 60_000, anchorMs: Date.now(), rate: 1 };
  const sandbox = await startSandbox({ dataDirectory: join(directory, 'network'), port: scene.port, clock });
  try {
    const killed = await first({ sandbox, arguments: [childFile, data, sandbox.url, JSON.stringify(clock)] });
    clock = { epochMs: begin + 70_000, anchorMs: Date.now(), rate: recoveryRate };
    await control(sandbox, 'PUT', 'faults', []);
    await control(sandbox, 'PUT', 'clock', clock);
    await exitOf([process.execPath, childFile, data, sandbox.url, JSON.stringify(clock)]);
    const log = (await control(sandbox, 'GET', 'log?after=0')) as {
      entries: { operation: string; text: string | null }[];
    };
    const created = log.entries
      .filter((entry) => entry.operation === 'posts.create')
      .map((entry) => entry.text);
    return {
      killed,
      state: stateIn(data),
      counts: texts.map((text) => created.filter((other) => other === text).length),
    };
  } finally {
    await sandbox.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

export interface Launch {
  readonly sandbox: Sandbox;
  /** Arguments after the Node binary. */
  readonly arguments: readonly string[];
}

const childFile = join(import.meta.dirname, 'publish-child.ts');

/** Runs a command to its end: true where SIGKILL ended it or, under strace, its child. */
export function exitOf(command: readonly string[], onStart?: (kill: () => void) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const [program = '', ...rest] = command;
    const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
    onStart?.(() => child.kill('SIGKILL'));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 137) resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`The app ended with ${code ?? signal}: ${errors.slice(0, 2_000)}`));
    });
  });
}

/** Speaks to the practice network's control; without a pool, because each run has a new server on the same port. */
export function control(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-practice-control': '1', 'content-type': 'application/json' };
    const asked = request(
      `${sandbox.url}/__practice/${path}`,
      { method, headers, agent: false },
      (response) => {
        text(response).then((answer) => resolve(answer === '' ? null : JSON.parse(answer)), reject);
      },
    );
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** What the data file of a run says of a part, while the app is at work on it. */
export function partState(launch: Launch, position: number): string {
  const driver = new Driver(join(launch.arguments[1] ?? '', 'ocma.db'), { readonly: true });
  try {
    return String(driver.prepare('SELECT state FROM delivery_part WHERE position = ?').pluck().get(position));
  } finally {
    driver.close();
  }
}

function stateIn(data: string): string {
  const driver = new Driver(join(data, 'ocma.db'), { readonly: true });
  try {
    const row: unknown = driver.prepare('SELECT state FROM delivery').pluck().get();
    return String(row);
  } finally {
    driver.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
