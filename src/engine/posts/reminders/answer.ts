import { OcmaError } from '../../../shared/errors.ts';
import type { Caller } from '../../feature.ts';
import type { JobHandler } from '../../queue/handler.ts';
import { cancelWaiting, enqueue } from '../../queue/store.ts';
import { findDelivery, isInBin, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { markPosted } from '../ledger/handed-parts.ts';
import { completeElsewhere } from '../ledger/hand-overs.ts';
import { record } from '../ledger/transitions.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { confirmLater, measureSoon, notify } from '../publish/notify.ts';
import { findTarget } from '../publish/target.ts';
import { publishKind } from '../publish/publish-kind.ts';
import { addressOf } from '../queue/settle-by-user.ts';

const remindKind = 'posts.remind_again';
const againMs = 60 * 60_000;

/**
 * The user has published it by hand. @throws `wrong_state` where it does not wait for that, `invalid_input` for an
 * address that is not a post's
 */
export function postedByHand(
  deps: PostsDeps,
  caller: Caller,
  row: DeliveryRow,
  url: string | undefined,
): void {
  if (row.state !== 'needs_you') throw new OcmaError('wrong_state', { state: row.state });
  const ledger = ledgerOf(deps);
  const at = deps.ports.clock.now();
  const address = addressOf(deps, caller, row, url);
  deps.db.write(() => {
    cancelWaiting(deps.db, caller.workspaceId, publishKind, row.id, at);
    for (const part of partsOf(deps.db, caller.workspaceId, row.id)) {
      if (part.state !== 'pending' && part.state !== 'handed') continue;
      const where = part.position === 0 ? address : { remoteId: null, url: null };
      markPosted(ledger, part, { ...where, at }, { actor: caller.actor, how: 'user' });
    }
    if (!completeElsewhere(ledger, row, { at, url: address.url }, caller.actor))
      throw new OcmaError('wrong_state', { state: row.state });
    if (address.remoteId !== null) measureSoon({ ledger }, row);
    const target = findTarget(deps.db, caller.workspaceId, row.accountId);
    if (target !== undefined) confirmLater(ledger, deps.platformOf(target.platform), row);
  });
}

/** Reminds again in an hour. @throws `wrong_state` */
export function notNow(deps: PostsDeps, caller: Caller, row: DeliveryRow): void {
  if (row.state !== 'needs_you') throw new OcmaError('wrong_state', { state: row.state });
  const now = deps.ports.clock.now();
  deps.db.write(() => {
    record(ledgerOf(deps), row, { kind: 'not_now', actor: caller.actor });
    enqueue(
      deps.db,
      deps.newId,
      {
        workspaceId: row.workspaceId,
        queue: 'background',
        kind: remindKind,
        subjectId: row.id,
        runAt: now + againMs,
      },
      now,
    );
  });
}

/** The job of `notNow`. What is out, was dropped or is in the bin meanwhile is not told of. */
export function createRemindAgainHandler(deps: PostsDeps): JobHandler {
  return {
    kind: remindKind,
    run: () => Promise.resolve({ kind: 'done' }),
    record(job, _outcome, transition) {
      const row = findDelivery(deps.db, job.workspaceId, job.subjectId);
      if (transition.state !== 'done' || row?.state !== 'needs_you' || isInBin(deps.db, row)) return;
      const parts = partsOf(deps.db, job.workspaceId, row.id);
      const code = parts.some(({ state }) => state === 'handed') ? 'handed_over' : 'remind';
      notify({ ledger: ledgerOf(deps) }, row, 'needs_you', parts[0]?.text ?? '', code);
    },
  };
}
