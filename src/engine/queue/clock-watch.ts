import type { Clock } from '../ports.ts';

/** Less than this is a clock being kept right, in real milliseconds. */
const noticedMs = 2_000;

/**
 * Compares the wall clock with the monotonic one: answers by how many milliseconds the wall clock was moved, or the
 * machine slept, since the last call; negative where it was set back, 0 where neither happened.
 */
export function watchClock(clock: Clock): () => number {
  let wall = clock.now();
  let steady = clock.monotonic();
  return () => {
    const [wallNow, steadyNow] = [clock.now(), clock.monotonic()];
    const moved = wallNow - wall - (steadyNow - steady) * clock.setting.rate;
    wall = wallNow;
    steady = steadyNow;
    return Math.abs(moved) < noticedMs * Math.max(1, clock.setting.rate) ? 0 : moved;
  };
}
