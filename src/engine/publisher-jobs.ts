import type { Core } from './core.ts';
import { postsDepsOf } from './posts-of-core.ts';
import { ledgerOf } from './posts/posts-deps.ts';
import { createPublishHandler } from './posts/publish/publish-job.ts';
import type { JobHandler } from './queue/handler.ts';

/** The handlers of the publisher's queue. */
export function createPublisherJobs(core: Core): readonly JobHandler[] {
  const posts = postsDepsOf(core);
  return [createPublishHandler({ ...posts, ledger: ledgerOf(posts) })];
}
