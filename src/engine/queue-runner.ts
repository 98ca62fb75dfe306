import type { Core } from './core.ts';
import type { JobHandler } from './queue/handler.ts';
import type { QueueName } from './queue/job.ts';
import { createRunner } from './queue/runner.ts';
import type { Runner } from './queue/runner.ts';

/** How much goes on at once. Within an account posts go one after another, because their order matters. */
const limits = { overall: 8, perPlatform: 4, perAccount: 1 };

/** The runner of one queue with the handlers of its jobs. */
export function createQueueRunner(
  core: Core,
  queue: QueueName,
  holder: string,
  handlers: readonly JobHandler[],
): Runner {
  return createRunner({
    ...core,
    queue,
    holder,
    limits,
    handlers: new Map(handlers.map((handler) => [handler.kind, handler])),
  });
}
