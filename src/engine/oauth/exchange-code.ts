import * as oauth from 'oauth4webapi';
import type { ErrorCode } from '../../shared/errors.ts';
import type { HttpDeps } from '../http/sending.ts';
import type { Platform } from '../platforms/platform.ts';
import type { TokenReply } from '../platforms/sign-in.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { serverOf } from './book-endpoint.ts';
import { openFlowSecret } from './flow-secrets.ts';
import type { StoredFlow } from './flow-rows.ts';
import { keepSignIn } from './keep-sign-in.ts';
import type { KeepResult } from './keep-sign-in.ts';
import type { ResolveName } from './public-address.ts';
import { forgetRegistered } from './registered-app.ts';
import { tokenEndpointOf } from './token-endpoint.ts';

export interface ExchangeDeps extends HttpDeps {
  readonly ports: HttpDeps['ports'] & Pick<Ports, 'tokenBroker'>;
  readonly vault: Vault;
  /** Looks names up; the system does unless said. */
  readonly resolveName?: ResolveName;
}

/**
 * From what the browser brought back to what is kept of it: checks, exchanges the code at once (X lets it live for 30
 * seconds), and reads which accounts it gives. Throws only for errors of our own.
 */
export async function exchangeCode(
  deps: ExchangeDeps,
  flow: StoredFlow,
  platform: Platform,
  redirect: URLSearchParams,
): Promise<KeepResult> {
  const { db, vault } = deps;
  const code = codeIn(flow, platform, redirect);
  if (!code.ok) return code;
  const secret = openFlowSecret(vault, flow);
  if (secret === null) return { ok: false, code: 'oauth_expired' };
  const endpoint = await tokenEndpointOf(deps, {
    workspaceId: flow.workspaceId,
    accountId: flow.reconnect,
    platform,
    endpoints: flow.endpoints,
    clientId: flow.clientId,
  });
  const reply = await endpoint.exchange({
    code: code.code,
    redirectUri: flow.redirectUri,
    verifier: secret.verifier,
  });
  if (reply.kind === 'refused' && (reply.error === 'invalid_client' || reply.error === 'unauthorized_client'))
    forgetRegistered(db, flow.workspaceId, platform.name, flow.endpoints, flow.clientId);
  if (reply.kind !== 'issued') return { ok: false, code: codeOf(reply) };
  return await keepSignIn(deps, flow, platform, reply.tokens);
}

/** What a token endpoint's no means to whoever connects. */
export function codeOf(reply: Exclude<TokenReply, { kind: 'issued' }>): ErrorCode {
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

/** How networks say that the person refused: OAuth's word (RFC 6749, section 4.1.2.1), and others in use. */
const refusals: ReadonlySet<string> = new Set([
  'access_denied',
  'user_cancelled_login',
  'user_cancelled_authorize',
]);

/**
 * The code of a redirect, or what is wrong before anything is asked: a refusal by the user, or another issuer (RFC 9207),
 * which networks with a protocol of their own do not name.
 */
function codeIn(
  flow: StoredFlow,
  platform: Platform,
  redirect: URLSearchParams,
): { readonly ok: true; readonly code: string } | { readonly ok: false; readonly code: ErrorCode } {
  const checked = new URLSearchParams(redirect);
  const byTheBook = platform.signIn.protocol?.exchange === undefined && platform.signIn.server === undefined;
  if (!byTheBook) checked.delete('iss');
  try {
    const state = checked.get('state') ?? oauth.expectNoState;
    oauth.validateAuthResponse(serverOf(flow.endpoints), { client_id: flow.clientId }, checked, state);
  } catch (error) {
    if (!(error instanceof oauth.AuthorizationResponseError))
      return { ok: false, code: 'oauth_state_mismatch' };
    return { ok: false, code: refusals.has(error.error) ? 'oauth_denied' : 'oauth_failed' };
  }
  // Meta ends the address with `#_`, which scripts and people copy along with the code.
  const code = redirect.get('code')?.replace(/#_(=_)?$/, '') ?? '';
  return code === '' ? { ok: false, code: 'oauth_failed' } : { ok: true, code };
}
