import type { Clock } from '../../src/engine/ports.ts';

/** A clock that stands still until a test moves it; timers fire when it passes them. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function createTestClock(start = Date.UTC(2026, 10, 22, 12)): TestClock {
  let now = start;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    setting: { epochMs: start, anchorMs: 0, rate: 1 },
    now: () => now,
    monotonic: () => now - start,
    setTimer(delayMs, run) {
      const timer = { at: now + Math.max(0, delayMs), run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...timers]
          .filter((timer) => timer.at <= until)
          .toSorted((left, right) => left.at - right.at);
        if (next === undefined) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
  };
}
