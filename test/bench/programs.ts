import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '..', '..');

/** A Node program that has said its first line. */
export interface Started {
  readonly line: string;
  /** From its start to its first line. */
  readonly ms: number;
  /** When it was started; milliseconds of the same clock as `performance.timeOrigin`. */
  readonly startedAt: number;
  /** Memory in use, MB of a million bytes; Linux only. */
  residentMb(): number;
  /** Processor time of all its threads so far; Linux only. */
  processorMs(): number;
  /** The same, counted by the scheduler in nanoseconds, for the threads that live; Linux only. */
  scheduledMs(): number;
  end(): Promise<void>;
}

/** Starts a program of the project, with compiled code kept in `cache`, and waits for its first line. */
export async function startProgram(file: string, args: readonly string[], cache: string): Promise<Started> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(process.execPath, [join(root, file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_COMPILE_CACHE: cache },
  });
  const complaint = text(child.stderr);
  const closed = once(child, 'close');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    closed.then(async () => {
      throw new Error(`${file} ended without a line. ${await complaint}`);
    }),
  ]);
  const ms = performance.timeOrigin + performance.now() - startedAt;
  return {
    line: String(line),
    ms,
    startedAt,
    residentMb: () => residentMb(child),
    processorMs: () => processorMs(child),
    scheduledMs: () => scheduledMs(child),
    end: () => end(child, closed),
  };
}

function residentMb(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(status) ?? [];
  if (kilobytes === undefined) throw new Error('This system does not say how much memory a process uses.');
  return (Number(kilobytes) * 1_024) / 1_000_000;
}

function processorMs(child: ChildProcess): number {
  const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
  // utime and stime of proc(5), in hundredths of a second.
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  if (user === undefined || system === undefined)
    throw new Error('This system does not say how long a process has computed.');
  return (user + system) * 10;
}

function scheduledMs(child: ChildProcess): number {
  const tasks = `/proc/${child.pid}/task`;
  let nanoseconds = 0;
  for (const task of readdirSync(tasks)) {
    const [onProcessor = ''] = readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ');
    nanoseconds += Number(onProcessor);
  }
  return nanoseconds / 1_000_000;
}

async function end(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await closed;
}

/** Arguments of `ocma serve` on a data directory. */
export function serveArguments(directory: string): string[] {
  return ['serve', '--data', directory, '--port', '0', '--json', '--no-open'];
}

/** The `ocma` command. */
export const ocma = 'src/host/ocma.mjs';
/** The engine with its threads and no host around it. */
export const engineAlone = 'test/bench/engine-child.ts';
