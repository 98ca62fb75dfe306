import type { JobHandler } from '../../queue/handler.ts';
import { findDelivery } from '../ledger/delivery-row.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { miss } from '../ledger/outcomes.ts';
import { scheduleDelivery } from '../schedule.ts';
import { createNextSlot } from '../slots.ts';
import { timedPost } from '../timed-post.ts';
import { publishKind } from './publish-kind.ts';
import { followUps, notify } from './notify.ts';

/** Moves a late post to the next free slot, as its catch-up rule says; without a slot it is missed and the user decides. */
export function createNextSlotHandler(deps: PostsDeps): JobHandler {
  return {
    kind: followUps.nextSlot,
    run(job) {
      deps.db.write(() => {
        const delivery = findDelivery(deps.db, job.workspaceId, job.subjectId);
        // With a job of its own it was given another time meanwhile, and that counts.
        if (delivery?.state !== 'scheduled' || hasJob(deps, delivery.id)) return;
        const post = timedPost(deps, delivery);
        const slot = createNextSlot(deps, job.workspaceId, deps.timeRules(job.workspaceId, [post]))([post]);
        if (slot !== null) {
          scheduleDelivery(deps, { workspaceId: job.workspaceId, actor: 'publisher' }, delivery, slot);
          return;
        }
        const ledger = ledgerOf(deps);
        if (miss(ledger, delivery, { code: 'missed', detail: '', at: deps.ports.clock.now() }))
          notify({ ledger }, delivery, 'missed', post.text);
      });
      return Promise.resolve({ kind: 'done' });
    },
  };
}

function hasJob({ db }: PostsDeps, deliveryId: string): boolean {
  return (
    db
      .sql(`SELECT 1 FROM job WHERE subject_id = :deliveryId AND kind = :kind AND finished_at IS NULL`)
      .get({ deliveryId, kind: publishKind }) !== undefined
  );
}
