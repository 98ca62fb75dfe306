import type { AccountHttp } from '../../../http/call.ts';
import type { ProbeResult, SentPart } from '../../settling.ts';
import { readContainer } from './calls.ts';
import type { ContainerNetwork } from './calls.ts';
import { failureOfContainer, isUnknownContainer } from './failure.ts';
import { readHandle } from './handle.ts';

/** Between two questions, in milliseconds. */
const againMs = 15_000;
/** How long a post that is out may be missing from the account's list, in milliseconds. */
const listLagMs = 180_000;

/**
 * What became of a publish, by its container: published, finished (and so not published: one container makes one post at
 * most), or of no use any more. A container does not name its post, so `isListed` tells whether the account's list has it.
 */
export const probeContainer = async (
  http: AccountHttp,
  network: ContainerNetwork,
  sent: SentPart,
  now: number,
  isListed: () => Promise<boolean>,
): Promise<ProbeResult> => {
  const handle = readHandle(sent.handle);
  if (handle === null) return { state: 'forgotten' };
  // Only children were made, and those are never published.
  if (handle.container === null) return { state: 'expired' };
  const result = await readContainer(http, network, handle.container);
  if (!result.ok)
    return isUnknownContainer(result.failure)
      ? { state: 'forgotten' }
      : { state: 'failed', failure: result.failure };
  const { state, words } = result.data;
  switch (state) {
    case 'PUBLISHED':
      return now < sent.sendingAt + listLagMs && !(await isListed())
        ? { state: 'processing', askAt: now + againMs }
        : { state: 'present', remoteId: null, url: null };
    case 'FINISHED':
      return { state: 'absent' };
    case 'IN_PROGRESS':
      return { state: 'processing', askAt: now + againMs };
    case 'EXPIRED':
      return { state: 'expired' };
    case 'ERROR': {
      const failure = failureOfContainer(words);
      return failure.code === 'unavailable' ? { state: 'expired' } : { state: 'refused', failure };
    }
  }
};
