import type { Notice } from '../../shared/models/event.ts';
import type { Database } from '../db/database.ts';
import type { JobHandler } from '../queue/handler.ts';
import type { PostsDeps } from './posts-deps.ts';

/** Tells the user of a workspace that zones have other rules and posts keep their clock time. */
export const zoneRulesKind = 'posts.zone_rules';

/** Waiting posts that were resolved anew since `since` (epoch ms), and in which zones; of one workspace or of all. */
export function movedByZoneRules(
  db: Database,
  workspaceId: string | null,
  since: number,
): { count: number; zones: string[] } {
  const rows = db
    .sql<{ zone: string; count: number }>(
      `SELECT d.due_zone AS zone, count(DISTINCT d.post_id) AS count FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE (:workspaceId IS NULL OR d.workspace_id = :workspaceId) AND d.state = 'scheduled' AND p.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM delivery_event e WHERE e.delivery_id = d.id AND e.kind = 'zone_rules' AND e.at >= :since)
      GROUP BY d.due_zone ORDER BY d.due_zone`,
    )
    .all({ workspaceId, since });
  return { count: rows.reduce((sum, row) => sum + row.count, 0), zones: rows.map(({ zone }) => zone) };
}

export function createZoneRulesHandler(deps: PostsDeps & { notify: (notice: Notice) => void }): JobHandler {
  return {
    kind: zoneRulesKind,
    run(job) {
      const { count, zones } = movedByZoneRules(deps.db, job.workspaceId, job.runAt);
      if (count > 0)
        deps.notify({
          kind: 'clock_wrong',
          title: deps.words('recurrences.zoneRules', { count, zones: zones.join(', ') }),
          body: deps.words('recurrences.zoneRulesBody'),
          actions: [],
          target: '/',
          workspaceId: job.workspaceId,
        });
      return Promise.resolve({ kind: 'done' });
    },
  };
}
