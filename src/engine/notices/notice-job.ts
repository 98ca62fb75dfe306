import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueue } from '../queue/store.ts';
import { composeNotices } from './compose-notices.ts';
import type { NoticesDeps } from './notices-deps.ts';
import { createReadyNoticeHandler } from './ready-notice.ts';
import { addPending, clearPending, noticePayload, readPending } from './pending.ts';
import { waitInQuiet } from './wait-in-quiet.ts';

/** What comes within this time of the first is told together, in milliseconds. */
export const gatherMs = 10_000;

const gatherKind = 'notice.gather';

/**
 * The jobs that tell the user what happened. A `notice` is written down at once and told a moment later by a job that
 * gathers what came meanwhile: both outlive a crash, and neither can repeat what it tells of.
 */
export function createNoticeHandlers(deps: NoticesDeps): readonly JobHandler[] {
  return [createNoticeHandler(deps), createGatherHandler(deps), createReadyNoticeHandler(deps)];
}

function createNoticeHandler(deps: NoticesDeps): JobHandler {
  return {
    kind: 'notice',
    run(job) {
      noticePayload.parse(JSON.parse(job.payload));
      return Promise.resolve({ kind: 'done' });
    },
    record(job, _outcome, transition) {
      if (transition.state !== 'done') return;
      const payload = noticePayload.parse(JSON.parse(job.payload));
      const at = deps.ports.clock.now();
      addPending(deps.db, { workspaceId: job.workspaceId, jobId: job.id, at, payload });
      gatherAt(deps, job.workspaceId, at + gatherMs);
    },
  };
}

function createGatherHandler(deps: NoticesDeps): JobHandler {
  return {
    kind: gatherKind,
    run(job) {
      const { workspaceId } = job;
      const pending = readPending(deps.db, workspaceId);
      const last = pending.at(-1);
      if (last === undefined) return Promise.resolve({ kind: 'done' });
      const quiet = waitInQuiet(deps);
      if (quiet !== null) return Promise.resolve(quiet);
      const notices = composeNotices(deps, workspaceId, pending);
      deps.db.write(() => clearPending(deps.db, workspaceId, last.row));
      for (const notice of notices) deps.notify(notice);
      return Promise.resolve({ kind: 'done' });
    },
    record(job, _outcome, transition) {
      // While this one ran no other could be asked for, so what came meanwhile gets its own.
      if (transition.state !== 'done' || readPending(deps.db, job.workspaceId).length === 0) return;
      gatherAt(deps, job.workspaceId, deps.ports.clock.now() + gatherMs);
    },
  };
}

function gatherAt(deps: NoticesDeps, workspaceId: WorkspaceId, runAt: number): void {
  enqueue(
    deps.db,
    deps.newId,
    {
      workspaceId,
      queue: 'background',
      kind: gatherKind,
      subjectId: workspaceId,
      runAt,
      priority: 10,
      ifWaiting: 'keep_earlier',
    },
    deps.ports.clock.now(),
  );
  deps.wake('background');
}
