import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { findProgram } from '../../scripts/project.ts';

/** A call of the recorded program that changed one of the files that are followed, or what it acknowledged. */
export type Call =
  | { readonly kind: 'open'; readonly descriptor: number; readonly path: string }
  | { readonly kind: 'close'; readonly descriptor: number }
  | {
      readonly kind: 'write';
      readonly descriptor: number;
      readonly offset: number | null;
      readonly bytes: Buffer;
    }
  | { readonly kind: 'truncate'; readonly descriptor: number; readonly size: number }
  | { readonly kind: 'sync'; readonly descriptor: number }
  | { readonly kind: 'unlink'; readonly path: string };

const traced = 'trace=openat,close,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat';
/** Longer than any write of SQLite; strace would shorten the rest. */
const longestString = '70000';

/** Runs a script of the project under strace and writes its calls to `file`. */
export async function record(script: string, args: readonly string[], file: string): Promise<void> {
  const strace = findProgram('strace');
  if (strace === null)
    throw new Error(
      'There is no strace, which records what the app writes and syncs. On Debian: apt-get install strace',
    );
  const child = spawn(
    strace,
    [
      '-f',
      '-qq',
      '-e',
      traced,
      '-e',
      'signal=none',
      '-xx',
      '-s',
      longestString,
      '-o',
      file,
      process.execPath,
      script,
      ...args,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const complaint = text(child.stderr);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The recorded program ended with ${String(code)}: ${await complaint}`);
}

/** The calls of a recording that succeeded, in their order. */
export async function* callsOf(file: string): AsyncGenerator<Call> {
  /** The beginnings of calls during which another thread was heard. */
  const unfinished = new Map<string, string>();
  for await (const line of createInterface(createReadStream(file))) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(thread, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const call = callOf(resumed === null ? rest : `${unfinished.get(thread) ?? ''}${resumed[1] ?? ''}`);
    if (call !== null) yield call;
  }
}

function callOf(line: string): Call | null {
  const [, name, args = '', result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? [];
  if (name === undefined || Number(result) < 0) return null;
  const [first = ''] = args.split(',');
  const descriptor = Number(first);
  switch (name) {
    case 'openat':
      return { kind: 'open', descriptor: Number(result), path: stringIn(args).toString() };
    case 'close':
      return { kind: 'close', descriptor };
    case 'write':
      return { kind: 'write', descriptor, offset: null, bytes: stringIn(args).subarray(0, Number(result)) };
    case 'pwrite64':
      return {
        kind: 'write',
        descriptor,
        offset: Number(/, (\d+)\s*$/.exec(args)?.[1]),
        bytes: stringIn(args).subarray(0, Number(result)),
      };
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', descriptor };
    case 'ftruncate':
      return { kind: 'truncate', descriptor, size: Number(/, (\d+)\s*$/.exec(args)?.[1]) };
    case 'unlink':
    case 'unlinkat':
      return { kind: 'unlink', path: stringIn(args).toString() };
    default:
      return null;
  }
}

/** The one string among the arguments; with -xx every byte is `\x..`. */
function stringIn(args: string): Buffer {
  const [, escaped = ''] = /"((?:\\x[0-9a-f]{2})*)"/.exec(args) ?? [];
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
}
