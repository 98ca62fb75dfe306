import type { Clock } from '../ports.ts';

/** Clock timers may not be longer than this: one that is would count a sleep of the machine as time passed. */
const longestTimerMs = 30_000;

/**
 * Runs `then` after `ms` of real time. Sockets and people are as slow as ever where a clock is turned up, so the wait is
 * stretched by its rate. Returns what cancels it.
 */
export function afterReal(clock: Clock, ms: number, then: () => void): () => void {
  let left = stretched(clock, ms);
  let cancel = () => {};
  const step = (): void => {
    if (left <= 0) return then();
    const part = Math.min(left, longestTimerMs);
    left -= part;
    cancel = clock.setTimer(part, step);
  };
  step();
  return () => cancel();
}

/** So much of this clock's time as passes in `ms` of real time, and never less than `ms`. */
export function stretched(clock: Clock, ms: number): number {
  return ms * Math.max(1, clock.setting.rate);
}

/** A signal that fires after `ms` of real time. */
export function timeLimit(clock: Clock, ms: number): { readonly signal: AbortSignal; cancel(): void } {
  const controller = new AbortController();
  const cancel = afterReal(clock, ms, () => controller.abort(new DOMException('Timed out.', 'TimeoutError')));
  return { signal: controller.signal, cancel };
}
