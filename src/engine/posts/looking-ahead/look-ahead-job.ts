import { setImmediate } from 'node:timers/promises';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { enqueue } from '../../queue/store.ts';
import type { JobHandler } from '../../queue/handler.ts';
import { deliveryColumns, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { risksOf } from './look-ahead.ts';
import type { Reached } from './look-ahead.ts';
import { clearStaleRisks, writeRisk } from './risk-store.ts';

const kind = 'posts.look_ahead';
/** Between rounds, in milliseconds. */
const everyMs = 10 * 60_000;
/** How far a round looks, in milliseconds: an hour, and what becomes due an hour ahead before the next round. */
const aheadMs = 60 * 60_000 + everyMs;
const notice = 'notice';

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
    .sql<DeliveryRow>(`SELECT ${deliveryColumns} FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.state = 'scheduled' AND p.deleted_at IS NULL AND d.due_at > :now AND d.due_at <= :until ORDER BY d.due_at LIMIT 1000`)
    .all({ now, until: now + aheadMs });
}

function note(deps: PostsDeps, delivery: DeliveryRow, lines: Awaited<ReturnType<typeof risksOf>>): void {
  const now = deps.ports.clock.now();
  const { workspaceId, id, accountId } = delivery;
  deps.db.write(() => {
    const news = writeRisk(deps.db, delivery, lines, now);
    if (news === 'same') return;
    deps.changed({ topic: 'delivery', workspaceId, id });
    if (news !== 'found') return;
    const [part] = partsOf(deps.db, workspaceId, id);
    enqueue(
      deps.db,
      deps.newId,
      {
        workspaceId,
        queue: 'background',
        kind: notice,
        subjectId: `${id}:at_risk`,
        payload: {
          kind: 'at_risk',
          deliveryId: id,
          accountId,
          excerpt: (part?.text ?? '').slice(0, 120),
          code: null,
        },
        runAt: now,
        priority: 10,
      },
      now,
    );
    deps.wake('background');
  });
}

/** Sees at the start of the engine that the rounds go on; the job belongs to the first workspace. */
export function ensureLookingAhead(deps: PostsDeps): void {
  const first = deps.db
    .sql<{ id: WorkspaceId }>(`SELECT id FROM workspace ORDER BY created_at, id LIMIT 1`)
    .get();
  if (first === undefined) return;
  const now = deps.ports.clock.now();
  deps.db.write(() => {
    enqueue(
      deps.db,
      deps.newId,
      {
        workspaceId: first.id,
        queue: 'background',
        kind,
        subjectId: 'installation',
        runAt: now,
        ifWaiting: 'keep_earlier',
      },
      now,
    );
    deps.wake('background');
  });
}
