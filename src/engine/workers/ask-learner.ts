import { Worker } from 'node:worker_threads';
import type { Paths } from '../ports.ts';
import type { FromLearner, LearnerTask, LearnerTasks } from './learner-tasks.ts';

/** A thread that works out what takes tens of milliseconds or more, so that the asking one goes on meanwhile. */
export interface Learner {
  /** Rejects where it cannot be worked out, and with the reason of `signal` where that ends it before. */
  ask<Task extends LearnerTask>(
    task: Task,
    given: LearnerTasks[Task]['given'],
    signal?: AbortSignal,
  ): Promise<LearnerTasks[Task]['answer']>;
}

interface Waiting {
  resolve(answer: FromLearner): void;
  reject(reason: unknown): void;
}

/** The thread is there while something is asked, and answers in turn. An end by a signal ends all that was asked. */
export function createLearner(paths: Pick<Paths, 'worker'>): Learner {
  let asked = 0;
  let thread: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | null = null;

  const end = (reason: unknown): void => {
    const ended = thread;
    thread = null;
    void ended?.worker.terminate();
    for (const { reject } of ended?.waiting.values() ?? []) reject(reason);
  };
  const start = () => {
    const worker = new Worker(paths.worker('learner'));
    const waiting = new Map<number, Waiting>();
    worker.on('message', (heard: FromLearner) => {
      waiting.get(heard.id)?.resolve(heard);
      waiting.delete(heard.id);
      if (waiting.size === 0 && thread?.worker === worker) end(null);
    });
    worker.on('error', (error) => {
      if (thread?.worker === worker) end(error);
    });
    worker.on('exit', () => {
      if (thread?.worker === worker) end(new Error('The learner ended without an answer.'));
    });
    return { worker, waiting };
  };

  return {
    async ask<Task extends LearnerTask>(
      task: Task,
      given: LearnerTasks[Task]['given'],
      signal?: AbortSignal,
    ): Promise<LearnerTasks[Task]['answer']> {
      signal?.throwIfAborted();
      const { worker, waiting } = (thread ??= start());
      const id = (asked += 1);
      const { promise, resolve, reject } = Promise.withResolvers<FromLearner>();
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, task, given });
      const stop = (): void => end(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const heard = await promise;
        if ('problem' in heard) throw new Error(heard.problem);
        return heard.answer;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}
