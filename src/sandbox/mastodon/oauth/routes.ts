import { z } from 'zod';
import { formOf } from '../../body.ts';
import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { Apps } from '../../oauth/apps.ts';
import { clientOf } from '../../oauth/client.ts';
import { Codes, provesChallenge } from '../../oauth/codes.ts';
import type { Grants, TokenHabits } from '../../oauth/grants.ts';
import { consentRoutes } from '../../oauth/routes.ts';
import { html, page } from '../../page.ts';
import { mastodonPeople } from '../people.ts';
import { loopbackClient, registerClient } from './clients.ts';
import type { Clients } from './clients.ts';
import { knownScopes, scopeWords } from './scopes.ts';

/** Tokens do not end, and there is nothing to renew them with. */
export const habits: TokenHabits = { accessLifeMs: null, refresh: null, prefix: '' };

/** Codes live ten minutes and work once. */
const codeLifeMs = 600_000;

interface Desk {
  readonly clients: Clients;
  readonly grants: Grants;
  readonly codes: Codes;
  readonly now: () => number;
}

/** Mastodon's OAuth: apps that make themselves known, the consent page, tokens and their end. */
export function oauthRoutes(
  clients: Clients,
  grants: Grants,
  given: { readonly dataDirectory: string; readonly now: () => number; readonly origin: () => string },
): readonly Route[] {
  const { dataDirectory, now, origin } = given;
  const desk: Desk = { clients, grants, codes: new Codes(codeLifeMs), now };
  const consent = consentRoutes({
    rules: {
      apps: new Apps(dataDirectory, 'mastodon'),
      clientParameter: 'client_id',
      scopeSeparator: ' ',
      knownScopes,
      pkce: 'optional',
      challengeMethod: 'S256',
    },
    style: {
      title: 'Mastodon',
      hue: 240,
      path: '/mastodon/oauth/authorize',
      people: mastodonPeople.practicePeople,
      about: () => '',
      scopeWords,
      refusable: () => false,
      grantable: null,
    },
    directory: mastodonPeople,
    codes: desk.codes,
    now,
  });
  return [
    ...consent.map((route): Route => ({
      ...route,
      handle: (exchange) => unknownApp(clients, exchange) ?? route.handle(exchange),
    })),
    {
      method: 'POST',
      path: '/mastodon/api/v1/apps',
      operation: 'oauth.register',
      handle: (exchange) => registerClient(clients, exchange),
    },
    {
      method: 'POST',
      path: '/mastodon/oauth/token',
      operation: 'oauth.token',
      handle: (exchange) => exchangeCode(desk, exchange),
    },
    {
      method: 'POST',
      path: '/mastodon/oauth/revoke',
      operation: 'oauth.revoke',
      handle: (exchange) => revoke(desk, exchange),
    },
    {
      method: 'GET',
      path: '/mastodon/.well-known/oauth-authorization-server',
      operation: 'oauth.metadata',
      handle: () => metadata(origin()),
    },
  ];
}

/** Only apps that are known here may send people, with scopes and back to addresses that they named before. */
function unknownApp(clients: Clients, exchange: Exchange): Answer | undefined {
  const asked = exchange.method === 'POST' ? (formOf(exchange) ?? new URLSearchParams()) : exchange.query;
  const id = asked.get('client_id') ?? '';
  if (id === loopbackClient) return undefined;
  const client = clients.find(id);
  const refuse = (words: string): Answer => page(400, 'This did not work', html`<h1>${words}</h1>`);
  if (client === undefined) return refuse('Client authentication failed due to unknown client.');
  if (!client.redirectUris.includes(asked.get('redirect_uri') ?? '')) {
    return refuse('The requested redirect uri is malformed or does not match client redirect URI.');
  }
  const scopes = (asked.get('scope') ?? 'read').split(' ');
  return scopes.some((scope) => !client.scopes.includes(scope))
    ? refuse('The requested scope is invalid, unknown, or malformed.')
    : undefined;
}

function exchangeCode(desk: Desk, exchange: Exchange): Answer {
  const form = fieldsOf(exchange);
  if (form === undefined) return refused(400, 'invalid_request', 'Missing required parameter: grant_type.');
  const client = clientOf(exchange, form);
  if (!isClient(desk.clients, client)) return badClient();
  if (form.get('grant_type') !== 'authorization_code') {
    return refused(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
  }
  const pending = desk.codes.take(form.get('code') ?? '', desk.now());
  const fits =
    pending !== undefined &&
    pending.clientId === client.id &&
    pending.redirectUri === form.get('redirect_uri') &&
    provesChallenge(pending, form.get('code_verifier') ?? '');
  if (!fits) {
    return refused(
      400,
      'invalid_grant',
      'The provided authorization grant is invalid, expired, revoked, or does not match the redirection URI.',
    );
  }
  const { account, scopes } = pending;
  const issued = desk.grants.issue({ account, clientId: client.id, scopes }, desk.now());
  return json(
    200,
    {
      access_token: issued.accessToken,
      token_type: 'Bearer',
      scope: scopes.join(' '),
      created_at: Math.floor(desk.now() / 1000),
    },
    { 'cache-control': 'no-store' },
  );
}

function revoke(desk: Desk, exchange: Exchange): Answer {
  const form = fieldsOf(exchange) ?? new URLSearchParams();
  const client = clientOf(exchange, form);
  if (!isClient(desk.clients, client)) {
    return refused(403, 'unauthorized_client', 'You are not authorized to revoke this token');
  }
  desk.grants.revoke(form.get('token') ?? '');
  return json(200, {});
}

function isClient(clients: Clients, { id, secret }: { id: string; secret: string | undefined }): boolean {
  return id === loopbackClient || (clients.find(id)?.secret ?? null) === secret;
}

function metadata(origin: string): Answer {
  return json(200, {
    issuer: `${origin}/`,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    scopes_supported: [...knownScopes],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
  });
}

const badClient = (): Answer =>
  refused(401, 'invalid_client', 'Client authentication failed due to unknown client.');

function refused(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store' });
}

/** Mastodon takes a form or JSON. */
function fieldsOf(exchange: Exchange): URLSearchParams | undefined {
  const fields = z.record(z.string(), z.string()).safeParse(jsonOf(exchange));
  return formOf(exchange) ?? (fields.success ? new URLSearchParams(fields.data) : undefined);
}
