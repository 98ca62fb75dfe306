import { OcmaError } from '../../../shared/errors.ts';
import type { Caller } from '../../feature.ts';
import { wallTimeAt } from '../../time/wall-time.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { ClaimLost, markNotSent, markSent } from '../ledger/parts.ts';
import { complete } from '../ledger/outcomes.ts';
import { resumeAfterDoubt } from '../ledger/times.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { confirmLater } from '../publish/notify.ts';
import { finishCancel } from '../publish/request-cancel.ts';
import { lookFor } from '../publish/settle.ts';
import { setStandingAnswer } from '../publish/standing-answer.ts';
import { findTarget } from '../publish/target.ts';
import { enqueuePublish } from '../schedule.ts';
import { zoneOf } from '../slots.ts';
import { rowOf } from './delivery-rows.ts';
import { stop } from './drop.ts';

/** What the user may say of an unclear send. */
export type UserAnswer = 'published' | 'send_again' | 'drop';

/** The user's word ends an unclear send. @throws `wrong_state`, `invalid_input` for an address that is not a post's */
export function settleByUser(
  deps: PostsDeps,
  caller: Caller,
  row: DeliveryRow,
  input: {
    readonly answer: UserAnswer;
    readonly url?: string | undefined;
    readonly fromNowOn?: boolean | undefined;
  },
): void {
  if (row.state !== 'unknown') throw new OcmaError('wrong_state', { state: row.state });
  const ledger = ledgerOf(deps);
  deps.db.write(() => {
    if (input.fromNowOn === true) {
      // That it is there cannot be said ahead of something nobody has seen.
      if (input.answer === 'published') throw new OcmaError('invalid_input', { what: 'fromNowOn' });
      setStandingAnswer(ledger, caller, row.accountId, input.answer);
    }
    const part = partsOf(deps.db, caller.workspaceId, row.id).find(
      (candidate) => candidate.state === 'unknown',
    );
    if (input.answer === 'drop') {
      stop(deps, caller, row);
      return;
    }
    // Without one the part was settled otherwise, and the word is about the rest.
    if (part === undefined) return goOn(deps, caller, row, input.answer);
    if (input.answer === 'send_again') markNotSent(ledger, part, 'settled_by_user', caller.actor);
    else
      markSent(ledger, part, addressOf(deps, caller, row, input.url), { actor: caller.actor, how: 'user' });
    goOn(deps, caller, row, input.answer);
  });
}

/** Reads the account's own posts once more. @throws what the reading failed with */
export async function lookAgain(deps: PostsDeps, caller: Caller, row: DeliveryRow): Promise<void> {
  const part = partsOf(deps.db, caller.workspaceId, row.id).find(
    (candidate) => candidate.state === 'unknown',
  );
  const target = findTarget(deps.db, caller.workspaceId, row.accountId);
  if (row.state !== 'unknown' || part === undefined || target === undefined)
    throw new OcmaError('wrong_state', { state: row.state });
  const looked = await lookFor(
    { ...deps, ledger: ledgerOf(deps) },
    target,
    deps.platformOf(target.platform),
    deps.httpOf(target.id),
    part,
  ).catch((error: unknown) => {
    // The user answered in another window while the network was asked.
    if (error instanceof ClaimLost) throw new OcmaError('wrong_state', { state: 'publishing' });
    throw error;
  });
  if (!looked.ok)
    throw new OcmaError(looked.failure.code, { platform: deps.platformOf(target.platform).card.title });
  if (looked.found) deps.db.write(() => goOn(deps, caller, rowOf(deps, caller, row.id), 'found'));
}

/** After an unclear part is settled: the rest goes out, or the delivery is published. */
function goOn(deps: PostsDeps, caller: Caller, row: DeliveryRow, answer: string): void {
  // A cancellation that waited for this part ends the rest, unless the user wants it sent again.
  if (answer !== 'send_again' && finishCancel(ledgerOf(deps), row)) return;
  const parts = partsOf(deps.db, caller.workspaceId, row.id);
  const now = deps.ports.clock.now();
  if (parts.every((part) => part.state === 'sent')) {
    complete(ledgerOf(deps), row, { at: parts[0]?.sentAt ?? now, url: parts[0]?.url ?? null }, caller.actor);
    const target = findTarget(deps.db, caller.workspaceId, row.accountId);
    if (target !== undefined) confirmLater(ledgerOf(deps), deps.platformOf(target.platform), row);
    return;
  }
  resumeAfterDoubt(
    ledgerOf(deps),
    row,
    wallTimeAt(now, zoneOf(deps, caller.workspaceId)),
    caller.actor,
    answer,
  );
  enqueuePublish(deps, row, now);
}

/** Where a post is by the user's word. @throws `invalid_input` for an address that is not a post's */
export function addressOf(
  deps: PostsDeps,
  caller: Caller,
  row: DeliveryRow,
  url: string | undefined,
): { remoteId: string | null; url: string | null } {
  if (url === undefined) return { remoteId: null, url: null };
  const target = findTarget(deps.db, caller.workspaceId, row.accountId);
  if (target === undefined) throw new OcmaError('not_found', { what: 'account' });
  const { api } = deps.platformOf(target.platform);
  const remoteId = api.postIdOf(url, target.ref);
  if (remoteId === null && api.isPostAddress?.(url, target.ref) !== true)
    throw new OcmaError('invalid_input', { what: url });
  return { remoteId, url };
}
