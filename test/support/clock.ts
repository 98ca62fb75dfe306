import type { Clock } from '../../src/engine/ports.ts';

/** A clock that stands still until a test moves it, and whose wall time can be set without time passing. */
export interface TestClock extends Clock {
  /** Time passes: timers fire when it reaches them. */
  advance(ms: number): void;
  /** The wall clock is set, by a user, a time server or a sleep of the machine; the monotonic one does not notice. */
  jump(ms: number): void;
}

export function createTestClock(start = Date.UTC(2026, 10, 22, 12)): TestClock {
  let passed = 0;
  let offset = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    setting: { epochMs: start, anchorMs: 0, rate: 1 },
    now: () => start + passed + offset,
    monotonic: () => passed,
    setTimer(delayMs, run) {
      const timer = { at: passed + Math.max(0, delayMs), run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const until = passed + ms;
      for (;;) {
        const [next] = [...timers]
          .filter((timer) => timer.at <= until)
          .toSorted((left, right) => left.at - right.at);
        if (next === undefined) break;
        timers.delete(next);
        passed = Math.max(passed, next.at);
        next.run();
      }
      passed = until;
    },
    jump(ms) {
      offset += ms;
    },
  };
}
