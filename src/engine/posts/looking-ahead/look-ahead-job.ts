import { setImmediate } from 'node:timers/promises';
import { enqueueForInstallation } from '../../queue/installation-job.ts';
import type { JobHandler } from '../../queue/handler.ts';
import { deliveryColumns, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { notify } from '../publish/notify.ts';
import { risksOf } from './look-ahead.ts';
import type { Reached } from './look-ahead.ts';
import { clearStaleRisks, writeRisk } from './risk-store.ts';

const kind = 'posts.look_ahead';
/** Between rounds, in milliseconds. */
const everyMs = 10 * 60_000;
/** How far a round looks, in milliseconds: an hour, and what becomes due an hour ahead before the next round. */
const aheadMs = 60 * 60_000 + everyMs;

/**
 * Checks each post again in the hour before it is due: a problem is found while there is time to mend it, shown in the
 * queue and told once. What is mended meanwhile disappears with the next round.
 */
export function createLookAheadHandler(deps: PostsDeps): JobHandler {
  return {
    kind,
    async run(_job, signal) {
      const reached: Reached = new Map();
      clearStaleRisks(deps.db);
      for (const delivery of dueSoon(deps)) {
        if (signal.aborted) break;
        const lines = await risksOf(deps, delivery, reached);
        note(deps, delivery, lines);
        await setImmediate();
      }
      return { kind: 'again', at: deps.ports.clock.now() + everyMs };
    },
  };
}

function dueSoon(deps: PostsDeps): DeliveryRow[] {
  const now = deps.ports.clock.now();
  return deps.db
    .sql<DeliveryRow>(`SELECT ${deliveryColumns} FROM workspace w JOIN delivery d ON d.workspace_id = w.id AND d.state = 'scheduled' AND d.due_at > :now AND d.due_at <= :until
      JOIN post p ON p.id = d.post_id WHERE p.deleted_at IS NULL ORDER BY d.due_at`)
    .all({ now, until: now + aheadMs });
}

function note(deps: PostsDeps, delivery: DeliveryRow, lines: Awaited<ReturnType<typeof risksOf>>): void {
  const now = deps.ports.clock.now();
  const { workspaceId, id } = delivery;
  deps.db.write(() => {
    const news = writeRisk(deps.db, delivery, lines, now);
    if (news === 'same') return;
    deps.changed({ topic: 'delivery', workspaceId, id });
    if (news !== 'found') return;
    const [part] = partsOf(deps.db, workspaceId, id);
    notify({ ledger: ledgerOf(deps) }, delivery, 'at_risk', part?.text ?? '');
    deps.wake('background');
  });
}

/** Has a round made now, after which they go on: at the start of the engine, and when what was found may be mended. */
export function ensureLookingAhead(deps: PostsDeps): void {
  enqueueForInstallation(deps, { kind, runAt: deps.ports.clock.now(), ifWaiting: 'keep_earlier' });
}
