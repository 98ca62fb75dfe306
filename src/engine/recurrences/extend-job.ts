import type { JobHandler } from '../queue/handler.ts';
import { extendRecurrence } from './extend.ts';
import { enqueueExtend, extendKind } from './jobs.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { activeRecurrences, findRecurrence } from './recurrence-store.ts';

/** Ten posts ahead at two a day last five days, so once a day is often enough. */
const everyMs = 24 * 60 * 60_000;

/** Makes the posts of one recurrence that come within the horizon, once a day while there are more to come. */
export function createExtendHandler(deps: RecurrenceDeps): JobHandler {
  return {
    kind: extendKind,
    run(job) {
      extendRecurrence(deps, { workspaceId: job.workspaceId, actor: 'background' }, job.subjectId);
      const after = findRecurrence(deps, job.workspaceId, job.subjectId);
      const more = after?.state === 'active' && after.next !== null;
      return Promise.resolve(
        more ? { kind: 'again', at: deps.ports.clock.now() + everyMs } : { kind: 'done' },
      );
    },
  };
}

/** Sees at the start that every active recurrence has its daily job, whatever became of the one before. */
export function ensureExtending(deps: RecurrenceDeps): void {
  for (const recurrence of activeRecurrences(deps)) {
    if (recurrence.next !== null) deps.db.write(() => enqueueExtend(deps, recurrence));
  }
}
