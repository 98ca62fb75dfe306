import { OcmaError, isOcmaError } from '../../../shared/errors.ts';
import type { JobHandler } from '../../queue/handler.ts';
import type { Job } from '../../queue/job.ts';
import type { Outcome } from '../../queue/outcome.ts';
import { findDelivery, isInBin, mediaOf, modeOf, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from '../ledger/delivery-row.ts';
import { beginAhead } from '../ledger/hand-overs.ts';
import { ClaimLost } from '../ledger/parts.ts';
import { beginDue } from '../ledger/outcomes.ts';
import { checkWithNetwork } from '../hand-over/check.ts';
import { mayHandOver } from '../hand-over/plan.ts';
import { findPosted } from '../reminders/find-posted.ts';
import { remindUser } from '../reminders/remind-user.ts';
import type { Destination } from './destination.ts';
import { latenessOf } from './lateness.ts';
import type { PublishDeps } from './publish-deps.ts';
import { recordPublish } from './record-publish.ts';
import { sendPart } from './send-part.ts';
import { settle } from './settle.ts';
import { findTarget } from './target.ts';
import { publishKind } from './publish-kind.ts';
import { uploadMedia } from './upload-media.ts';

/** Drives one delivery from `scheduled` to an end, part by part; interrupted anywhere, it goes on from what the ledger says. */
export function createPublishHandler(deps: PublishDeps): JobHandler {
  return {
    kind: publishKind,
    async run(job, signal, { onTheWire }) {
      try {
        return await publish(deps, job, { signal, onTheWire });
      } catch (error) {
        if (error instanceof ClaimLost) return lookAnew(deps);
        if (isOcmaError(error) && error.code === 'vault_locked') {
          return {
            kind: 'later',
            at: deps.ports.clock.now() + 60_000,
            code: error.code,
            detail: 'The vault is locked.',
          };
        }
        throw error;
      }
    },
    record: (job, outcome, transition) => recordPublish(deps, job, outcome, transition),
  };
}

/**
 * What this run rests on changed under it: another claim is at work, which ends its say, or the user edited, moved or
 * settled the post. Then the ledger is read anew, at the place in the account's order that the job has.
 */
function lookAnew(deps: PublishDeps): Outcome {
  return { kind: 'later', at: deps.ports.clock.now(), code: 'in_order', detail: 'It was changed meanwhile.' };
}

async function publish(deps: PublishDeps, job: Job, run: Run): Promise<Outcome> {
  const { ledger } = deps;
  const delivery = findDelivery(ledger.db, job.workspaceId, job.subjectId);
  if (delivery === undefined || !isDriven(delivery)) return { kind: 'done' };
  // What is removed waits in the bin; bringing it back gives it work again.
  if (delivery.state === 'scheduled' && isInBin(ledger.db, delivery)) return { kind: 'done' };
  const target = findTarget(ledger.db, delivery.workspaceId, delivery.accountId);
  if (target === undefined) throw new OcmaError('not_found', { what: 'account' });

  const to = { target, platform: deps.platformOf(target.platform), http: deps.httpOf(target.id) };
  if (delivery.state === 'with_network') return await checkWithNetwork(deps, to, delivery, run.signal);
  if (delivery.state === 'needs_you') return await findPosted(deps, to, delivery, run.signal);
  const isAhead = delivery.dueAt !== null && delivery.dueAt > deps.ports.clock.now();
  if (delivery.state === 'scheduled' && !isAhead && modeOf(ledger.db, delivery) === 'remind')
    return delivery.cancelRequestedAt === null ? remindUser(deps, delivery) : { kind: 'done' };

  const sending = partsOf(ledger.db, delivery.workspaceId, delivery.id).find(
    (part) => part.state === 'sending',
  );
  if (sending === undefined && target.state !== 'connected') {
    return {
      kind: 'auth',
      code: target.problemCode ?? 'auth_revoked',
      detail: 'The account is not connected.',
    };
  }
  if (sending === undefined && delivery.cancelRequestedAt !== null) return { kind: 'done' };
  if (delivery.state === 'scheduled') {
    if (isAhead) {
      const now = deps.ports.clock.now();
      if (mayHandOver(ledger, to.platform, delivery, now) && (delivery.handOverAt ?? Infinity) <= now)
        return await sendRest(deps, job, delivery, to, run);
      // It was given another time while its job was running, or the network did not take it ahead of its time.
      const next = delivery.handOverAt !== null && delivery.handOverAt > now ? delivery.handOverAt : null;
      return { kind: 'again', at: next ?? delivery.dueAt ?? now };
    }
    const lateness = latenessOf(deps, delivery);
    if (lateness.kind === 'wait') return lateness.outcome;
    if (lateness.kind !== 'go') return { kind: 'rejected', code: lateness.kind, detail: '' };
  }
  if (sending !== undefined) {
    showProgress(deps, delivery, 'settling', 0, 1);
    const settlement = await settle(deps, job, to, sending, run.signal);
    if (!settlement.settled) return settlement.outcome;
  }
  return await sendRest(deps, job, delivery, to, run);
}

function isDriven({ state }: DeliveryRow): boolean {
  return state === 'scheduled' || state === 'publishing' || state === 'with_network' || state === 'needs_you';
}

/** What a run of the job may give up by, and whom it tells that its request has left. */
interface Run {
  readonly signal: AbortSignal;
  readonly onTheWire: () => void;
}

async function sendRest(
  deps: PublishDeps,
  job: Job,
  delivery: DeliveryRow,
  to: Destination,
  run: Run,
): Promise<Outcome> {
  const parts = partsOf(deps.ledger.db, delivery.workspaceId, delivery.id);
  // What takes a while is shown; a post of words alone begins with the transaction that says `sending`.
  const isQuick =
    to.platform.api.stage === undefined &&
    parts.some(isWaiting) &&
    parts.every((part) => mediaOf(part).length === 0);
  let begins = delivery.state === 'scheduled';
  // Ahead of its time it goes to the network, which publishes it then.
  const publishAt = aheadOf(deps, delivery);
  if (begins && publishAt !== null) {
    if (!beginAhead(deps.ledger, delivery, publishAt)) return lookAnew(deps);
    begins = false;
  } else if (begins && !isQuick) {
    if (!beginDue(deps.ledger, delivery)) return lookAnew(deps);
    begins = false;
  }
  // All media first: a thread must not stop in the middle because its last picture is refused.
  const mediaOfPart = new Map<string, readonly string[]>();
  for (const part of parts.filter(isWaiting)) {
    const uploaded = await uploadMedia(deps, to, part, run.signal, (done, of) =>
      showProgress(deps, delivery, 'uploading', done, of),
    );
    if (!uploaded.ready) return uploaded.outcome;
    mediaOfPart.set(part.id, uploaded.remoteIds);
  }
  let parent: string | null = null;
  let root: string | null = null;
  for (const part of parts) {
    // Comments stand under the first post, whatever came between.
    if (part.role === 'comment') parent = root;
    if (isWaiting(part)) {
      if (run.signal.aborted)
        return { kind: 'later', at: deps.ports.clock.now(), code: 'stopped', detail: 'The app was closing.' };
      if (part.position > 0 && parent === null) {
        return {
          kind: 'rejected',
          code: 'parent_unknown',
          detail: 'The post that this part answers to has no known address.',
        };
      }
      showProgress(deps, delivery, 'sending', part.position, parts.length);
      const sent = await sendPart(
        deps,
        job,
        part,
        to,
        { inReplyTo: parent, mediaIds: mediaOfPart.get(part.id) ?? [], begins, publishAt },
        run,
      );
      begins = false;
      if (!sent.ok) return sent.outcome;
      parent = sent.remoteId;
    } else {
      parent = part.remoteId;
    }
    if (part.position === 0) root = parent;
  }
  return { kind: 'done' };
}

/** When the network shall publish it, where it is handed over; null where it goes out now. */
function aheadOf(deps: PublishDeps, delivery: DeliveryRow): number | null {
  const isHanding = delivery.state === 'scheduled' || delivery.handingSince !== null;
  return isHanding && delivery.dueAt !== null && delivery.dueAt > deps.ports.clock.now()
    ? delivery.dueAt
    : null;
}

function isWaiting(part: PartRow): boolean {
  return part.state === 'pending';
}

/** Progress is for the screen; it is not part of the ledger's promises. */
function showProgress(
  deps: PublishDeps,
  delivery: DeliveryRow,
  step: 'uploading' | 'sending' | 'settling',
  done: number,
  of: number,
): void {
  if (of < 2 && step !== 'settling') return;
  deps.ledger.db.write(() => {
    deps.ledger.db
      .sql(
        `UPDATE delivery SET progress = :progress WHERE workspace_id = :workspaceId AND id = :id AND state = 'publishing'`,
      )
      .run({
        workspaceId: delivery.workspaceId,
        id: delivery.id,
        progress: JSON.stringify({ step, done, of }),
      });
    deps.ledger.changed({ topic: 'delivery', workspaceId: delivery.workspaceId, id: delivery.id });
  });
}
