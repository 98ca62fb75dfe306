import { clockSlackMs } from '../../../platforms/settling.ts';
import { isTaken } from '../../ledger/parts.ts';
import { countSinceSend } from './history.ts';
import { isOlder } from './known-before.ts';
import { repeat } from './repeat.ts';
import { afterFailedReading, verdictOfAnswer } from './verdict.ts';
import type { OpenSend, Verdict } from './verdict.ts';

/**
 * The network refuses to make a post twice and names the original. The part is repeated once; where the original is
 * younger than the send and nobody else's it is ours. An older one with the same words proves nothing about ours.
 */
export async function byDuplicateAnswer(
  send: OpenSend,
  means: { readonly repeatAfterMs: number; readonly withinMs: number; readonly postsOnly?: true },
): Promise<Verdict> {
  const { deps, sendingAt } = send;
  if (means.postsOnly === true && send.part.position > 0) return { kind: 'cannot_tell' };
  const now = deps.ports.clock.now();
  if (!send.ageKnown || now > send.since + means.withinMs || countSinceSend(send, 'repeated') > 0)
    return { kind: 'cannot_tell' };
  if (now < sendingAt + means.repeatAfterMs) return { kind: 'wait', at: sendingAt + means.repeatAfterMs };
  const repeated = await repeat(send, 'duplicate_answer');
  if (!repeated.asked) return repeated.verdict;
  const { result } = repeated;
  if (result.ok) {
    const looked = { means: 'duplicate_answer', said: 'accepted', found: true };
    return verdictOfAnswer(result.data, looked);
  }
  const { failure } = result;
  const original = failure.existingId;
  const ours = failure.code === 'duplicate' && original !== undefined && isOurs(send, original);
  const looked = { means: 'duplicate_answer', said: failure.code, found: ours };
  if (ours) return { kind: 'present', how: 'named', remoteId: original, url: null, looked };
  if (failure.reach === 'not_sent') return afterFailedReading(send, failure, 'give_up');
  return { kind: 'cannot_tell', failure, looked };
}

/** Whether the original came from this send: dated by its id, since a list may not be readable. */
function isOurs(send: OpenSend, original: string): boolean {
  const { deps, to, part, since } = send;
  if (isTaken(deps.ledger, part, original) || isOlder(send, original)) return false;
  const madeAt = to.platform.api.madeAt?.(original) ?? null;
  return madeAt !== null && madeAt >= since - clockSlackMs;
}
