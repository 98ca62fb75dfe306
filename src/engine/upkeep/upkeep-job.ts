import { setImmediate } from 'node:timers/promises';
import type { FeatureDeps } from '../feature.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import { leftovers } from './leftovers.ts';

export type UpkeepDeps = Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'wake'>;

const kind = 'upkeep';
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

/** Sees at the start of the engine that the daily job is there. */
export function ensureUpkeep(deps: UpkeepDeps): void {
  enqueueForInstallation(deps, {
    kind,
    runAt: deps.ports.clock.now(),
    priority: -10,
    ifWaiting: 'keep_earlier',
  });
}
