import * as oauth from 'oauth4webapi';
import type { Endpoints } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { isLoopback } from '../http/address.ts';
import { writeAudit } from '../http/audit.ts';
import { retryAfterOf } from '../http/retry-after.ts';
import { exchange } from '../http/transport.ts';
import type { WireResult } from '../http/transport.ts';
import type { IssuedTokens, TokenReply } from '../platforms/sign-in.ts';
import type { Ports } from '../ports.ts';

/** Real milliseconds for one request to the token endpoint. */
const timeoutMs = 20_000;

/** Who asks, on whose behalf, where. */
export interface Party {
  readonly workspaceId: WorkspaceId;
  readonly accountId: string | null;
  readonly platform: string;
  readonly endpoints: Endpoints;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

export interface TokenEndpoint {
  /** `redirect` is what came back from the browser; its state and issuer are checked once more. */
  exchangeCode(redirect: URLSearchParams, redirectUri: string, verifier: string): Promise<TokenReply>;
  refresh(refreshToken: string): Promise<TokenReply>;
  /** False where the network did not take it, or could not be reached. Never throws. */
  revoke(token: string, kind: 'access_token' | 'refresh_token'): Promise<boolean>;
  /** Asks for tokens with a code that nobody issued: how it is refused tells whether the app is known. */
  probe(redirectUri: string): Promise<TokenReply>;
}

export interface TokenEndpointDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'host'>;
}

export function createTokenEndpoint(deps: TokenEndpointDeps, party: Party): TokenEndpoint {
  const server = serverOf(party.endpoints);
  const client: oauth.Client = { client_id: party.clientId };
  const authentication = party.clientSecret === null ? oauth.None() : basic(party.clientSecret);

  const optionsFor = (operation: string, endpoint: string, onWire: (wire: WireResult) => void) => ({
    [oauth.customFetch]: async (url: string, request: OutgoingRequest) => {
      const wire = await audited(deps, party, operation, url, request);
      onWire(wire);
      if (wire.kind === 'lost') throw new Unanswered();
      const { status, headers } = wire.answer;
      return new Response(status === 204 || status === 304 ? null : wire.text, { status, headers });
    },
    [oauth.allowInsecureRequests]: isLoopback(new URL(endpoint)),
  });
  const ask = async (
    operation: string,
    request: (options: oauth.TokenEndpointRequestOptions) => Promise<Response>,
  ): Promise<TokenReply> => {
    let seen: WireResult | null = null;
    const options = optionsFor(operation, party.endpoints.token, (wire) => {
      seen = wire;
    });
    try {
      const response = await request(options);
      const body = await oauth.processGenericTokenEndpointResponse(server, client, response);
      return { kind: 'issued', tokens: issued(body, deps.ports.clock.now()) };
    } catch (error) {
      return refusal(error) ?? nothingUsable(seen, deps.ports.clock.now());
    }
  };
  const askForTokens = (operation: string, grant: string, parameters: Record<string, string>) =>
    ask(operation, (options) =>
      oauth.genericTokenEndpointRequest(server, client, authentication, grant, parameters, options),
    );

  return {
    exchangeCode: (redirect, redirectUri, verifier) =>
      ask('oauth.token', (options) => {
        const checked = oauth.validateAuthResponse(
          server,
          client,
          redirect,
          redirect.get('state') ?? oauth.expectNoState,
        );
        return oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          checked,
          redirectUri,
          verifier,
          options,
        );
      }),
    refresh: (refreshToken) =>
      askForTokens('oauth.refresh', 'refresh_token', { refresh_token: refreshToken }),
    async revoke(token, kind) {
      try {
        const response = await oauth.revocationRequest(server, client, authentication, token, {
          ...optionsFor('oauth.revoke', party.endpoints.revoke, () => {}),
          additionalParameters: { token_type_hint: kind },
        });
        await oauth.processRevocationResponse(response);
        return true;
      } catch {
        return false;
      }
    },
    probe: (redirectUri) =>
      askForTokens('oauth.test', 'authorization_code', {
        code: oauth.generateRandomState(),
        redirect_uri: redirectUri,
        code_verifier: oauth.generateRandomCodeVerifier(),
      }),
  };
}

/** The network as OAuth sees it. Without metadata the issuer is where the consent page is. */
export function serverOf(endpoints: Endpoints): oauth.AuthorizationServer {
  return {
    issuer: new URL(endpoints.authorize).origin,
    authorization_endpoint: endpoints.authorize,
    token_endpoint: endpoints.token,
    revocation_endpoint: endpoints.revoke,
  };
}

interface OutgoingRequest {
  readonly body?: unknown;
  readonly headers: Record<string, string>;
  readonly method: string;
}

/** No answer came. */
class Unanswered extends Error {}

/** RFC 6749, section 2.3.1, encoding only what must be: some networks do not decode what they receive. */
function basic(secret: string): oauth.ClientAuth {
  const encoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);
  return (_server, client, _body, headers) => {
    const pair = `${encoded(client.client_id)}:${encoded(secret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`);
  };
}

async function audited(
  { db, ports }: TokenEndpointDeps,
  party: Party,
  operation: string,
  url: string,
  options: OutgoingRequest,
): Promise<WireResult> {
  const begun = ports.clock.monotonic();
  const headers = new Headers(options.headers);
  headers.set('user-agent', `OCMA/${ports.host.version}`);
  const body = options.body instanceof URLSearchParams ? options.body : null;
  const wire = await exchange(ports, { url: new URL(url), method: options.method, headers, body, timeoutMs });
  const status = wire.kind === 'answered' ? wire.answer.status : null;
  writeAudit(db, {
    at: ports.clock.now(),
    workspaceId: party.workspaceId,
    accountId: party.accountId,
    platform: party.platform,
    operation,
    status,
    code: status === null ? 'network_unreachable' : status < 400 ? null : 'oauth_failed',
    ms: ports.clock.monotonic() - begun,
    cache: 'none',
    costMicros: 0,
  });
  return wire;
}

function issued(body: oauth.TokenEndpointResponse, now: number): IssuedTokens {
  return {
    accessToken: body.access_token,
    refreshToken: body.refresh_token ?? null,
    expiresAt: body.expires_in === undefined ? null : now + body.expires_in * 1_000,
    scopes: body.scope?.split(' ').filter((scope) => scope !== '') ?? null,
  };
}

function refusal(error: unknown): TokenReply | null {
  if (error instanceof oauth.ResponseBodyError) {
    if (error.status === 429) return null;
    return { kind: 'refused', error: error.error, description: error.error_description ?? '' };
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError && error.status === 401) {
    return { kind: 'refused', error: 'invalid_client', description: '' };
  }
  if (error instanceof oauth.AuthorizationResponseError) {
    return { kind: 'refused', error: error.error, description: error.error_description ?? '' };
  }
  return null;
}

function nothingUsable(seen: WireResult | null, now: number): TokenReply {
  if (seen === null) return { kind: 'not_sent' };
  if (seen.kind === 'lost') return { kind: seen.sent ? 'lost' : 'not_sent' };
  const { status, headers } = seen.answer;
  // A success that cannot be read may have spent what was sent.
  return status < 300
    ? { kind: 'lost' }
    : { kind: 'unavailable', status, retryAt: retryAfterOf(headers, now) };
}
