import type { AppEvent, Change, Notice } from '../shared/models/event.ts';
import type { Clock } from './ports.ts';

/** Carries what happens to every open window. */
export interface EventStream {
  subscribe(listener: (event: AppEvent) => void): () => void;
  changes(changes: Change[]): void;
  notice(notice: Notice): void;
  /** The events from now on, as an async iteration that ends with `signal` or with the engine. */
  iterate(signal: AbortSignal | undefined): AsyncGenerator<AppEvent, void, undefined>;
  /** Ends the iterations under way: whoever follows begins anew and reads everything again. */
  endIterations(): void;
}

export function createEventStream(clock: Clock): EventStream {
  const listeners = new Set<(event: AppEvent) => void>();
  let closed = new AbortController();
  const send = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  const subscribe = (listener: (event: AppEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    subscribe,
    changes: (changes) => send({ type: 'change', at: clock.now(), changes }),
    notice: (notice) => send({ type: 'notice', at: clock.now(), notice }),
    async *iterate(signal) {
      const over = signal === undefined ? closed.signal : AbortSignal.any([signal, closed.signal]);
      const waiting: AppEvent[] = [{ type: 'hello', at: clock.now() }];
      let arrived = Promise.withResolvers<void>();
      const unsubscribe = subscribe((event) => {
        waiting.push(event);
        arrived.resolve();
      });
      const end = () => arrived.resolve();
      over.addEventListener('abort', end);
      try {
        while (!over.aborted) {
          const event = waiting.shift();
          if (event !== undefined) {
            yield event;
            continue;
          }
          arrived = Promise.withResolvers();
          if (!over.aborted && waiting.length === 0) await arrived.promise;
        }
      } finally {
        unsubscribe();
        over.removeEventListener('abort', end);
      }
    },
    endIterations() {
      closed.abort();
      closed = new AbortController();
    },
  };
}
