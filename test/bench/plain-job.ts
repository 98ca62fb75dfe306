import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { better, defineQueue, defineWorker } from 'plainjob';
import type { Contender } from './contender.ts';
import { timed } from './contender.ts';
import type { Synchronous } from './synchronous.ts';

const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
/** Its default of a second would make it wait that long for each job that comes alone. */
const pollMs = 1;

/**
 * plainjob, which sets synchronous=NORMAL itself; FULL is set after it. It keeps no history. Its calls are synchronous and a
 * worker does one job at a time, so the number in flight is that of its workers.
 */
export function openPlainJob(directory: string, synchronous: Synchronous): Contender {
  const driver = new Driver(join(directory, 'plainjob.db'));
  const queue = defineQueue({ connection: better(driver), logger: silent });
  driver.pragma(`synchronous = ${synchronous}`);

  const work = async (
    jobs: number,
    workers: number,
    onEnd: () => void,
    before: () => void,
  ): Promise<number> => {
    const ended = Promise.withResolvers<void>();
    let left = jobs;
    const all = Array.from({ length: workers }, () =>
      defineWorker('nothing', () => Promise.resolve(), {
        queue,
        logger: silent,
        pollIntervall: pollMs,
        onCompleted: () => {
          left -= 1;
          onEnd();
          if (left === 0) ended.resolve();
        },
      }),
    );
    const ms = await timed(async () => {
      before();
      for (const worker of all) void worker.start();
      await ended.promise;
    });
    await Promise.all(all.map((worker) => worker.stop()));
    return ms;
  };

  return {
    name: `plainjob, ${synchronous}`,
    settings: `plainjob 0.0.14 on better-sqlite3, WAL, synchronous=${synchronous}${synchronous === 'NORMAL' ? ' (its own choice)' : ' (set over its own NORMAL)'}, looks every ${pollMs} ms, no history`,
    add: (jobs) =>
      timed(() => {
        for (let index = 0; index < jobs; index += 1) queue.add('nothing', { index });
      }),
    addInBulk: (jobs, batch) =>
      timed(() => {
        for (let from = 0; from < jobs; from += batch) {
          queue.addMany(
            'nothing',
            Array.from({ length: Math.min(batch, jobs - from) }, (_, index) => ({ index })),
          );
        }
      }),
    complete: (jobs, inFlight) =>
      work(
        jobs,
        inFlight,
        () => undefined,
        () => undefined,
      ),
    endToEnd: (jobs, inFlight) => {
      let toAdd = jobs;
      const add = (): void => {
        if (toAdd === 0) return;
        toAdd -= 1;
        queue.add('nothing', { index: toAdd });
      };
      return work(jobs, inFlight, add, () => {
        for (let lane = 0; lane < inFlight; lane += 1) add();
      });
    },
    close: () => Promise.resolve(queue.close()),
  };
}
