import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { ClockSetting, Log, PracticeServerPort } from '../engine/ports.ts';
import { OcmaError } from '../shared/errors.ts';

const readyLine = z.object({ url: z.url() });
const startLimitMs = 15_000;
const stopLimitMs = 5_000;

/** What starts and ends the practice network's process; the desktop has another way than plain Node. */
export interface PracticeProcess {
  /** Resolves with the base URL once the network answers; rejects if it ends before. */
  readonly ready: Promise<string>;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  /** Asks it to end, and ends it after five seconds. */
  stop(): Promise<void>;
}

/** Keeps at most one practice network running and starts it anew when it is asked for after it has ended. */
export function createPracticeServerPort(
  launch: (clock: ClockSetting) => PracticeProcess,
  log: Log,
): PracticeServerPort {
  let current: { process: PracticeProcess; url: string | null } | null = null;
  return {
    get url() {
      return current?.url ?? null;
    },
    async start(clock) {
      const running = current ?? { process: launch(clock), url: null };
      if (current === null) {
        current = running;
        void running.process.gone.then(() => {
          if (current === running) current = null;
        });
      }
      try {
        running.url = await running.process.ready;
        return { url: running.url };
      } catch (error) {
        log.error({ error }, 'The practice network did not start.');
        if (current === running) current = null;
        throw new OcmaError('practice_unavailable', {}, { cause: error });
      }
    },
    async stop() {
      const running = current;
      current = null;
      await running?.process.stop();
    },
  };
}

/** The arguments of the practice network's own command. */
export function practiceArguments(directory: string, clock: ClockSetting): string[] {
  return [
    `--data=${directory}`,
    `--clock-epoch=${clock.epochMs}`,
    `--clock-anchor=${clock.anchorMs}`,
    `--clock-rate=${clock.rate}`,
  ];
}

/** Runs the practice network in a Node process of its own, which ends when this process does. */
export function launchPracticeProcess(
  entry: string,
  directory: string,
  clock: ClockSetting,
): PracticeProcess {
  const child = spawn(
    process.execPath,
    [entry, ...practiceArguments(directory, clock), '--exit-with-parent'],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: practiceEnvironment(process.env),
    },
  );
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { ready: readyUrl(child, gone), gone, stop: () => stopProcess(child, gone) };
}

/** Nothing of the host's secrets goes into the practice network's environment. */
function practiceEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'TZ', 'LANG', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

function readyUrl(child: ChildProcess, gone: Promise<void>): Promise<string> {
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const said = new Promise<string>((resolve, reject) => {
    if (!child.stdout) throw new Error('The practice network has no output.');
    createInterface({ input: child.stdout }).once('line', (line) => {
      try {
        resolve(readyLine.parse(JSON.parse(line)).url);
      } catch (cause) {
        reject(new Error('The practice network began with something else than its address.', { cause }));
      }
    });
  });
  const ended = gone.then(() => {
    throw new Error(`The practice network ended at once. ${complaint}`);
  });
  return within(startLimitMs, Promise.race([said, ended]), () => child.kill('SIGKILL'));
}

async function stopProcess(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.stdin?.end();
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await gone;
  clearTimeout(timer);
}

async function within<Result>(limitMs: number, work: Promise<Result>, giveUp: () => void): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(new Error(`The practice network did not answer within ${limitMs / 1_000} s.`));
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
