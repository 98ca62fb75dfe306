import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../../src/host/ocma.mjs', import.meta.url));

/** What a finished command said. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `ocma` with arguments, under this Node or the one that is named. */
export function startOcma(
  args: readonly string[],
  node: string = process.execPath,
): ChildProcessWithoutNullStreams {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(node, [launcher, ...args], { env: { ...env, OCMA_NO_BROWSER: '1' } });
  child.stdin.end();
  return child;
}

/** Runs `ocma` to its end. */
export async function ocma(args: readonly string[], node?: string): Promise<Finished> {
  const child = startOcma(args, node);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}

/** The first line of a command that keeps running. */
export async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  const complaint = text(child.stderr);
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'close').then(async () => {
      throw new Error(`The command ended without a line. ${await complaint}`);
    }),
  ]);
  return String(line);
}

/** Sends a signal and waits for the end. */
export async function end(
  child: ChildProcessWithoutNullStreams,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  const closed = once(child, 'close');
  child.kill(signal);
  const [code] = await closed;
  return typeof code === 'number' ? code : null;
}
