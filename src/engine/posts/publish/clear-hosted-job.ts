import type { JobHandler } from '../../queue/handler.ts';
import { enqueueForInstallation } from '../../queue/installation-job.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { clearHostedKind } from './hosted-media.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';

/** A network may still be fetching what it has just published, so files stay this long after, in milliseconds. */
const graceMs = 60 * 60_000;
/** What stopped may be retried: its files stay this long, in milliseconds. */
const stoppedMs = 24 * 60 * 60_000;
const everyMs = 60 * 60_000;

interface Left {
  readonly key: string;
  readonly workspaceId: WorkspaceId;
  readonly place: string;
}

/** Files that no post needs any more, oldest first. */
function leftBehind(deps: PostsDeps, now: number): Left[] {
  return deps.db
    .sql<Left>(`SELECT h.key, h.workspace_id AS workspaceId, h.place FROM hosted_media h
      LEFT JOIN delivery_part x ON x.id = h.part_id LEFT JOIN delivery d ON d.id = x.delivery_id
      WHERE d.id IS NULL
        OR (d.state IN ('published', 'cancelled') AND d.updated_at <= :now - :grace)
        OR (d.state IN ('failed', 'unknown', 'missed', 'draft') AND d.updated_at <= :now - :stopped)
      ORDER BY h.put_at LIMIT 100`)
    .all({ now, grace: graceMs, stopped: stoppedMs });
}

/** At the start of the app: looks through what lies there, should the job have been lost. */
export function ensureClearing(deps: Pick<PostsDeps, 'db' | 'newId' | 'ports' | 'wake'>): void {
  const some = deps.db.sql(`SELECT 1 FROM hosted_media LIMIT 1`).get();
  if (some === undefined) return;
  deps.db.write(() => enqueueForInstallation(deps, { kind: clearHostedKind, runAt: deps.ports.clock.now() }));
}

/** Takes files away from the public address that no post needs any more. One that cannot be reached is tried again. */
export function createClearHostedHandler(deps: PostsDeps): JobHandler {
  return {
    kind: clearHostedKind,
    async run(_job, signal) {
      for (const { key, workspaceId, place } of leftBehind(deps, deps.ports.clock.now())) {
        if (signal.aborted) break;
        const host = deps.mediaHostOf(workspaceId);
        // What lies in another place waits until that one is set up again.
        if (host?.place !== place) continue;
        const removed = await host.remove(key);
        if (removed.ok)
          deps.db.write(() => deps.db.sql(`DELETE FROM hosted_media WHERE key = :key`).run({ key }));
      }
      const more = deps.db.sql(`SELECT 1 FROM hosted_media LIMIT 1`).get() !== undefined;
      return more ? { kind: 'again', at: deps.ports.clock.now() + everyMs } : { kind: 'done' };
    },
  };
}
