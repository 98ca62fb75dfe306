import type { Clock } from '../ports.ts';
import { afterReal } from './deadline.ts';
import type { CallFacts } from './call-facts.ts';

/** Requests of one kind under way together to one place, for each thread. Reads never take the slots of writes. */
const slots = { read: 4, upload: 16, write: 200 } as const satisfies Record<CallFacts['effect'], number>;
/** Real milliseconds that a request waits for a slot before it is told to come again. */
const patienceMs = 2_000;

/** Keeps kinds of requests apart, so that reads which hang cannot hold up what publishes. */
export interface Bulkheads {
  /** Takes a slot and answers what gives it back; null where none became free in time, or the signal fired. */
  enter(
    place: { readonly origin: string; readonly effect: CallFacts['effect'] },
    signal?: AbortSignal,
  ): Promise<(() => void) | null>;
}

/** One thread's slots, in memory: requests end with the thread that made them. */
export function createBulkheads(clock: Clock): Bulkheads {
  const places = new Map<string, { taken: number; readonly waiting: Set<(free: boolean) => void> }>();

  return {
    async enter({ origin, effect }, signal) {
      const key = `${effect} ${origin}`;
      const place = places.get(key) ?? { taken: 0, waiting: new Set<(free: boolean) => void>() };
      places.set(key, place);
      if (place.taken < slots[effect]) place.taken += 1;
      else if (!(await turn(clock, place.waiting, signal))) return null;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        // The slot goes from hand to hand, so that nobody who comes later is faster.
        const [next] = place.waiting;
        if (next !== undefined) return next(true);
        place.taken -= 1;
        if (place.taken === 0) places.delete(key);
      };
    },
  };
}

/** True when a slot was handed over; false when time or the caller's patience is up. */
function turn(clock: Clock, waiting: Set<(free: boolean) => void>, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (free: boolean): void => {
      waiting.delete(end);
      cancel();
      signal?.removeEventListener('abort', stop);
      resolve(free);
    };
    const stop = (): void => end(false);
    const cancel = afterReal(clock, patienceMs, stop);
    waiting.add(end);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
