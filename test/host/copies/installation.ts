import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { connectToOwner } from '../../../src/host/ownership/owner-client.ts';
import type { ContractClient } from '../../../src/host/ownership/owner-client.ts';
import { allow } from '../../support/allow.ts';
import { firstLine } from '../support/command.ts';

const launcher = fileURLToPath(new URL('../../../src/host/ocma.mjs', import.meta.url));

/** A real `ocma serve` with its threads and its practice network, and the contract as another process calls it. */
export interface Served {
  readonly child: ChildProcessWithoutNullStreams;
  readonly client: ContractClient;
}

/** Where the processes of a test keep their state, and how far their clock is ahead of the machine's, in milliseconds. */
export interface Surroundings {
  readonly state: string;
  readonly aheadMs?: number;
}

function environment({ aheadMs = 0, state }: Surroundings): NodeJS.ProcessEnv {
  const clock = { epochMs: aheadMs, anchorMs: 0, rate: 1 };
  return { ...process.env, OCMA_NO_BROWSER: '1', XDG_STATE_HOME: state, OCMA_CLOCK: JSON.stringify(clock) };
}

export async function serve(data: string, surroundings: Surroundings): Promise<Served> {
  const child = spawn(
    process.execPath,
    [launcher, 'serve', '--json', '--no-open', '--port', '0', '--data', data],
    {
      env: environment(surroundings),
    },
  );
  child.stdin.end();
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  });
  await firstLine(child);
  const { client } = await connectToOwner(data);
  return { child, client };
}

/** Runs one command to its end. */
export async function command(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [launcher, ...args], { env: environment(surroundings) });
  child.stdin.end();
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

/** Starts the practice network and connects a person there. */
export async function connectPractice(client: ContractClient) {
  const { workspace } = await client.practice.start({ timeZone: 'Europe/Berlin' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  const flow = await client.accounts.connect({
    workspaceId: workspace.id,
    platform: 'x',
    openBrowser: false,
  });
  await allow(flow.authorizeUrl, 'mara_bakes');
  const { account } = await until(
    () => client.accounts.connection({ id: flow.id }),
    ({ status }) => status === 'connected',
  );
  if (account === null) throw new Error('Nobody is connected.');
  return { workspaceId: workspace.id, account };
}

/** Writes a post for the connected person and schedules it; the delivery's id. */
export async function schedule(
  client: ContractClient,
  at: Awaited<ReturnType<typeof connectPractice>>,
  text: string,
  when: { kind: 'now' } | { kind: 'at'; local: string; timeZone: string },
): Promise<string> {
  const { workspaceId, account } = at;
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text, media: [] }],
    accountIds: [account.id],
  });
  const { deliveries } = await client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when,
  });
  return deliveries[0]?.id ?? '';
}

/** Asks again until the answer will do; the test's own time limit ends it. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  enough: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    await pause(100);
  }
}
