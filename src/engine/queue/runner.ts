import type { Database } from '../db/database.ts';
import { afterReal } from '../http/deadline.ts';
import type { Ports } from '../ports.ts';
import type { NewId } from '../system/ids.ts';
import { claimDue } from './claim.ts';
import { watchClock } from './clock-watch.ts';
import { execute } from './executor.ts';
import type { JobHandler } from './handler.ts';
import type { Job, QueueName } from './job.ts';
import { lookAnew, nextDue } from './lanes.ts';
import type { Limits } from './limits.ts';
import { releaseLease } from './store.ts';

/** The longest sleep, in milliseconds: a monotonic timer sleeps with the laptop, so the wall clock is read anew. */
const longestSleepMs = 30_000;
/** After a claim that the disk did not take, in real milliseconds. */
const troubleMs = 5_000;

export interface RunnerDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'random' | 'log'>;
  readonly newId: NewId;
  readonly queue: QueueName;
  /** Names this run of the thread in the leases it takes; letters and digits. */
  readonly holder: string;
  readonly handlers: ReadonlyMap<string, JobHandler>;
  /** Read at each claim, so that a change counts at once. */
  readonly limits: Limits;
  /** At most so many jobs are between their claim and `onTheWire`. No bound by default. */
  readonly mostPreparing?: number;
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

/** Sleeps until the next job is due, claims what there is room for and lets the executor run it. */
export function createRunner(deps: RunnerDeps): Runner {
  const { db, queue } = deps;
  const { clock, log } = deps.ports;
  const clockMoved = watchClock(clock);
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const underWay = new Set<AbortController>();
  let preparing = 0;
  /** A claim that was asked for and has not looked yet. */
  let claiming: Promise<number> | null = null;
  /** Until when all that was due has been looked at; what found no room waits for `goOn`. */
  let lookedAt = clock.now();
  let cancelTimer = () => {};
  let started = false;

  /**
   * Claims with what else is written in this turn and after it, so that the room which outcomes leave is seen. Answers
   * how many, once they are on disk.
   */
  const claim = (): Promise<number> => {
    if (claiming !== null) return claiming;
    const lease = deps.newId(deps.holder);
    const asked = db
      .writeTogether(() => {
        claiming = null;
        lookedAt = clock.now();
        const most = (deps.mostPreparing ?? Infinity) - preparing;
        return claimDue(db, { queue, now: lookedAt, lease, limits: deps.limits, most });
      }, 'last')
      .then(
        async ({ jobs, more }) => {
          if (stopping.signal.aborted) {
            if (jobs.length > 0 && db.open) releaseLease(db, lease);
            return 0;
          }
          for (const job of jobs) begin(job);
          return jobs.length + (more ? await claim() : 0);
        },
        (error: unknown) => {
          claiming = null;
          throw error;
        },
      );
    claiming = asked;
    return asked;
  };

  const begin = (job: Job): void => {
    preparing += 1;
    let isPreparing = true;
    const prepared = (): void => {
      if (!isPreparing) return;
      isPreparing = false;
      preparing -= 1;
      goOn();
    };
    const giveUp = new AbortController();
    underWay.add(giveUp);
    const work = execute(deps, job, {
      stopping: stopping.signal,
      giveUp,
      context: { onTheWire: prepared },
      ended() {
        underWay.delete(giveUp);
        prepared();
        goOn();
      },
    })
      .catch((error: unknown) => log.error({ error: String(error), job: job.id }, 'a job could not be run'))
      .finally(() => running.delete(work));
    running.add(work);
  };

  /** There is room again. */
  const goOn = (): void => {
    if (!started || stopping.signal.aborted || claiming !== null) return;
    claim().then(sleep, complain);
  };

  const sleep = (): void => {
    if (stopping.signal.aborted || !db.open) return;
    cancelTimer();
    const next = nextDue(db, queue, lookedAt);
    cancelTimer = clock.setTimer(Math.min(longestSleepMs, (next ?? Infinity) - clock.now()), look);
  };

  const complain = (error: unknown): void => {
    if (stopping.signal.aborted) return;
    log.error({ error: String(error), queue }, 'could not look for due work');
    cancelTimer();
    cancelTimer = afterReal(clock, troubleMs, look);
  };

  const look = (): void => {
    if (!started || stopping.signal.aborted || !db.open) return;
    try {
      const movedMs = clockMoved();
      if (movedMs !== 0) {
        log.info(
          { movedMs, queue },
          'the clock was changed or the machine slept; everything is looked at anew',
        );
        lookAnew(db, queue, -movedMs);
      }
      const now = clock.now();
      const due = nextDue(db, queue);
      if (due !== null && due <= now) goOn();
      else {
        lookedAt = now;
        sleep();
      }
    } catch (error) {
      complain(error);
    }
  };

  return {
    start() {
      started = true;
      look();
    },
    wake: look,
    async drain() {
      while (!stopping.signal.aborted) {
        const claimed = await claim();
        if (claimed === 0 && running.size === 0) return;
        await Promise.all(running);
      }
    },
    async stop() {
      stopping.abort();
      for (const giveUp of underWay) giveUp.abort();
      cancelTimer();
      await claiming?.catch(() => 0);
      await Promise.all(running);
    },
  };
}
