import * as oauth from 'oauth4webapi';
import type { Endpoints } from '../../shared/models/account.ts';
import { isLoopback } from '../http/address.ts';
import { retryAfterOf } from '../http/retry-after.ts';
import type { WireResult } from '../http/transport.ts';
import type { BrowserSignIn, HeldTokens, IssuedTokens, TokenReply } from '../platforms/sign-in.ts';
import { audited } from './token-ask.ts';
import type { AskDeps, Asker } from './token-ask.ts';

/** What the book leaves to a network: names, and how an app says who it is. */
type ClientRules = Pick<BrowserSignIn, 'clientIdParameter' | 'clientAuthentication' | 'tokenBody'>;

/** Networks without OAuth have no code to exchange, and so no rules. */
export const usualRules: ClientRules = {
  clientIdParameter: 'client_id',
  clientAuthentication: 'none_or_basic',
};

/** Who asks, where. */
export interface BookParty extends Asker {
  readonly endpoints: Endpoints;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly rules: ClientRules;
}

/** OAuth's own requests (RFC 6749, 7009, 7636). */
export interface BookEndpoint {
  /** Without a `verifier` there was no challenge. */
  exchange(given: { code: string; redirectUri: string; verifier: string | null }): Promise<TokenReply>;
  refresh(refreshToken: string): Promise<TokenReply>;
  revoke(held: Partial<HeldTokens>): Promise<boolean>;
  probe(redirectUri: string, withVerifier: boolean): Promise<TokenReply>;
}

export function createBookEndpoint(deps: AskDeps, party: BookParty): BookEndpoint {
  const server = serverOf(party.endpoints);
  const client: oauth.Client = { client_id: party.clientId };
  const authentication = authenticationOf(party);

  const optionsFor = (operation: string, endpoint: string, onWire: (wire: WireResult) => void) => ({
    [oauth.customFetch]: async (url: string, request: OutgoingRequest) => {
      const headers = new Headers(request.headers);
      const form = request.body instanceof URLSearchParams ? request.body : null;
      const isJson = form !== null && party.rules.tokenBody === 'json';
      if (isJson) headers.set('content-type', 'application/json');
      const wire = await audited(deps, party, operation, {
        url: new URL(url),
        method: request.method,
        headers,
        body: isJson ? JSON.stringify(Object.fromEntries(form)) : form,
      });
      onWire(wire);
      if (wire.kind === 'lost') throw new Unanswered();
      return byTheBook(wire);
    },
    [oauth.allowInsecureRequests]: isLoopback(new URL(endpoint)),
  });
  const ask = async (
    operation: string,
    grant: string,
    parameters: Record<string, string>,
  ): Promise<TokenReply> => {
    let seen: WireResult | null = null;
    const options = optionsFor(operation, party.endpoints.token, (wire) => {
      seen = wire;
    });
    try {
      const response = await oauth.genericTokenEndpointRequest(
        server,
        client,
        authentication,
        grant,
        parameters,
        options,
      );
      const body = await oauth.processGenericTokenEndpointResponse(server, client, response);
      return { kind: 'issued', tokens: issued(body, deps.ports.clock.now()) };
    } catch (error) {
      return refusal(error) ?? nothingUsable(seen, deps.ports.clock.now());
    }
  };
  const revokeOne = async (token: string, kind: 'access_token' | 'refresh_token'): Promise<boolean> => {
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
  };

  return {
    exchange: ({ code, redirectUri, verifier }) =>
      ask('oauth.token', 'authorization_code', {
        code,
        redirect_uri: redirectUri,
        ...(verifier !== null && { code_verifier: verifier }),
      }),
    refresh: (refreshToken) => ask('oauth.refresh', 'refresh_token', { refresh_token: refreshToken }),
    async revoke({ accessToken, refreshToken }) {
      const told = await Promise.all([
        refreshToken ? revokeOne(refreshToken, 'refresh_token') : true,
        accessToken ? revokeOne(accessToken, 'access_token') : true,
      ]);
      return told.every(Boolean);
    },
    probe: (redirectUri, withVerifier) =>
      ask('oauth.test', 'authorization_code', {
        code: oauth.generateRandomState(),
        redirect_uri: redirectUri,
        ...(withVerifier && { code_verifier: oauth.generateRandomCodeVerifier() }),
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

function authenticationOf({ rules, clientSecret }: BookParty): oauth.ClientAuth {
  if (rules.clientAuthentication === 'none_or_basic' && clientSecret !== null) return basic(clientSecret);
  return (_server, client, body) => {
    body.set(rules.clientIdParameter, client.client_id);
    if (clientSecret !== null) body.set('client_secret', clientSecret);
  };
}

/** RFC 6749, section 2.3.1, encoding only what must be: some networks do not decode what they receive. */
function basic(secret: string): oauth.ClientAuth {
  const encoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);
  return (_server, client, _body, headers) => {
    const pair = `${encoded(client.client_id)}:${encoded(secret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`);
  };
}

/**
 * An answer as the book has it: several networks leave out the token's type, which is then a bearer's, and some say no with a
 * status of success. An identity token is left out: who signed in is asked with the access token, and networks name other
 * issuers in it than the one that their addresses suggest.
 */
function byTheBook({ answer, text }: WireResult & { kind: 'answered' }): Response {
  const { status, headers, body } = answer;
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  if (status !== 200 || typeof body !== 'object' || body === null)
    return new Response(text, { status, headers });
  const read = { token_type: 'bearer', ...body, id_token: undefined };
  const refused = 'error' in read && typeof read.error === 'string' && read.error !== '';
  return new Response(JSON.stringify(read), { status: refused ? 400 : status, headers });
}

function issued(body: oauth.TokenEndpointResponse, now: number): IssuedTokens {
  const left = Object.entries(body).find(([name]) => renewalLives.has(name))?.[1];
  return {
    accessToken: body.access_token,
    refreshToken: body.refresh_token ?? null,
    expiresAt: body.expires_in === undefined ? null : now + body.expires_in * 1_000,
    renewableUntil: typeof left === 'number' && left > 0 ? now + left * 1_000 : null,
    scopes: scopesIn(body.scope),
  };
}

/** The book has no name for the refresh token's own life in seconds; these are in use. */
const renewalLives = new Set(['refresh_token_expires_in', 'refresh_expires_in']);

/** Scopes are parted by spaces (RFC 6749, section 3.3); some networks answer with commas. Null where none are named. */
export function scopesIn(text: string | undefined): readonly string[] | null {
  return text?.split(/[\s,]+/).filter((scope) => scope !== '') ?? null;
}

function refusal(error: unknown): TokenReply | null {
  if (error instanceof oauth.ResponseBodyError) {
    if (error.status === 429) return null;
    return { kind: 'refused', error: error.error, description: error.error_description ?? '' };
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError && error.status === 401) {
    return { kind: 'refused', error: 'invalid_client', description: '' };
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
