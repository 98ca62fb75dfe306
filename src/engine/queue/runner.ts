import type { Database } from '../db/database.ts';
import type { Ports } from '../ports.ts';
import type { NewId } from '../system/ids.ts';
import { execute } from './executor.ts';
import type { JobHandler } from './handler.ts';
import type { QueueName } from './job.ts';
import { claim, leaseMs, nextDue, rescue } from './store.ts';
import type { Limits } from './store.ts';

/** The longest sleep, in milliseconds: a monotonic timer sleeps with the laptop, so the wall clock is read anew. */
const longestSleepMs = 30_000;
/** Between looks for claims that ran out, in real milliseconds. */
const rescueEveryMs = 60_000;

export interface RunnerDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'random' | 'log'>;
  readonly newId: NewId;
  readonly queue: QueueName;
  /** Names this run of the thread in the leases it takes; letters and digits. */
  readonly holder: string;
  readonly handlers: ReadonlyMap<string, JobHandler>;
  readonly limits: Limits;
}

export interface Runner {
  start(): void;
  /** Looks for due work now. Call it when something was scheduled, resumed or unlocked. */
  wake(): void;
  /** Runs what is due, and what becomes due by doing so, until nothing is; for tests and for closing down. */
  drain(): Promise<void>;
  /** Stops claiming, lets running work give up, and waits for it. */
  stop(): Promise<void>;
}

/** Sleeps until the next job is due, claims it and lets the executor run it, within the limits. */
export function createRunner(deps: RunnerDeps): Runner {
  const { clock, log } = deps.ports;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let cancelTimer = () => {};
  let rescuedAt = clock.now();
  let started = false;

  const claimDue = (): void => {
    const now = clock.now();
    if (now - rescuedAt >= rescueEveryMs * clock.setting.rate) {
      rescuedAt = now;
      rescue(deps.db, now);
    }
    for (;;) {
      const due = nextDue(deps.db, deps.queue, clock.now());
      if (due === null || due > clock.now()) return;
      const job = claim(deps.db, { ...deps, now: clock.now(), leaseMs: leaseMs * clock.setting.rate });
      if (job === undefined) return;
      const work = execute(deps, job, stopping.signal)
        .catch((error: unknown) =>
          log.error({ error: String(error), job: job.id }, 'an outcome could not be recorded'),
        )
        .finally(() => {
          running.delete(work);
          look();
        });
      running.add(work);
    }
  };

  const sleep = (): void => {
    cancelTimer();
    const due = nextDue(deps.db, deps.queue, clock.now());
    const wait = due === null ? longestSleepMs : Math.min(longestSleepMs, Math.max(0, due - clock.now()));
    // Work that is due but may not start yet (its account or platform is busy) is looked at when that work ends.
    const pause = wait === 0 ? 1_000 : wait;
    cancelTimer = clock.setTimer(pause, look);
  };

  const look = (): void => {
    if (!started || stopping.signal.aborted || !deps.db.open) return;
    try {
      claimDue();
      sleep();
    } catch (error) {
      log.error({ error: String(error), queue: deps.queue }, 'could not look for due work');
      cancelTimer = clock.setTimer(5_000, look);
    }
  };

  return {
    start() {
      started = true;
      look();
    },
    wake: look,
    async drain() {
      do {
        claimDue();
        await Promise.all(running);
        const due = nextDue(deps.db, deps.queue, clock.now());
        if (running.size === 0 && (due === null || due > clock.now())) return;
      } while (!stopping.signal.aborted);
    },
    async stop() {
      stopping.abort();
      cancelTimer();
      await Promise.all(running);
    },
  };
}
