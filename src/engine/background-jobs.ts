import type { Notice } from '../shared/models/event.ts';
import type { WorkspaceId } from '../shared/models/ids.ts';
import { createPictureHandler, wantPicture } from './accounts/picture-job.ts';
import { createRenewalHandlers } from './accounts/renewal-job.ts';
import { createAudienceJob } from './audience/audience-job.ts';
import { createDailyCopyHandler } from './copies/daily-job.ts';
import { databaseFile } from './core.ts';
import type { Core } from './core.ts';
import { createLearningHandler } from './learning/learn-job.ts';
import { learningDepsOf } from './learning-of-core.ts';
import { createCloseHandler } from './experiments/close-job.ts';
import { experimentDepsOf } from './experiments-of-core.ts';
import { createCompetitorJob } from './listening/competitor-job.ts';
import { createAccountJob } from './metrics/jobs/account-job.ts';
import { createCommentsJob } from './metrics/jobs/comments-job.ts';
import { createHistoryJob } from './metrics/jobs/history-job.ts';
import { createMentionsJob } from './metrics/jobs/mentions-job.ts';
import { createPostsJob } from './metrics/jobs/posts-job.ts';
import { createTimelineJob } from './metrics/jobs/timeline-job.ts';
import { tellReady } from './notices/ready-notice.ts';
import { createNoticeHandlers } from './notices/notice-job.ts';
import { createSettleHeldHandler } from './posts/held/settle-held-job.ts';
import { postsDepsOf } from './posts-of-core.ts';
import { createLookAheadHandler } from './posts/looking-ahead/look-ahead-job.ts';
import { createLookAgainHandler } from './posts/queue/look-again-job.ts';
import { createRemindAgainHandler } from './posts/reminders/answer.ts';
import { createClearHostedHandler } from './posts/publish/clear-hosted-job.ts';
import { createConfirmHandler } from './posts/publish/confirm-job.ts';
import { createNextSlotHandler } from './posts/publish/next-slot-job.ts';
import { createZoneRulesHandler } from './posts/zone-rules.ts';
import type { JobHandler } from './queue/handler.ts';
import { readAppSettings } from './settings/app-settings.ts';
import { createExtendHandler } from './recurrences/extend-job.ts';
import { createSummaryHandler } from './recurrences/jobs.ts';
import { recurrenceDepsOf } from './recurrences-of-core.ts';
import { createUpkeepHandler } from './upkeep/upkeep-job.ts';

/** The handlers of the background queue. */
export function createBackgroundJobs(core: Core): readonly JobHandler[] {
  const notify = (notice: Notice) => core.ports.notifier.notify(notice);
  const tellSoon = (notice: Notice) => tellReady(core, notice);
  const wantsFailures = (workspaceId: WorkspaceId) => postsDepsOf(core).settingsOf(workspaceId).notifyFailed;
  return [
    createPostsJob(core),
    createAccountJob({ ...core, profileRead: (account) => wantPicture(core, account) }),
    createPictureHandler(core),
    ...createRenewalHandlers({ ...core, notify: tellSoon, wantsNotices: wantsFailures }),
    createMentionsJob(core),
    createCommentsJob(core),
    createHistoryJob(core),
    createTimelineJob(core),
    createCompetitorJob(core),
    createAudienceJob(core),
    createLookAgainHandler(postsDepsOf(core)),
    createLookAheadHandler(postsDepsOf(core)),
    createConfirmHandler(postsDepsOf(core)),
    createNextSlotHandler(postsDepsOf(core)),
    createRemindAgainHandler(postsDepsOf(core)),
    createClearHostedHandler(postsDepsOf(core)),
    ...createNoticeHandlers({
      ...postsDepsOf(core),
      quietHours: () => readAppSettings(core).quietHours,
      machineZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
      notify,
    }),
    createZoneRulesHandler({ ...postsDepsOf(core), notify: tellSoon }),
    createExtendHandler(recurrenceDepsOf(core)),
    createSummaryHandler({ ...recurrenceDepsOf(core), notify: tellSoon, wantsFailures }),
    createCloseHandler({ ...experimentDepsOf(core), notify: tellSoon }),
    createUpkeepHandler(core),
    createLearningHandler(learningDepsOf(core)),
    createDailyCopyHandler({ ...core, file: databaseFile(core.ports.paths.data), notify: tellSoon }),
    createSettleHeldHandler({ ...postsDepsOf(core), notify: tellSoon }),
  ];
}
