import type { Notice } from '../../shared/models/event.ts';
import { postParts } from '../../shared/models/post.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueue } from '../queue/store.ts';
import { recordEvent } from './history.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { findRecurrence } from './recurrence-store.ts';
import type { StoredRecurrence } from './recurrence-store.ts';

/** Keeps the posts ahead of a recurrence made. */
export const extendKind = 'recurrences.extend';
/** Tells once of what passed unpublished; the publisher asks for it, too. */
export const summaryKind = 'recurrences.summary';

/** The summary waits this long, in milliseconds, so that everything that passed is in it. */
const gatheringMs = 60_000;

type Key = Pick<StoredRecurrence, 'workspaceId' | 'id'>;

/** Sees that posts are made now; joins the transaction that is open. */
export function enqueueExtend({ db, newId, ports, wake }: RecurrenceDeps, { workspaceId, id }: Key): void {
  const now = ports.clock.now();
  enqueue(
    db,
    newId,
    {
      workspaceId,
      queue: 'background',
      kind: extendKind,
      subjectId: id,
      runAt: now,
      ifWaiting: 'keep_earlier',
    },
    now,
  );
  wake('background');
}

export function enqueueSummary({ db, newId, ports, wake }: RecurrenceDeps, { workspaceId, id }: Key): void {
  const now = ports.clock.now();
  const runAt = now + gatheringMs;
  enqueue(db, newId, { workspaceId, queue: 'background', kind: summaryKind, subjectId: id, runAt }, now);
  wake('background');
}

export interface SummaryDeps extends RecurrenceDeps {
  readonly notify: (notice: Notice) => void;
  /** Whether the user of the workspace wants to hear of what did not go out. */
  readonly wantsFailures: (workspaceId: StoredRecurrence['workspaceId']) => boolean;
}

/** One notice for everything of a recurrence that passed since the last one. */
export function createSummaryHandler(deps: SummaryDeps): JobHandler {
  const { db, words } = deps;
  return {
    kind: summaryKind,
    run(job) {
      const recurrence = findRecurrence(deps, job.workspaceId, job.subjectId);
      if (recurrence === undefined) return Promise.resolve({ kind: 'done' });
      const count = passedSinceTold(deps, recurrence);
      if (count === 0) return Promise.resolve({ kind: 'done' });
      db.write(() => recordEvent(deps, recurrence, { kind: 'told', actor: 'background' }));
      if (!deps.wantsFailures(recurrence.workspaceId)) return Promise.resolve({ kind: 'done' });
      const text = postParts.parse(recurrence.parts)[0]?.text ?? '';
      deps.notify({
        kind: 'missed',
        title: words('recurrences.passed.title', { count }),
        body: words('recurrences.passed.body', { excerpt: text.slice(0, 120) }),
        actions: [],
        target: `/recurring/${recurrence.id}`,
        workspaceId: recurrence.workspaceId,
      });
      return Promise.resolve({ kind: 'done' });
    },
  };
}

/** Times that passed without ever getting a post, and posts that the publisher left out for a later one. */
function passedSinceTold({ db }: RecurrenceDeps, { workspaceId, id }: Key): number {
  const told = db
    .sql<{ id: number; at: number }>(
      `SELECT id, at FROM recurrence_event WHERE workspace_id = :workspaceId AND recurrence_id = :id AND kind = 'told' ORDER BY id DESC LIMIT 1`,
    )
    .get({ workspaceId, id }) ?? { id: 0, at: 0 };
  const unseen = db
    .sql<{ count: number }>(
      `SELECT coalesce(sum(details ->> '$.count'), 0) AS count FROM recurrence_event
      WHERE workspace_id = :workspaceId AND recurrence_id = :id AND kind = 'passed' AND id > :after`,
    )
    .get({ workspaceId, id, after: told.id });
  const leftOut = db
    .sql<{ count: number }>(
      `SELECT count(DISTINCT d.post_id) AS count FROM occurrence o JOIN delivery d ON d.post_id = o.post_id
      WHERE o.workspace_id = :workspaceId AND o.recurrence_id = :id AND d.state = 'cancelled'
        AND d.problem_code = 'occurrence_passed' AND d.updated_at > :at`,
    )
    .get({ workspaceId, id, at: told.at });
  return (unseen?.count ?? 0) + (leftOut?.count ?? 0);
}
