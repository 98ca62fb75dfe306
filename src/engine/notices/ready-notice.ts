import { notice as noticeSchema } from '../../shared/models/event.ts';
import type { Notice } from '../../shared/models/event.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import type { NoticesDeps } from './notices-deps.ts';
import { waitInQuiet } from './wait-in-quiet.ts';

const kind = 'notice.ready';

/** Tells what a feature has put into words itself, once it is not quiet any more. Joins the caller's transaction. */
export function tellReady(deps: Pick<FeatureDeps, 'db' | 'newId' | 'ports' | 'wake'>, notice: Notice): void {
  enqueueForInstallation(deps, {
    kind,
    subjectId: deps.newId('notice'),
    payload: notice,
    runAt: deps.ports.clock.now(),
    priority: 10,
  });
}

/** The job of `tellReady`: durable, and told once. */
export function createReadyNoticeHandler(deps: NoticesDeps): JobHandler {
  return {
    kind,
    run(job) {
      const quiet = waitInQuiet(deps);
      if (quiet !== null) return Promise.resolve(quiet);
      deps.notify(noticeSchema.parse(JSON.parse(job.payload)));
      return Promise.resolve({ kind: 'done' });
    },
  };
}
