import type { Clock, ClockSetting } from '../ports.ts';

/** A clock that shows real time. */
export const realTime: ClockSetting = { epochMs: 0, anchorMs: 0, rate: 1 };

/**
 * The clock that a setting describes. Timers are given in this clock's milliseconds, so at rate 60 a minute's timer
 * fires after a second.
 */
export function createClock(setting: ClockSetting = realTime): Clock {
  const started = performance.now();
  return {
    setting,
    now: () => Math.floor(setting.epochMs + (Date.now() - setting.anchorMs) * setting.rate),
    monotonic: () => performance.now() - started,
    setTimer(delayMs, run) {
      const timer = setTimeout(run, Math.max(0, delayMs / setting.rate));
      return () => clearTimeout(timer);
    },
  };
}
