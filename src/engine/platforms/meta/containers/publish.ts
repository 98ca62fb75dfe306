import type { AccountHttp, CallResult, Failure } from '../../../http/call.ts';
import { readContainer, sendPublish } from './calls.ts';
import type { ContainerNetwork } from './calls.ts';
import { readHandle } from './handle.ts';

/** Refusals that are about the account or the app: the container is as it was. */
const notAboutThePost: ReadonlySet<Failure['code']> = new Set([
  'rate_limited',
  'quota_exhausted',
  'auth_expired',
  'auth_revoked',
  'scope_missing',
  'account_action_required',
]);

/**
 * Publishes what is staged. A no may be about a container that an earlier request published, or that has run out: then its
 * state says so, and the answer counts as unclear, so that the container is asked before anything is made anew.
 */
export const publishStaged = async (
  http: AccountHttp,
  network: ContainerNetwork,
  accountId: string,
  handle: string | null,
): Promise<CallResult<string>> => {
  const containerId = readHandle(handle)?.container ?? null;
  if (containerId === null) return { ok: false, failure: unprepared };
  const result = await sendPublish(http, network, accountId, containerId);
  if (result.ok || result.failure.reach !== 'refused' || notAboutThePost.has(result.failure.code))
    return result;
  const looked = await readContainer(http, network, containerId);
  if (!looked.ok || looked.data.state === 'FINISHED' || looked.data.state === 'IN_PROGRESS') return result;
  return { ok: false, failure: { ...result.failure, code: 'unknown_outcome', reach: 'unclear' } };
};

const unprepared: Failure = {
  code: 'unavailable',
  reach: 'not_sent',
  retryAt: null,
  detail: 'The post was not prepared at the network yet.',
  status: null,
};
