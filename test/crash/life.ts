import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ClockSetting } from '../../src/engine/ports.ts';
import type { Kill } from './spec.ts';

/** What a life of the app is told; it crosses to the child as JSON. */
export interface Life {
  readonly home: string;
  readonly platform: string;
  readonly url: string;
  readonly clock: ClockSetting;
  readonly kill: Kill;
  /** Where a request is kept that arrives after the death. */
  readonly lateFile: string;
  /** Where the requests of a life are listed that nobody ended. */
  readonly requestsFile: string;
}

const childFile = join(import.meta.dirname, 'app-child.ts');

/** Real milliseconds after which a life that neither ends nor dies is ended, and the run fails. */
const longestMs = 60_000;

/** How a life went: to its end, to its death, or into a frost, out of which `thaw` wakes it to live on to its end. */
export type Lived = 'ended' | 'killed' | { readonly thaw: () => Promise<void> };

/** Lives one life. @throws where it ended in any other way than well. */
export async function live(life: Life, compileCache: string): Promise<Lived> {
  if (life.kill.kind === 'request' && life.kill.cut === 'frozen')
    return await liveUntilFrozen(life, compileCache);
  return await exitOf(
    [...injectionOf(life.kill), process.execPath, childFile, JSON.stringify(life)],
    compileCache,
  );
}

/** Lives one life that nobody ends, with every call of these names written to a file by strace. */
export async function liveUnderStrace(
  life: Life,
  options: { calls: readonly string[]; file: string; compileCache: string },
): Promise<Lived> {
  const trace = ['-e', `trace=${options.calls.join(',')}`, '-s', '0', '-o', options.file];
  return await exitOf(
    [...straceBase, ...trace, process.execPath, childFile, JSON.stringify(life)],
    options.compileCache,
  );
}

const strace = 'strace';
// Without --seccomp-bpf: with it strace 6.1 injects nothing.
const straceBase = [strace, '-f', '-qq'];

/** Whether calls can be counted and cut on this machine. */
export const hasStrace = (): boolean => spawnSync(strace, ['-V']).status === 0;

/** strace counts the calls of each thread for itself; SQLite's are all made by the main one. */
function injectionOf(kill: Kill): string[] {
  if (kill.kind !== 'call') return [];
  const { call, nth } = kill;
  const inject = `inject=${call}:signal=SIGKILL:when=${nth}`;
  return [...straceBase, '-o', '/dev/null', '-e', `trace=${call}`, '-e', inject];
}

async function liveUntilFrozen(life: Life, compileCache: string): Promise<Lived> {
  const child = start([process.execPath, childFile, JSON.stringify(life)], compileCache);
  const ended = endOf(child);
  const frozen = (async (): Promise<Lived> => {
    while (!isStopped(child.pid ?? 0)) await new Promise((resolve) => void setTimeout(resolve, 5));
    return {
      async thaw() {
        child.kill('SIGCONT');
        await ended;
      },
    };
  })();
  return await Promise.race([frozen, ended]);
}

/** Whether the system has stopped a process (state T in proc(5)). */
function isStopped(pid: number): boolean {
  try {
    return /\) T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function start(command: readonly string[], compileCache: string): ChildProcessByStdio<null, null, Readable> {
  const [program = '', ...rest] = command;
  return spawn(program, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
}

async function exitOf(command: readonly string[], compileCache: string): Promise<Lived> {
  return await endOf(start(command, compileCache));
}

function endOf(child: ChildProcessByStdio<null, null, Readable>): Promise<'ended' | 'killed'> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
    const timer = setTimeout(() => {
      errors += '\nIt neither ended nor died in time.';
      child.kill('SIGKILL');
    }, longestMs);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (errors.includes('neither ended nor died')) reject(new Error(errors));
      else if (signal === 'SIGKILL' || code === 137) resolve('killed');
      else if (code === 0) resolve('ended');
      else reject(new Error(`The app ended with ${code ?? signal}: ${errors.slice(0, 2_000)}`));
    });
  });
}
