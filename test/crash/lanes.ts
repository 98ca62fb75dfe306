import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Task } from './lane-child.ts';

/** Real milliseconds for one task; a lane that takes longer hangs. */
const taskMs = 120_000;
const inMemory = '/dev/shm';

/** Processes that play runs side by side, each with a home of its own. */
export interface Lanes {
  readonly count: number;
  /** Does the task in the first lane that is free. Never rejects: what goes wrong is an answer. */
  ask(task: Task): Promise<Answer>;
  /** Resolves when their processes have ended. */
  stop(): Promise<void>;
}

/** A directory for lanes: in memory where the machine has such a place, since a killed process needs no disk. */
export function laneGround(): string {
  return mkdtempSync(join(existsSync(inMemory) ? inMemory : tmpdir(), 'ocma-crash-'));
}

/** Opens lanes that run the harness found in `directory` (a `test/crash`) on this ground.  */
export function openLanes(ground: string, directory: string, howMany = 2): Lanes {
  const lanes = Array.from({ length: howMany }, (_, nth) => createLane(ground, directory, nth));
  const free = [...lanes];
  const waiting: ((lane: SingleLane) => void)[] = [];
  return {
    count: howMany,
    async ask(task) {
      const lane = free.shift() ?? (await new Promise<SingleLane>((resolve) => waiting.push(resolve)));
      try {
        return await lane.ask(task);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(lane);
        else next(lane);
      }
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

interface SingleLane {
  ask(task: Task): Promise<Answer>;
  stop(): Promise<void>;
}

/** A lane's process is started with its first task, and again where it died. */
function createLane(ground: string, directory: string, nth: number): SingleLane {
  const own = join(ground, `lane-${nth}`);
  mkdirSync(own, { recursive: true });
  let child: ChildProcess | null = null;
  const start = (): ChildProcess => {
    const cache = join(ground, 'compiled');
    const started = fork(join(directory, 'lane-child.ts'), [own, cache], {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    started.once('exit', () => {
      if (child === started) child = null;
    });
    return started;
  };
  return {
    ask(task) {
      child ??= start();
      const asked = child;
      return new Promise((resolve) => {
        const end = (answer: Answer): void => {
          clearTimeout(timer);
          asked.off('message', heard);
          asked.off('exit', died);
          resolve(answer);
        };
        const heard = (answer: unknown): void => end(answer as Answer);
        const died = (): void => end({ kind: 'failed', reason: 'The lane died.' });
        const timer = setTimeout(() => {
          asked.kill('SIGKILL');
          child = null;
          // A home that was left in the middle is made anew by the next task.
          end({ kind: 'failed', reason: `The lane did not answer in ${taskMs / 1_000} s.` });
        }, taskMs);
        asked.on('message', heard);
        asked.on('exit', died);
        asked.send(task);
      });
    },
    async stop() {
      if (child === null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** Removes the ground. The lanes must have been stopped; what they still hold open goes with them. */
export function removeGround(ground: string): void {
  rmSync(ground, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
