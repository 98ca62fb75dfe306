import { concurrency } from '../shared/models/settings.ts';
import type { Core } from './core.ts';
import type { JobHandler } from './queue/handler.ts';
import type { QueueName } from './queue/job.ts';
import { createRunner } from './queue/runner.ts';
import type { Runner } from './queue/runner.ts';
import { defaultAppSettings } from './settings/app-settings.ts';
import { installationScope, readSetting } from './settings/stored-settings.ts';

/**
 * So many jobs of the publisher are under way without their request having left: more would take time from each other,
 * while any number may wait for an answer.
 */
const mostPreparing = 20;

/** The runner of one queue with the handlers of its jobs, within the user's limits as they are at each claim. */
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
    get limits() {
      return readSetting(core, installationScope, 'concurrency', concurrency, defaultAppSettings.concurrency);
    },
    ...(queue === 'publisher' ? { mostPreparing } : {}),
    handlers: new Map(handlers.map((handler) => [handler.kind, handler])),
  });
}
