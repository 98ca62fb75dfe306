import { OcmaError } from '../../shared/errors.ts';
import type { scriptsContract } from '../../shared/contract/scripts.ts';
import type { Account } from '../../shared/models/account.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { getAccount, toAccount } from './account-rows.ts';
import type { AccountsDeps } from './accounts-deps.ts';

/**
 * `POST /api/social/connect`: without a code it answers where to send the user; with the code that came back it needs
 * the state that it gave out. Throws `oauth_state_mismatch` for any other state, or none.
 */
export function createScriptConnect(deps: AccountsDeps) {
  return async (
    { workspaceId }: Caller,
    input: ProcedureInput<(typeof scriptsContract)['connect']>,
  ): Promise<{ authorizeUrl: string; state: string; redirectUri: string } | { account: Account }> => {
    const platform = deps.platformOf(input.platform);
    if (input.authCode === undefined) {
      const { redirectUri } = input;
      const { flow, state } = await deps.flows.start({
        workspaceId,
        platform,
        openBrowser: false,
        redirectUri,
      });
      return { authorizeUrl: flow.authorizeUrl, state, redirectUri: flow.redirectUri };
    }
    if (input.state === undefined) throw new OcmaError('oauth_state_mismatch');
    const id = await deps.flows.complete({ workspaceId, state: input.state, code: input.authCode });
    const row = getAccount(deps.db, workspaceId, id);
    return { account: toAccount(row, { words: deps.words, platform, now: deps.ports.clock.now() }) };
  };
}
