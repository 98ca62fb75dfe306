import { OcmaError, errorCodes } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { StoredFlow } from './flow-rows.ts';

/** The account that a flow has connected. Throws what stands in the way, in the words of this network's title. */
export function connectedOrThrow(flow: StoredFlow, platform: string): AccountId {
  switch (flow.status) {
    case 'connected':
      if (flow.accountId !== null) return flow.accountId;
      throw new OcmaError('internal');
    case 'cancelled':
      throw new OcmaError('oauth_cancelled');
    case 'expired':
      throw new OcmaError('oauth_expired');
    case 'choosing':
      throw severalAccounts(platform, flow);
    case 'failed':
    case 'waiting':
    case 'exchanging':
      throw new OcmaError(problemOf(flow), { platform });
  }
}

/** A script cannot choose on the way: it is told what there is to choose from. */
function severalAccounts(platform: string, { candidates, id }: StoredFlow): OcmaError {
  const all = candidates ?? [];
  const accounts = all.map(({ displayName }) => displayName).join(', ');
  const details = { connection: id, candidates: all };
  return new OcmaError('ambiguous_account', { platform, count: all.length, accounts }, { details });
}

function problemOf(flow: StoredFlow): ErrorCode {
  return errorCodes.find((code) => code === flow.problemCode) ?? 'oauth_failed';
}
