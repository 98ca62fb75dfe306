import { isOcmaError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { Endpoints } from '../../shared/models/account.ts';
import type { AccountHttp, CallResult } from '../http/call.ts';
import { createHttp } from '../http/client.ts';
import { stretched } from '../http/deadline.ts';
import type { Platform } from '../platforms/platform.ts';
import type { IssuedTokens, SignedInAccount } from '../platforms/sign-in.ts';
import { signedIn, toCandidate } from './candidates.ts';
import type { SignedIn } from './candidates.ts';
import { storeConnectedAccount } from './connected-account.ts';
import type { ExchangeDeps } from './exchange-code.ts';
import { moveFlow } from './flow-rows.ts';
import type { StoredFlow } from './flow-rows.ts';
import { forgetFlowSecrets, sealSignedIn } from './flow-secrets.ts';
import { isPractice } from './network-config.ts';
import { isPublicAddress } from './public-address.ts';
import { tokenEndpointOf } from './token-endpoint.ts';

/** Real milliseconds that the user has to choose among the accounts of a sign-in. */
export const choiceMs = 15 * 60_000;

/** What tokens came to. */
export type KeepResult =
  | { readonly ok: true; readonly accountIds: readonly AccountId[] }
  /** The user chooses; the flow holds the accounts. */
  | { readonly ok: true; readonly accountIds: null }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * Reads which accounts a sign-in gives. The one that can be used is stored at once with its tokens, in the transaction that ends the flow;
 * of several the user chooses, and the tokens wait sealed. Tokens that are not kept are revoked. Throws only for errors of
 * our own.
 */
export async function keepSignIn(
  deps: ExchangeDeps,
  flow: StoredFlow,
  platform: Platform,
  tokens: IssuedTokens,
): Promise<KeepResult> {
  const result = await kept(deps, flow, platform, tokens);
  if (!result.ok) await discardTokens(deps, flow, platform, tokens);
  return result;
}

async function kept(
  deps: ExchangeDeps,
  flow: StoredFlow,
  platform: Platform,
  tokens: IssuedTokens,
): Promise<KeepResult> {
  const endpoints = await movedEndpoints(deps, flow, tokens);
  if (endpoints === null) return { ok: false, code: 'platform_changed' };
  const here = { ...flow, endpoints };
  const found = await accountsOf(platform, httpWith(deps, here, platform, tokens.accessToken));
  if (!found.ok) return { ok: false, code: found.failure.code };
  const accounts = found.data.map((account) => ({
    ...account,
    grantor: account.grantor ?? tokens.grantor ?? null,
  }));
  if (accounts.length === 0) return { ok: false, code: 'no_account_found' };
  const given: SignedIn = signedIn.parse({ tokens, endpoints, accounts });
  const usable = accounts.filter(({ unusable }) => unusable === null);
  const wanted = flow.reconnect === null ? null : remoteIdOf(deps, flow.reconnect);
  try {
    // Whoever comes back comes with all that hangs on the same sign-in.
    if (wanted !== null) {
      const again = usable.filter(
        ({ profile, grantor }) =>
          profile.remoteId === wanted || isHere(deps, here, profile.remoteId, grantor),
      );
      if (!again.some(({ profile }) => profile.remoteId === wanted))
        return { ok: false, code: 'oauth_other_account' };
      return { ok: true, accountIds: connectAccounts(deps, here, platform, given, again, 'exchanging') };
    }
    const [only] = usable;
    if (only !== undefined && usable.length === 1)
      return { ok: true, accountIds: connectAccounts(deps, here, platform, given, [only], 'exchanging') };
  } catch (error) {
    if (isOcmaError(error)) return { ok: false, code: error.code };
    throw error;
  }
  deps.db.write(() => {
    const expiresAt = deps.ports.clock.now() + stretched(deps.ports.clock, choiceMs);
    moveFlow(deps.db, flow.id, 'exchanging', {
      status: 'choosing',
      candidates: accounts.map(toCandidate),
      expiresAt,
    });
    forgetFlowSecrets(deps.vault, flow);
    sealSignedIn(deps.vault, flow, given);
  });
  return { ok: true, accountIds: null };
}

/**
 * Stores accounts of a sign-in and ends its flow, in one transaction. An account with a token of its own keeps the sign-in's as
 * what that was derived from.
 */
export function connectAccounts(
  deps: ExchangeDeps,
  flow: StoredFlow,
  platform: Platform,
  { tokens, endpoints }: SignedIn,
  accounts: readonly SignedInAccount[],
  from: 'exchanging' | 'choosing',
): readonly AccountId[] {
  const wanted = flow.reconnect === null ? null : remoteIdOf(deps, flow.reconnect);
  return deps.db.write(() => {
    const accountIds = accounts.map(({ profile, accessToken, expiresAt, grantor }) =>
      storeConnectedAccount(
        deps,
        {
          flow: { ...flow, endpoints, reconnect: profile.remoteId === wanted ? flow.reconnect : null },
          platform,
          profile,
          grantor,
          tokens:
            accessToken === null
              ? tokens
              : {
                  ...tokens,
                  accessToken,
                  expiresAt,
                  refreshToken: tokens.refreshToken ?? tokens.accessToken,
                  renewableUntil: tokens.renewableUntil ?? tokens.expiresAt,
                },
        },
        deps.ports.clock.now(),
      ),
    );
    moveFlow(deps.db, flow.id, from, { status: 'connected', accountIds });
    forgetFlowSecrets(deps.vault, flow);
    return accountIds;
  });
}

/**
 * Ends tokens that nobody keeps. Where ending them takes back all that the person ever allowed, it is left while an
 * account of the same app is connected.
 */
export async function discardTokens(
  deps: ExchangeDeps,
  flow: StoredFlow,
  platform: Platform,
  tokens: Pick<IssuedTokens, 'accessToken' | 'refreshToken'>,
): Promise<void> {
  const { protocol, accounts } = platform.signIn;
  const endsAll = protocol?.revoke !== undefined || accounts !== undefined;
  if (endsAll && hasConnected(deps, flow)) return;
  const endpoint = await tokenEndpointOf(deps, {
    workspaceId: flow.workspaceId,
    accountId: flow.reconnect,
    platform,
    endpoints: flow.endpoints,
    clientId: flow.clientId,
  });
  await endpoint.revoke(tokens);
}

/** Where the accounts are from now on, where the sign-in tells; null for a place that is not of the public internet. */
async function movedEndpoints(
  deps: ExchangeDeps,
  flow: StoredFlow,
  { api }: IssuedTokens,
): Promise<Endpoints | null> {
  // Whoever stands in for the network goes on doing so.
  if (api === undefined || flow.customEndpoints) return flow.endpoints;
  const url = URL.parse(api);
  if (url === null || !(await isPublicAddress(url, deps.resolveName))) return null;
  const sameUpload = new URL(flow.endpoints.upload).origin === new URL(flow.endpoints.api).origin;
  return { ...flow.endpoints, api, ...(sameUpload && { upload: api }) };
}

async function accountsOf(
  platform: Platform,
  http: AccountHttp,
): Promise<CallResult<readonly SignedInAccount[]>> {
  if (platform.signIn.accounts !== undefined) return await platform.signIn.accounts(http);
  const profile = await platform.api.profile(http, null);
  if (!profile.ok) return profile;
  return {
    ...profile,
    data: [{ profile: profile.data, accessToken: null, expiresAt: null, grantor: null, unusable: null }],
  };
}

function httpWith(deps: ExchangeDeps, flow: StoredFlow, platform: Platform, token: string): AccountHttp {
  return createHttp(
    deps,
    () => flow.endpoints,
    () => ({
      workspaceId: flow.workspaceId,
      accountId: null,
      platform,
      endpoints: flow.endpoints,
      custom: flow.customEndpoints,
      clientId: flow.clientId,
      practice: isPractice(deps.db, flow.workspaceId),
      token: (rejected) => Promise.resolve(rejected === undefined ? { ok: true, token } : refused),
      tokenRefused: () => {},
    }),
  );
}

const refused = {
  ok: false,
  failure: {
    code: 'auth_revoked',
    reach: 'refused',
    retryAt: null,
    detail: 'The network refuses the token that it has just issued.',
    status: 401,
  },
} as const;

function remoteIdOf({ db }: ExchangeDeps, accountId: AccountId): string | null {
  const row = db
    .sql<{ remoteId: string }>(`SELECT remote_id AS remoteId FROM account WHERE id = :accountId`)
    .get({ accountId });
  return row?.remoteId ?? null;
}

/** Whether an account of the same person is in the workspace and not disconnected. */
function isHere(
  { db }: ExchangeDeps,
  { workspaceId, platform }: StoredFlow,
  remoteId: string,
  grantor: string | null,
): boolean {
  return (
    db
      .sql(
        `SELECT 1 FROM account WHERE workspace_id = :workspaceId AND platform = :platform AND remote_id = :remoteId
         AND grantor = :grantor AND state <> 'disconnected'`,
      )
      .get({ workspaceId, platform, remoteId, grantor }) !== undefined
  );
}

function hasConnected({ db }: ExchangeDeps, { platform, clientId }: StoredFlow): boolean {
  return (
    db
      .sql(
        `SELECT 1 FROM account WHERE platform = :platform AND client_id = :clientId AND state = 'connected'`,
      )
      .get({ platform, clientId }) !== undefined
  );
}
