import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { modelPlatform, monthOf } from '../../http/spending.ts';
import type { ContentDeps } from './content-deps.ts';

/** What the language model has cost the installation in the running month (UTC), in micro-dollars. */
export function spentOnModel({ db, ports }: Pick<ContentDeps, 'db' | 'ports'>): number {
  const row = db
    .sql<{ micros: number }>(
      `SELECT coalesce(sum(micros), 0) AS micros FROM spending WHERE platform = :platform AND month = :month`,
    )
    .get({ platform: modelPlatform, month: monthOf(ports.clock.now()) });
  return row?.micros ?? 0;
}

/** Notes what answers have cost. */
export function spendOnModel(
  { db, ports, newId }: Pick<ContentDeps, 'db' | 'ports' | 'newId'>,
  workspaceId: WorkspaceId,
  micros: number,
): void {
  if (micros === 0) return;
  const now = ports.clock.now();
  db.write(() =>
    db
      .sql(
        `INSERT INTO spending (id, workspace_id, account_id, platform, operation, month, micros, state, at)
         VALUES (:id, :workspaceId, NULL, :platform, 'rewrite', :month, :micros, 'spent', :now)`,
      )
      .run({ id: newId('exp'), workspaceId, platform: modelPlatform, month: monthOf(now), micros, now }),
  );
}
