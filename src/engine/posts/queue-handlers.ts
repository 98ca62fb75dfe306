import type { ScheduleChoice } from '../../shared/contract/posts.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Delivery } from '../../shared/models/delivery.ts';
import type { DeliveryId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import { cancelWaiting } from '../queue/store.ts';
import { wallTimeAt } from '../time/wall-time.ts';
import { findDelivery, partsOf } from './ledger/delivery-row.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import { dropUnsent, markNotSent, markSent } from './ledger/parts.ts';
import { cancel, complete, record, resumeAfterDoubt, takeDown } from './ledger/transitions.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';
import { lookFor } from './publish/settle.ts';
import { findTarget } from './publish/target.ts';
import { publishKind } from './publish/publish-job.ts';
import { listQueue, oneDelivery, queueCounts, queueDetail } from './queue-lists.ts';
import type { QueueSection } from './queue-lists.ts';
import { enqueuePublish, scheduleDelivery, whenOf } from './schedule.ts';
import { zoneOf } from './slots.ts';

interface Named {
  readonly id: DeliveryId;
}

/** The procedures of `queue`: what the user does with posts on their way. */
export function createQueueHandlers(deps: PostsDeps) {
  const view = (caller: Caller, id: string): Delivery => oneDelivery(deps, caller, id);

  return {
    list: (caller: Caller, input: { section: QueueSection; cursor?: string | undefined; limit: number }) =>
      listQueue(deps, caller, input),
    counts: (caller: Caller) => queueCounts(deps, caller),
    get: (caller: Caller, input: Named) => queueDetail(deps, caller, input.id),
    retry(caller: Caller, input: Named): Delivery {
      retry(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    retryAll(caller: Caller, input: { code?: string | undefined }): { retried: number } {
      const rows = deps.db
        .sql<{
          id: string;
        }>(`SELECT d.id FROM delivery d JOIN post p ON p.id = d.post_id WHERE d.workspace_id = :workspaceId AND d.state IN ('failed', 'missed')
          AND p.deleted_at IS NULL AND (:code IS NULL OR d.problem_code = :code) ORDER BY d.due_at LIMIT 200`)
        .all({ workspaceId: caller.workspaceId, code: input.code ?? null });
      deps.db.write(() => {
        for (const { id } of rows) retry(deps, caller, rowOf(deps, caller, id));
      });
      return { retried: rows.length };
    },
    drop(caller: Caller, input: Named): Delivery {
      stop(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    cancel(caller: Caller, input: Named & { version: number }): Delivery {
      const row = freshRow(deps, caller, input);
      stop(deps, caller, row);
      return view(caller, input.id);
    },
    settle(
      caller: Caller,
      input: Named & { answer: 'published' | 'send_again' | 'drop'; url?: string | undefined },
    ): Delivery {
      settleByUser(deps, caller, rowOf(deps, caller, input.id), input.answer, input.url);
      return view(caller, input.id);
    },
    async lookAgain(caller: Caller, input: Named): Promise<Delivery> {
      await lookAgain(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    reschedule(caller: Caller, input: Named & { version: number; when: ScheduleChoice }): Delivery {
      const row = freshRow(deps, caller, input);
      scheduleDelivery(deps, caller, row, whenOf(deps, caller.workspaceId, input.when));
      return view(caller, input.id);
    },
    async deleteFromNetwork(caller: Caller, input: Named): Promise<Delivery> {
      await deleteFromNetwork(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
  };
}

function rowOf(deps: PostsDeps, caller: Caller, id: string): DeliveryRow {
  const row = findDelivery(deps.db, caller.workspaceId, id);
  if (row === undefined) throw new OcmaError('not_found', { what: 'post' });
  return row;
}

function freshRow(deps: PostsDeps, caller: Caller, input: Named & { version: number }): DeliveryRow {
  const row = rowOf(deps, caller, input.id);
  if (row.version !== input.version)
    throw new OcmaError('stale_version', {}, { details: { version: row.version, state: row.state } });
  return row;
}

function retry(deps: PostsDeps, caller: Caller, row: DeliveryRow): void {
  if (row.state !== 'failed' && row.state !== 'missed')
    throw new OcmaError('wrong_state', { state: row.state });
  scheduleDelivery(deps, caller, row, wallTimeAt(deps.ports.clock.now(), zoneOf(deps, caller.workspaceId)));
}

/** Takes a delivery back, unless a request of it is under way right now. */
function stop(deps: PostsDeps, caller: Caller, row: DeliveryRow): void {
  deps.db.write(() => {
    const waiting = cancelWaiting(deps.db, caller.workspaceId, publishKind, row.id, deps.ports.clock.now());
    const sending = partsOf(deps.db, caller.workspaceId, row.id).some((part) => part.state === 'sending');
    if (sending || (!waiting && (row.state === 'scheduled' || row.state === 'publishing')))
      throw new OcmaError('wrong_state', { state: 'publishing' });
    dropUnsent(ledgerOf(deps), row);
    if (!cancel(ledgerOf(deps), row, caller.actor)) throw new OcmaError('wrong_state', { state: row.state });
  });
}

function settleByUser(
  deps: PostsDeps,
  caller: Caller,
  row: DeliveryRow,
  answer: 'published' | 'send_again' | 'drop',
  url: string | undefined,
): void {
  if (row.state !== 'unknown') throw new OcmaError('wrong_state', { state: row.state });
  const ledger = ledgerOf(deps);
  deps.db.write(() => {
    const part = partsOf(deps.db, caller.workspaceId, row.id).find(
      (candidate) => candidate.state === 'unknown',
    );
    if (answer === 'drop' || part === undefined) {
      stop(deps, caller, row);
      return;
    }
    if (answer === 'send_again') markNotSent(ledger, part, 'settled_by_user', caller.actor);
    else markSent(ledger, part, addressOf(deps, caller, row, url), { actor: caller.actor, how: 'user' });
    goOn(deps, caller, row, answer);
  });
}

/** After an unclear part is settled: the rest goes out, or the delivery is published. */
function goOn(deps: PostsDeps, caller: Caller, row: DeliveryRow, answer: string): void {
  const parts = partsOf(deps.db, caller.workspaceId, row.id);
  const now = deps.ports.clock.now();
  if (parts.every((part) => part.state === 'sent')) {
    complete(ledgerOf(deps), row, { at: parts[0]?.sentAt ?? now, url: parts[0]?.url ?? null }, caller.actor);
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

function addressOf(
  deps: PostsDeps,
  caller: Caller,
  row: DeliveryRow,
  url: string | undefined,
): { remoteId: string | null; url: string | null } {
  if (url === undefined) return { remoteId: null, url: null };
  const target = findTarget(deps.db, caller.workspaceId, row.accountId);
  const remoteId = target === undefined ? null : deps.platformOf(target.platform).api.postIdOf(url);
  if (remoteId === null) throw new OcmaError('invalid_input', { what: url });
  return { remoteId, url };
}

async function lookAgain(deps: PostsDeps, caller: Caller, row: DeliveryRow): Promise<void> {
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
  );
  if (!looked.ok)
    throw new OcmaError(looked.failure.code, { platform: deps.platformOf(target.platform).card.title });
  if (looked.found) deps.db.write(() => goOn(deps, caller, row, 'found'));
}

async function deleteFromNetwork(deps: PostsDeps, caller: Caller, row: DeliveryRow): Promise<void> {
  const target = findTarget(deps.db, caller.workspaceId, row.accountId);
  if (row.state !== 'published' || target === undefined)
    throw new OcmaError('wrong_state', { state: row.state });
  const platform = deps.platformOf(target.platform);
  const http = deps.httpOf(target.id);
  // Last part first, so that a thread is never left with replies to a post that is gone.
  for (const part of partsOf(deps.db, caller.workspaceId, row.id).toReversed()) {
    if (part.remoteId === null) continue;
    const removed = await platform.api.remove(http, part.remoteId);
    if (!removed.ok)
      throw new OcmaError(removed.failure.code, {
        platform: platform.card.title,
        account: `@${target.ref.username}`,
      });
    deps.db.write(() => {
      deps.db
        .sql(`UPDATE remote_post SET gone = 1 WHERE account_id = :accountId AND remote_id = :remoteId`)
        .run({ accountId: target.id, remoteId: part.remoteId ?? '' });
      record(ledgerOf(deps), row, {
        kind: 'deleted_at_network',
        actor: caller.actor,
        details: { part: part.position },
      });
    });
  }
  takeDown(ledgerOf(deps), row, caller.actor);
}
