import type { FailureCode } from '../../../http/call.ts';
import { requestLivesMs } from '../../../platforms/settling.ts';
import { countSinceSend } from './history.ts';
import { repeat } from './repeat.ts';
import { afterFailedReading, verdictOfAnswer } from './verdict.ts';
import type { OpenSend, Verdict } from './verdict.ts';

/** Refusals that speak of the post itself; a network that had accepted it would have answered with the original. */
const ofThePost: readonly FailureCode[] = ['content_rejected', 'media_invalid'];
const longestWaitMs = 5 * 60_000;

/** A repeat with the same key is answered with the original, or makes the one post that there will be. */
export async function byIdempotencyKey(
  send: OpenSend,
  means: { readonly livesMs: number; readonly repeatAfterMs: number },
): Promise<Verdict> {
  const now = send.deps.ports.clock.now();
  // A repeat that would still be under way when the network forgets the key could make a second post.
  const lastAt = send.since + means.livesMs - requestLivesMs;
  if (send.part.sendKey === null || !send.ageKnown || now > lastAt) return { kind: 'cannot_tell' };
  if (now < send.sendingAt + means.repeatAfterMs)
    return { kind: 'wait', at: send.sendingAt + means.repeatAfterMs };
  const repeated = await repeat(send, 'idempotency_key');
  if (!repeated.asked) return repeated.verdict;
  const { result } = repeated;
  const looked = {
    means: 'idempotency_key',
    said: result.ok ? 'answered' : result.failure.code,
    found: result.ok,
  };
  if (result.ok) return verdictOfAnswer(result.data, looked);
  const { failure } = result;
  if (failure.reach === 'refused' && ofThePost.includes(failure.code))
    return { kind: 'refused', failure, looked };
  if (failure.reach === 'unclear') {
    const wait = Math.min(longestWaitMs, means.repeatAfterMs * 2 ** countSinceSend(send, 'repeated'));
    return { kind: 'wait', at: send.deps.ports.clock.now() + wait, failure, looked };
  }
  return afterFailedReading(send, failure, 'wait');
}
