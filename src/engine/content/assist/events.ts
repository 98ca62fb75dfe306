import type { AssistAnswer, AssistEvent } from '../../../shared/models/assist.ts';
import type { ReadyTask } from './assist.ts';

/**
 * A task's events as an iteration that ends with `done`. Closing it, or `signal`, cancels the task at once: also while
 * it waits for the server, which an async generator would not notice. Nothing is asked before the first event is.
 */
export function eventsOf(
  task: ReadyTask,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<AssistEvent, void, undefined> {
  const closed = new AbortController();
  const over = signal === undefined ? closed.signal : AbortSignal.any([closed.signal, signal]);
  const waiting: AssistEvent[] = [];
  let arrived = Promise.withResolvers<void>();
  let ended: { readonly error: unknown } | 'fine' | null = null;
  let begun = false;
  const end = (how: typeof ended): void => {
    ended ??= how;
    arrived.resolve();
  };
  const emit = (event: AssistEvent): void => {
    // A draft that nobody has read yet is not worth reading once there is a later one.
    if (event.kind === 'draft' && waiting.at(-1)?.kind === 'draft') waiting.pop();
    waiting.push(event);
    arrived.resolve();
  };
  const begin = (): void => {
    begun = true;
    over.addEventListener('abort', () => end('fine'), { once: true });
    task.answer(emit, over).then(
      (answer: AssistAnswer) => {
        emit({ kind: 'done', answer });
        end('fine');
      },
      (error: unknown) => end({ error }),
    );
  };
  const stopped = { done: true, value: undefined } as const;
  return {
    async next() {
      if (over.aborted) return stopped;
      if (!begun) begin();
      for (;;) {
        const event = waiting.shift();
        if (event !== undefined && !over.aborted) return { done: false, value: event };
        if (ended === 'fine' || over.aborted) return stopped;
        if (ended !== null) throw ended.error;
        await arrived.promise;
        arrived = Promise.withResolvers();
      }
    },
    return() {
      closed.abort();
      return Promise.resolve(stopped);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
