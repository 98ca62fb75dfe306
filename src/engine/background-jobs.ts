import type { Notice } from '../shared/models/event.ts';
import { createPictureHandler, wantPicture } from './accounts/picture-job.ts';
import type { Core } from './core.ts';
import { createAccountJob } from './metrics/jobs/account-job.ts';
import { createMentionsJob } from './metrics/jobs/mentions-job.ts';
import { createPostsJob } from './metrics/jobs/posts-job.ts';
import { createTimelineJob } from './metrics/jobs/timeline-job.ts';
import { createNoticeHandler } from './notices/notice-job.ts';
import { postsDepsOf } from './posts-of-core.ts';
import { createLookAheadHandler } from './posts/looking-ahead/look-ahead-job.ts';
import { createNextSlotHandler } from './posts/publish/next-slot-job.ts';
import type { JobHandler } from './queue/handler.ts';
import { createUpkeepHandler } from './upkeep/upkeep-job.ts';

/** The handlers of the background queue. */
export function createBackgroundJobs(core: Core): readonly JobHandler[] {
  const notify = (notice: Notice) => core.ports.notifier.notify(notice);
  return [
    createPostsJob(core),
    createAccountJob({ ...core, profileRead: (account) => wantPicture(core, account) }),
    createPictureHandler(core),
    createMentionsJob(core),
    createTimelineJob(core),
    createLookAheadHandler(postsDepsOf(core)),
    createNextSlotHandler(postsDepsOf(core)),
    createNoticeHandler({ ...postsDepsOf(core), notify }),
    createUpkeepHandler(core),
  ];
}
