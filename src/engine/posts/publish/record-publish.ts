import type { Job } from '../../queue/job.ts';
import type { Outcome } from '../../queue/outcome.ts';
import { enqueue } from '../../queue/store.ts';
import type { Transition } from '../../queue/transition.ts';
import { findDelivery, isInBin, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { markUnknown } from '../ledger/parts.ts';
import { complete, doubt, fail, leaveOut, miss } from '../ledger/outcomes.ts';
import { record } from '../ledger/transitions.ts';
import type { StoredProblem } from '../ledger/stored-problem.ts';
import { standBack } from '../ledger/hand-overs.ts';
import { recurrenceOfPost } from './later-occurrence.ts';
import type { PublishDeps } from './publish-deps.ts';
import { confirmLater, followUps, measureSoon, notify } from './notify.ts';
import { finishCancel } from './request-cancel.ts';
import { applyStandingAnswer } from './standing-answer.ts';

/** How long after its time an unclear hand-over is looked for, in milliseconds. */
const looksAfterDueMs = 2 * 60_000;
/** How soon a post that is with its network is asked for, where its work ended, in milliseconds. */
const askAgainMs = 15 * 60_000;
/** How long what a series left out is gathered for one notice, in milliseconds. */
const gatheringMs = 60_000;

type RecordDeps = Pick<PublishDeps, 'ledger' | 'platformOf'>;

/**
 * Writes what a publish job's outcome means for its delivery, in the transaction that ends the job. Where the user gave it
 * a time ahead since the job looked, only that counts: what waits has a job, whatever became of this one.
 */
export function recordPublish(deps: RecordDeps, job: Job, outcome: Outcome, transition: Transition): void {
  const { ledger } = deps;
  const delivery = findDelivery(ledger.db, job.workspaceId, job.subjectId);
  if (delivery === undefined) return;
  const isAhead = delivery.state === 'scheduled' && (delivery.dueAt ?? 0) > ledger.clock.now();
  if (!isAhead || delivery.cancelRequestedAt !== null) apply(deps, job, delivery, outcome, transition);
  keepDriven(ledger, job);
}

function apply(
  deps: RecordDeps,
  job: Job,
  delivery: DeliveryRow,
  outcome: Outcome,
  transition: Transition,
): void {
  const { ledger } = deps;
  if (outcome.kind !== 'unknown' && isActive(delivery) && finishCancel(ledger, delivery)) return;
  if (standsBack(ledger, delivery, outcome)) return;
  switch (transition.state) {
    case 'done':
      finished(deps, job, delivery);
      return;
    case 'ready':
      waits(deps, delivery, outcome, transition.attempts);
      return;
    case 'dead':
      stopped(deps, job, delivery, outcome, transition);
  }
}

/** Failures that no other way of sending would mend: the user hears of them ahead of the post's time. */
const ofThePost: readonly string[] = ['content_rejected', 'media_invalid', 'duplicate'];

/**
 * What could not be handed to the network ahead of its time, for a reason that is not the post's own, is published by OCMA
 * when it is due. True where that holds.
 */
function standsBack(ledger: Ledger, delivery: DeliveryRow, outcome: Outcome): boolean {
  const isHanding =
    delivery.state === 'publishing' &&
    delivery.handingSince !== null &&
    (delivery.dueAt ?? 0) > ledger.clock.now();
  if (!isHanding || outcome.kind === 'done' || outcome.kind === 'again' || outcome.kind === 'unknown')
    return false;
  // It is still preparing the media, or its turn comes in a moment.
  if (outcome.kind === 'later' && (outcome.code === 'media_processing' || outcome.code === 'in_order'))
    return false;
  if (outcome.kind === 'rejected' && ofThePost.includes(outcome.code)) return false;
  const parts = partsOf(ledger.db, delivery.workspaceId, delivery.id);
  if (parts.some(({ state }) => state !== 'pending')) return false;
  const { code, detail, kind } = outcome;
  return standBack(ledger, delivery, { code, detail }, kind === 'retry' || kind === 'later');
}

/** A delivery that waits and would be left without work gets a job for its time. */
function keepDriven({ clock, db, newId }: Ledger, job: Job): void {
  const delivery = findDelivery(db, job.workspaceId, job.subjectId);
  if (delivery === undefined || delivery.dueAt === null || isInBin(db, delivery)) return;
  if (delivery.state !== 'scheduled' && delivery.state !== 'with_network') return;
  const driven = db
    .sql(`SELECT 1 FROM job WHERE subject_id = :id AND kind IN (:publish, :nextSlot) AND finished_at IS NULL`)
    .get({ id: delivery.id, publish: job.kind, nextSlot: followUps.nextSlot });
  if (driven !== undefined) return;
  const { kind, queue, platform, accountId, workspaceId, subjectId } = job;
  enqueue(
    db,
    newId,
    { workspaceId, queue, kind, subjectId, platform, accountId, runAt: nextRunOf(delivery, clock.now()) },
    clock.now(),
  );
}

/** When it is handed over, else when it is due; what is with its network is asked for in a while. */
function nextRunOf({ state, handOverAt, dueAt }: DeliveryRow, now: number): number {
  if (state === 'with_network') return Math.max(dueAt ?? 0, now + askAgainMs);
  return handOverAt !== null && handOverAt > now ? handOverAt : (dueAt ?? now);
}

function isActive(delivery: DeliveryRow): boolean {
  return delivery.state === 'scheduled' || delivery.state === 'publishing';
}

function finished(deps: RecordDeps, job: Job, delivery: DeliveryRow): void {
  const { ledger } = deps;
  const parts = partsOf(ledger.db, delivery.workspaceId, delivery.id);
  if (delivery.state !== 'publishing') return;
  const now = ledger.clock.now();
  if (parts.some((part) => part.state !== 'sent')) {
    // No handler ends like this; a delivery without a job would stay `publishing` for ever.
    fail(
      ledger,
      delivery,
      { code: 'internal', detail: 'The work ended before every part was out.', at: now },
      job.attempts,
    );
    return;
  }
  const first = parts[0];
  complete(ledger, delivery, { at: first?.sentAt ?? now, url: first?.url ?? null }, 'publisher');
  measureSoon(deps, delivery);
  if (job.platform !== null) confirmLater(ledger, deps.platformOf(job.platform), delivery);
  notify(deps, delivery, 'published', first?.text ?? '');
}

function waits(deps: RecordDeps, delivery: DeliveryRow, outcome: Outcome, attempts: number): void {
  const { ledger } = deps;
  if (outcome.kind !== 'later' && outcome.kind !== 'retry') return;
  // Its turn comes in a moment; that is no news.
  if (outcome.code === 'in_order' || !isActive(delivery)) return;
  const problem: StoredProblem = { code: outcome.code, detail: outcome.detail, at: ledger.clock.now() };
  const settling = outcome.code === 'settling';
  ledger.db
    .sql(`UPDATE delivery SET attempts = :attempts, version = version + 1, problem = CASE WHEN state = 'publishing' THEN :problem END,
        progress = CASE WHEN :settling = 1 THEN '{"step":"settling","done":0,"of":1}' END
      WHERE workspace_id = :workspaceId AND id = :id AND state IN ('scheduled', 'publishing')`)
    .run({
      workspaceId: delivery.workspaceId,
      id: delivery.id,
      attempts,
      problem: JSON.stringify(problem),
      settling: settling ? 1 : 0,
    });
  record(ledger, delivery, {
    kind: 'waiting',
    actor: 'publisher',
    details: { code: outcome.code, detail: outcome.detail },
  });
}

function stopped(
  deps: RecordDeps,
  job: Job,
  delivery: DeliveryRow,
  outcome: Outcome,
  transition: Extract<Transition, { state: 'dead' }>,
): void {
  const { ledger } = deps;
  const problem: StoredProblem = { code: transition.code, detail: transition.detail, at: ledger.clock.now() };
  const text = partsOf(ledger.db, delivery.workspaceId, delivery.id)[0]?.text ?? '';
  // Work that ends for another reason while a part is on its way leaves its fate open, and the account's order behind it.
  const isOpen = partsOf(ledger.db, delivery.workspaceId, delivery.id).some(
    ({ state }) => state === 'sending',
  );
  if (outcome.kind === 'unknown' || isOpen) {
    markUnknown(ledger, delivery);
    const isNews = doubt(ledger, delivery, { ...problem, code: 'unknown_outcome' });
    const doubted = findDelivery(ledger.db, delivery.workspaceId, delivery.id);
    if (doubted !== undefined && applyStandingAnswer(ledger, job, doubted)) return;
    if (isNews) notify(deps, delivery, 'unknown', text);
    if (delivery.handingSince !== null) lookWhenDue(ledger, delivery);
    return;
  }
  if (transition.code === 'missed') {
    if (miss(ledger, delivery, problem)) notify(deps, delivery, 'missed', text);
    return;
  }
  if (transition.code === 'occurrence_passed') {
    if (leaveOut(ledger, delivery, problem)) tellOfSeries(deps, delivery);
    return;
  }
  if (transition.code === 'next_slot') {
    const now = ledger.clock.now();
    enqueue(
      ledger.db,
      ledger.newId,
      {
        workspaceId: delivery.workspaceId,
        queue: 'background',
        kind: followUps.nextSlot,
        subjectId: delivery.id,
        platform: job.platform,
        runAt: now,
      },
      now,
    );
    return;
  }
  if (fail(ledger, delivery, problem, transition.attempts))
    notify(deps, delivery, 'failed', text, transition.code);
}

/** A hand-over that nobody knows the fate of shows at the post's time, when the network publishes what it has. */
function lookWhenDue(ledger: Ledger, delivery: DeliveryRow): void {
  const now = ledger.clock.now();
  if (delivery.dueAt === null || delivery.dueAt <= now) return;
  enqueue(
    ledger.db,
    ledger.newId,
    {
      workspaceId: delivery.workspaceId,
      queue: 'background',
      kind: followUps.lookAgain,
      subjectId: delivery.id,
      accountId: delivery.accountId,
      runAt: delivery.dueAt + looksAfterDueMs,
    },
    now,
  );
}

/** One notice for all that a series left out, not one for each. */
function tellOfSeries({ ledger }: RecordDeps, { workspaceId, postId }: DeliveryRow): void {
  const recurrenceId = recurrenceOfPost(ledger.db, workspaceId, postId);
  if (recurrenceId === undefined) return;
  const now = ledger.clock.now();
  const runAt = now + gatheringMs;
  enqueue(
    ledger.db,
    ledger.newId,
    { workspaceId, queue: 'background', kind: followUps.seriesSummary, subjectId: recurrenceId, runAt },
    now,
  );
}
