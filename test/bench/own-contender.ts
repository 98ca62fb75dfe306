import { openBenchQueue } from './bench-queue.ts';
import type { BenchJob } from './bench-queue.ts';
import type { Contender } from './contender.ts';
import { inLanes, timed } from './contender.ts';
import type { Synchronous } from './synchronous.ts';

/** More than ever wait at once. */
const deliveries = 4_000;

/** Our queue as one of those that are compared. */
export async function openOwnContender(directory: string, synchronous: Synchronous): Promise<Contender> {
  const queue = await openBenchQueue(directory, { deliveries, synchronous });
  let used = 0;
  const next = (): BenchJob => {
    used += 1;
    return { delivery: used % deliveries, runAt: Date.now() };
  };
  return {
    name: `OCMA, ${synchronous}`,
    settings: `the publisher's queue as the app runs it but for synchronous=${synchronous}, 1,000 accounts, one job of an account at a time, a row of history with each job added and done`,
    add: (jobs, inFlight) => timed(() => inLanes(jobs, inFlight, () => queue.add([next()], inFlight > 1))),
    addInBulk: (jobs, batch) =>
      timed(async () => {
        for (let from = 0; from < jobs; from += batch)
          await queue.add(Array.from({ length: Math.min(batch, jobs - from) }, next));
      }),
    complete: (jobs, inFlight) => timed(() => queue.run(jobs, inFlight)),
    endToEnd: (jobs, inFlight) =>
      timed(async () => {
        let toAdd = jobs;
        const add = (): void => {
          if (toAdd === 0) return;
          toAdd -= 1;
          void queue.add([next()], inFlight > 1).then(() => queue.wake());
        };
        const done = queue.run(jobs, inFlight, { end: add });
        for (let lane = 0; lane < inFlight; lane += 1) add();
        await done;
      }),
    close: () => Promise.resolve(queue.close()),
  };
}
