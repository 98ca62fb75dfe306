import type { Core } from './core.ts';
import { createBackgroundJobs, postsDepsOf } from './features.ts';
import { createPublishHandler } from './posts/publish/publish-job.ts';
import { ledgerOf } from './posts/posts-deps.ts';
import type { JobHandler } from './queue/handler.ts';
import type { QueueName } from './queue/job.ts';
import { createRunner } from './queue/runner.ts';
import type { Runner } from './queue/runner.ts';

/** How much goes on at once. Within an account posts go one after another, because their order matters. */
const limits = { overall: 8, perPlatform: 4, perAccount: 1 };

/** The runner of one queue with the handlers of its jobs. */
export function createQueueRunner(core: Core, queue: QueueName, holder: string): Runner {
  const handlers: readonly JobHandler[] =
    queue === 'publisher'
      ? [createPublishHandler({ ...core, ledger: ledgerOf(postsDepsOf(core)) })]
      : createBackgroundJobs(core);
  return createRunner({
    ...core,
    queue,
    holder,
    limits,
    handlers: new Map(handlers.map((handler) => [handler.kind, handler])),
  });
}
