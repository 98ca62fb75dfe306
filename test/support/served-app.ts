import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClockSetting } from '../../src/engine/ports.ts';

/** A running `ocma serve`, spoken to by its REST API as a user's script would. */
export interface App {
  readonly child: ChildProcess;
  api(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Ends it as a power cut of the process does. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly home: string;
  readonly data: string;
  readonly endpoints: string;
  readonly clock: ClockSetting;
}

const program = join(import.meta.dirname, '../../src/host/ocma.mjs');

export function environmentOf(options: AppOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: options.home,
    OCMA_ENDPOINTS: options.endpoints,
    OCMA_CLOCK: JSON.stringify(options.clock),
    OCMA_NO_BROWSER: '1',
    OCMA_VAULT_PASSPHRASE: 'four words and a number 7',
  };
}

export async function startApp(options: AppOptions): Promise<App> {
  const args = [program, 'serve', '--data', options.data, '--port', '0', '--json', '--no-open'];
  const child = spawn(process.execPath, args, {
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    ended.then(() => {
      throw new Error(`The app did not start: ${errors.slice(0, 2_000)}`);
    }),
  ]);
  const { url, token } = JSON.parse(line) as { url: string; token: string };
  const { origin } = new URL(url);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    child,
    async api(method, path, body) {
      const answer = await fetch(`${origin}/api${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const told: unknown = await answer.json();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
      return told;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Runs a command of the app to its end. */
export async function command(options: AppOptions, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args, '--data', options.data], {
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`ocma ${args.join(' ')} ended with ${String(code)}: ${said}`);
  return said;
}

/** A file for `OCMA_ENDPOINTS` that puts X at this base URL. */
export function endpointsOfX(base: string): string {
  return JSON.stringify({
    x: {
      authorize: `${base}/i/oauth2/authorize`,
      token: `${base}/2/oauth2/token`,
      revoke: `${base}/2/oauth2/revoke`,
      api: base,
      upload: base,
    },
  });
}

/** Connects an account on X as a script does: with the code that the redirect brings. */
export async function connectByScript(app: App, person: string): Promise<void> {
  const { authorizeUrl, state } = (await app.api('POST', '/social/connect', { platform: 'x' })) as {
    authorizeUrl: string;
    state: string;
  };
  const { origin, pathname, searchParams } = new URL(authorizeUrl);
  searchParams.set('person', person);
  searchParams.set('decision', 'allow');
  const answer = await fetch(origin + pathname, { method: 'POST', body: searchParams, redirect: 'manual' });
  const authCode = new URL(answer.headers.get('location') ?? '').searchParams.get('code');
  await app.api('POST', '/social/connect', { platform: 'x', authCode, state });
}
