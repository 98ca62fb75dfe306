import type { AccountHttp, Failure } from '../../http/call.ts';
import type { Platform } from '../../platforms/platform.ts';
import { clockSlackMs, requestLivesMs } from '../../platforms/settling.ts';
import type { SettleMeans } from '../../platforms/settling.ts';
import type { Job } from '../../queue/job.ts';
import type { Outcome } from '../../queue/outcome.ts';
import { outcomeOf } from '../../queue/failure-outcome.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { isTaken, keepHandle, markNotSent, markSent } from '../ledger/parts.ts';
import { isCancelRequested } from '../ledger/cancel-request.ts';
import { record } from '../ledger/transitions.ts';
import { keepHandOver } from '../hand-over/keep.ts';
import type { Destination } from './destination.ts';
import { failureEvidence } from './evidence.ts';
import type { PublishDeps } from './publish-deps.ts';
import { byContainer } from './settle/container.ts';
import { byDuplicateAnswer } from './settle/duplicate-answer.ts';
import { countSinceSend, refusalOf } from './settle/history.ts';
import { byIdempotencyKey } from './settle/idempotency-key.ts';
import { byList, readList } from './settle/list-and-match.ts';
import { byRecordKey } from './settle/record-key.ts';
import { byUploadSession } from './settle/upload-session.ts';
import type { Target } from './target.ts';
import { keepLooked as keep } from './settle/looked.ts';
import type { OpenSend, Verdict } from './settle/verdict.ts';

/** Between two questions, in milliseconds. */
const leastWaitMs = 1_000;

/** `settled`: the part is sent, or provably was not and waits to be sent. Otherwise what the job shall do next. */
export type Settlement = { readonly settled: true } | { readonly settled: false; readonly outcome: Outcome };

/** When the fate of a send is first asked for, epoch ms. */
export function firstLookAt(means: readonly SettleMeans[], sendingAt: number): number {
  const [best] = means;
  switch (best?.kind) {
    case 'idempotency_key':
    case 'duplicate_answer':
      return sendingAt + best.repeatAfterMs;
    case 'list_and_match':
      return sendingAt + (best.readsAfterMs[0] ?? 0);
    case 'record_key':
    case 'upload_session':
    case 'container':
    case 'none':
    case undefined:
      return sendingAt;
  }
}

/**
 * Finds out what became of a part that says `sending`, by the network's means in their order. A key, a session or a
 * container can prove that it is not out, and then it may be sent again; a list cannot. Where no means can tell the outcome
 * is `unknown`, and only the user's word counts.
 */
export async function settle(
  deps: PublishDeps,
  job: Job,
  to: Destination,
  part: PartRow,
  signal: AbortSignal,
): Promise<Settlement> {
  const send = openSend(deps, to, part, signal);
  for (const means of to.platform.settle) {
    const verdict = notTaken(send, await ask(send, means));
    if (verdict.kind !== 'cannot_tell') return conclude(send, job, verdict);
    keep(send, verdict);
  }
  return stillUnknown;
}

/**
 * Asks once more at once, as the user wishes, without sending anything. A part that is found is settled as sent.
 * `failure` is what the reading failed with.
 */
export async function lookFor(
  deps: OpenSend['deps'],
  target: Target,
  platform: Platform,
  http: AccountHttp,
  part: PartRow,
): Promise<{ ok: true; found: boolean } | { ok: false; failure: Failure }> {
  const send = openSend(deps, { target, platform, http }, part, new AbortController().signal);
  let failure: Failure | undefined;
  for (const means of platform.settle) {
    const verdict = notTaken(send, await look(send, means));
    if (verdict.kind === 'present') {
      settleAsSent(send, verdict);
      return { ok: true, found: true };
    }
    if (verdict.kind === 'handed') {
      keepHanded(send, verdict);
      return { ok: true, found: true };
    }
    keep(send, verdict);
    if ('failure' in verdict && verdict.kind !== 'refused') failure ??= verdict.failure;
    if (verdict.kind === 'absent' || verdict.kind === 'refused') return { ok: true, found: false };
  }
  return failure === undefined ? { ok: true, found: false } : { ok: false, failure };
}

/** Opens the question of what became of a part. */
export function openSend(
  deps: OpenSend['deps'],
  to: Destination,
  part: PartRow,
  signal: AbortSignal,
): OpenSend {
  const now = deps.ports.clock.now();
  const noted = part.sendingAt ?? now;
  const ageKnown = noted <= now + clockSlackMs;
  // Sent while the clock was ahead: as if the request had just had its time, so that the account does not wait for that hour.
  const sendingAt = ageKnown ? noted : now - requestLivesMs;
  const since = ageKnown
    ? (part.doubtedSince ?? sendingAt)
    : Math.min(part.doubtedSince ?? sendingAt, sendingAt);
  const madeBy = Math.max(sendingAt, part.publishAt ?? 0);
  return { deps, to, part, sendingAt, madeBy, since, ageKnown, signal };
}

async function ask(send: OpenSend, means: SettleMeans): Promise<Verdict> {
  switch (means.kind) {
    case 'record_key':
      return await byRecordKey(send);
    case 'idempotency_key':
      return await byIdempotencyKey(send, means);
    case 'upload_session':
      return await byUploadSession(send, means);
    case 'container':
      return await byContainer(send, means);
    case 'duplicate_answer':
      return await byDuplicateAnswer(send, means);
    case 'list_and_match':
      return await byList(send, means);
    case 'none':
      return { kind: 'cannot_tell' };
  }
}

/** Means that only read. */
async function look(send: OpenSend, means: SettleMeans): Promise<Verdict> {
  switch (means.kind) {
    case 'record_key':
    case 'upload_session':
    case 'container':
      return await ask(send, means);
    case 'list_and_match':
      return await readList(send);
    case 'idempotency_key':
    case 'duplicate_answer':
    case 'none':
      return { kind: 'cannot_tell' };
  }
}

/** A post that settles another part cannot settle this one too. */
function notTaken(send: OpenSend, verdict: Verdict): Verdict {
  if (verdict.kind !== 'present' || verdict.remoteId === null) return verdict;
  if (!isTaken(send.deps.ledger, send.part, verdict.remoteId)) return verdict;
  return { kind: 'cannot_tell', looked: { ...verdict.looked, found: false } };
}

function conclude(send: OpenSend, job: Job, verdict: Exclude<Verdict, { kind: 'cannot_tell' }>): Settlement {
  const { deps, part } = send;
  const { ledger } = deps;
  switch (verdict.kind) {
    case 'present':
      settleAsSent(send, verdict);
      return { settled: true };
    case 'handed':
      return { settled: false, outcome: keepHanded(send, verdict) };
    case 'wait':
      keep(send, verdict);
      // Whatever a network names as its time, it is not asked without a break.
      return notYet(
        Math.max(verdict.at, deps.ports.clock.now() + leastWaitMs),
        verdict.failure?.detail ?? 'Asking the network whether the post arrived.',
      );
    case 'refused':
      ledger.db.write(() => {
        keep(send, verdict);
        markNotSent(ledger, part, verdict.failure.code, 'publisher');
        keepHandle(ledger, part, null);
        record(ledger, keyOf(part), {
          kind: 'attempt_failed',
          actor: 'publisher',
          details: failureEvidence(part, verdict.failure),
        });
      });
      return { settled: false, outcome: outcomeOf(verdict.failure, deps.ports.clock.now()) };
    case 'absent':
      return sendAgain(send, job, verdict);
  }
}

/**
 * The network proved that it does not have it. The repeat goes under the same key or handle, so a request that lands late
 * is no danger to it; where no repeat follows, absence counts only when such a request has had its time.
 */
function sendAgain(send: OpenSend, job: Job, verdict: Extract<Verdict, { kind: 'absent' }>): Settlement {
  const { deps, part, sendingAt } = send;
  const { ledger } = deps;
  // Its answers keep being lost, as opposed to an app that ended before the answer.
  const answered = countSinceSend(send, 'unclear') > 0;
  const refused = refusalOf(send);
  return ledger.db.write((): Settlement => {
    keep(send, verdict);
    const cancelled = isCancelRequested(ledger, part);
    const isLast = cancelled || refused !== null || (answered && job.attempts + 1 >= job.maxAttempts);
    if (isLast && !verdict.handleSpent && deps.ports.clock.now() < sendingAt + requestLivesMs)
      return notYet(sendingAt + requestLivesMs, 'A request that left may still arrive.');
    markNotSent(ledger, part, refused?.code ?? 'proved_absent', 'publisher');
    if (verdict.handleSpent) keepHandle(ledger, part, null);
    if (cancelled) return { settled: false, outcome: { kind: 'done' } };
    if (refused !== null) return { settled: false, outcome: { kind: 'rejected', ...refused } };
    if (!answered) return { settled: true };
    const detail = 'The network did not take the post.';
    return { settled: false, outcome: { kind: 'retry', code: 'unavailable', detail, retryAt: null } };
  });
}

function keepHanded(send: OpenSend, verdict: Extract<Verdict, { kind: 'handed' }>): Outcome {
  const { ledger } = send.deps;
  return ledger.db.write(() => {
    keep(send, verdict);
    return keepHandOver(ledger, send.part, verdict.scheduledId);
  });
}

function settleAsSent(send: OpenSend, verdict: Extract<Verdict, { kind: 'present' }>): void {
  const { deps, part } = send;
  deps.ledger.db.write(() => {
    keep(send, verdict);
    markSent(deps.ledger, part, verdict, { actor: 'publisher', how: verdict.how });
  });
}

function keyOf(part: PartRow) {
  return { workspaceId: part.workspaceId, id: part.deliveryId };
}

function notYet(at: number, detail: string): Settlement {
  return { settled: false, outcome: { kind: 'later', at, code: 'settling', detail } };
}

const stillUnknown: Settlement = {
  settled: false,
  outcome: {
    kind: 'unknown',
    code: 'unknown_outcome',
    detail: 'The answer was lost and the network offers no way to find out.',
  },
};
