import type { JobHandler } from '../../queue/handler.ts';
import { findDelivery } from '../ledger/delivery-row.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { miss } from '../ledger/transitions.ts';
import { scheduleDelivery } from '../schedule.ts';
import { freeSlots } from '../slots.ts';
import { followUps } from './record-publish.ts';

/** Moves a late post to the next free slot, as its catch-up rule says; without a slot it is missed and the user decides. */
export function createNextSlotHandler(deps: PostsDeps): JobHandler {
  return {
    kind: followUps.nextSlot,
    run(job) {
      const delivery = findDelivery(deps.db, job.workspaceId, job.subjectId);
      if (delivery?.state !== 'scheduled') return Promise.resolve({ kind: 'done' });
      const [slot] = freeSlots(deps, job.workspaceId, 1);
      if (slot === undefined) {
        miss(ledgerOf(deps), delivery, { code: 'missed', detail: '', at: deps.ports.clock.now() });
      } else {
        scheduleDelivery(deps, { workspaceId: job.workspaceId, actor: 'publisher' }, delivery, slot);
      }
      return Promise.resolve({ kind: 'done' });
    },
  };
}
