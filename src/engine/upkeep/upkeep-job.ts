import { setImmediate } from 'node:timers/promises';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueue } from '../queue/store.ts';
import { leftovers } from './leftovers.ts';

export type UpkeepDeps = Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'wake'>;

const kind = 'upkeep';
const subjectId = 'installation';
const dayMs = 24 * 60 * 60_000;
const rowsATransaction = 200;

/** Once a day: takes out what nobody needs any more, a few rows at a time, and lets SQLite renew its statistics. */
export function createUpkeepHandler(deps: UpkeepDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind,
    async run(_job, signal) {
      const now = ports.clock.now();
      for (const { sql, keptMs } of leftovers) {
        let deleted = rowsATransaction;
        while (deleted === rowsATransaction && !signal.aborted) {
          deleted = db.write(() => db.sql(sql).run({ before: now - keptMs, most: rowsATransaction }).changes);
          await setImmediate();
        }
      }
      db.sql('PRAGMA optimize').all();
      return { kind: 'again', at: ports.clock.now() + dayMs };
    },
  };
}

/** Sees at the start of the engine that the daily job is there; it belongs to the first workspace. */
export function ensureUpkeep({ db, ports, newId, wake }: UpkeepDeps): void {
  const workspace = db
    .sql<{ id: WorkspaceId }>(`SELECT id FROM workspace WHERE kind = 'real' ORDER BY created_at, id LIMIT 1`)
    .get();
  if (workspace === undefined) return;
  const now = ports.clock.now();
  db.write(() => {
    enqueue(
      db,
      newId,
      {
        workspaceId: workspace.id,
        queue: 'background',
        kind,
        subjectId,
        runAt: now,
        priority: -10,
        ifWaiting: 'keep_earlier',
      },
      now,
    );
    wake('background');
  });
}
