import * as oauth from 'oauth4webapi';
import { isOcmaError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { createHttp } from '../http/client.ts';
import type { HttpDeps } from '../http/sending.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Vault } from '../vault/vault.ts';
import { storeConnectedAccount } from './connected-account.ts';
import { flowSecret, flowSecretPlace, moveFlow } from './flow-rows.ts';
import type { StoredFlow } from './flow-rows.ts';
import { isPractice, resolveApp } from './network-config.ts';
import { createTokenEndpoint, serverOf } from './token-endpoint.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import type { IssuedTokens, TokenReply } from '../platforms/sign-in.ts';

export interface ExchangeDeps extends HttpDeps {
  readonly vault: Vault;
}

/** What a redirect came to. */
export type ExchangeResult =
  | { readonly ok: true; readonly accountId: AccountId }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * From what the browser brought back to a stored account: checks, exchanges the code at once (X lets it live for 30
 * seconds), reads who it is, and stores account, tokens and the flow's end in one transaction. Tokens that are not
 * kept are revoked. Throws only for errors of our own.
 */
export async function exchangeCode(
  deps: ExchangeDeps,
  flow: StoredFlow,
  platform: Platform,
  redirect: URLSearchParams,
): Promise<ExchangeResult> {
  const { db, vault, ports } = deps;
  const problem = problemOf(flow, redirect);
  if (problem !== null) return { ok: false, code: problem };
  const sealed = vault.open(flowSecretPlace(flow));
  if (sealed === null) return { ok: false, code: 'oauth_expired' };
  const { verifier } = flowSecret.parse(JSON.parse(sealed));
  const config = { db, vault, host: ports.host };
  const app = await resolveApp(config, flow.workspaceId, platform, flow.endpoints, flow.clientId);
  const endpoint = createTokenEndpoint(deps, {
    workspaceId: flow.workspaceId,
    accountId: flow.reconnect,
    platform: platform.name,
    endpoints: flow.endpoints,
    clientId: flow.clientId,
    clientSecret: app?.clientSecret ?? null,
  });
  const reply = await endpoint.exchangeCode(redirect, flow.redirectUri, verifier);
  if (reply.kind !== 'issued') return { ok: false, code: codeOf(reply) };
  const result = await keep(deps, flow, platform, reply.tokens);
  if (!result.ok) await discard(endpoint, reply.tokens);
  return result;
}

/** What is wrong with a redirect before anything is asked: a refusal by the user, or another issuer (RFC 9207). */
function problemOf(flow: StoredFlow, redirect: URLSearchParams): ErrorCode | null {
  try {
    const client = { client_id: flow.clientId };
    oauth.validateAuthResponse(
      serverOf(flow.endpoints),
      client,
      redirect,
      redirect.get('state') ?? oauth.expectNoState,
    );
    return redirect.has('code') ? null : 'oauth_failed';
  } catch (error) {
    if (!(error instanceof oauth.AuthorizationResponseError)) return 'oauth_state_mismatch';
    return error.error === 'access_denied' ? 'oauth_denied' : 'oauth_failed';
  }
}

async function keep(
  deps: ExchangeDeps,
  flow: StoredFlow,
  platform: Platform,
  tokens: IssuedTokens,
): Promise<ExchangeResult> {
  const http = createHttp(
    deps,
    () => flow.endpoints,
    () => ({
      workspaceId: flow.workspaceId,
      accountId: null,
      platform,
      endpoints: flow.endpoints,
      clientId: flow.clientId,
      practice: isPractice(deps.db, flow.workspaceId),
      token: (rejected) =>
        Promise.resolve(rejected === undefined ? { ok: true, token: tokens.accessToken } : refused),
      tokenRefused: () => {},
    }),
  );
  const profile = await platform.api.profile(http, null);
  if (!profile.ok) return { ok: false, code: profile.failure.code };
  try {
    const accountId = deps.db.write(() => {
      const id = storeConnectedAccount(
        deps,
        { flow, platform, profile: profile.data, tokens },
        deps.ports.clock.now(),
      );
      moveFlow(deps.db, flow.id, 'exchanging', { status: 'connected', accountId: id });
      deps.vault.remove({ workspaceId: flow.workspaceId, ownerKind: 'flow', ownerId: flow.id });
      return id;
    });
    return { ok: true, accountId };
  } catch (error) {
    if (isOcmaError(error)) return { ok: false, code: error.code };
    throw error;
  }
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

async function discard(endpoint: TokenEndpoint, tokens: IssuedTokens): Promise<void> {
  if (tokens.refreshToken !== null) await endpoint.revoke(tokens.refreshToken, 'refresh_token');
  await endpoint.revoke(tokens.accessToken, 'access_token');
}

function codeOf(reply: Exclude<TokenReply, { kind: 'issued' }>): ErrorCode {
  switch (reply.kind) {
    case 'refused':
    case 'lost':
      return 'oauth_failed';
    case 'unavailable':
      return reply.status === 429 ? 'rate_limited' : 'unavailable';
    case 'not_sent':
      return 'network_unreachable';
  }
}
