import type { Clock } from '../ports.ts';

/** One look at the clock, in real milliseconds: a longer timer would count a sleep of the machine as work. */
const lookMs = 30_000;

/** Calls `then` after `realMs` in which this thread was awake, whatever the wall clock does. The answer cancels. */
export function afterAwake(clock: Clock, realMs: number, then: () => void): () => void {
  let left = realMs;
  let cancel = () => {};
  const wait = () => {
    const step = Math.min(left, lookMs);
    cancel = clock.setTimer(step * clock.setting.rate, () => {
      left -= step;
      if (left > 0) wait();
      else then();
    });
  };
  wait();
  return () => cancel();
}
