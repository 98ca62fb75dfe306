import { formOf } from '../../body.ts';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Apps } from '../../oauth/apps.ts';
import { provesChallenge } from '../../oauth/codes.ts';
import type { Codes } from '../../oauth/codes.ts';
import type { Grants, IssuedTokens } from '../../oauth/grants.ts';
import { clientOf } from '../../oauth/client.ts';
import { accessTokenLifeMs } from './habits.ts';

/** What the token endpoint reaches. */
export interface TokenDesk {
  readonly apps: Apps;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly now: () => number;
}

/** `POST /2/oauth2/token`: a code, a refresh token, or a client's own credentials for tokens. */
export function answerTokenRequest(desk: TokenDesk, exchange: Exchange): Answer {
  const form = formOf(exchange);
  if (form === undefined) return refused('invalid_request', 'Expected application/x-www-form-urlencoded.');
  const client = clientOf(exchange, form);
  if (!desk.apps.accepts(client.id, client.secret)) return badClient(client.secret !== undefined);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return byCode(desk, form, client.id);
    case 'refresh_token':
      return byRefresh(desk, form, client.id);
    case 'client_credentials':
      if (client.secret === undefined) return badClient(false);
      return handed(desk.grants.issue({ account: null, clientId: client.id, scopes: [] }, desk.now()));
    case null:
      return missing('grant_type');
    default:
      return refused('unsupported_grant_type', 'Value passed for the grant type was invalid.');
  }
}

/** `POST /2/oauth2/revoke`: ends the grant; an unknown token is revoked already (RFC 7009). */
export function answerRevokeRequest(desk: TokenDesk, exchange: Exchange): Answer {
  const form = formOf(exchange);
  if (form === undefined) return refused('invalid_request', 'Expected application/x-www-form-urlencoded.');
  const client = clientOf(exchange, form);
  if (!desk.apps.accepts(client.id, client.secret)) return badClient(client.secret !== undefined);
  const token = form.get('token');
  if (token === null || token === '') return missing('token');
  desk.grants.revoke(token);
  return json(200, { revoked: true });
}

function byCode(desk: TokenDesk, form: URLSearchParams, clientId: string): Answer {
  for (const name of ['code', 'redirect_uri', 'code_verifier']) {
    if ((form.get(name) ?? '') === '') return missing(name);
  }
  const pending = desk.codes.take(form.get('code') ?? '', desk.now());
  if (pending === undefined || pending.clientId !== clientId) {
    return refused('invalid_request', 'Value passed for the authorization code was invalid.');
  }
  if (pending.redirectUri !== form.get('redirect_uri')) {
    return refused(
      'invalid_request',
      'Value passed for the redirect uri did not match the uri of the authorization code.',
    );
  }
  if (!provesChallenge(pending, form.get('code_verifier') ?? '')) {
    return refused('invalid_request', 'Value passed for the code verifier did not match the code challenge.');
  }
  return handed(desk.grants.issue(pending, desk.now()));
}

function byRefresh(desk: TokenDesk, form: URLSearchParams, clientId: string): Answer {
  const token = form.get('refresh_token');
  if (token === null || token === '') return missing('refresh_token');
  const issued = desk.grants.refresh(token, clientId, desk.now());
  return issued === undefined
    ? refused('invalid_request', 'Value passed for the token was invalid.')
    : handed(issued);
}

function handed({ grant, accessToken, refreshToken }: IssuedTokens): Answer {
  const body = {
    token_type: 'bearer',
    ...(grant.account !== null && { expires_in: accessTokenLifeMs / 1000 }),
    access_token: accessToken,
    ...(grant.account !== null && { scope: grant.scopes.join(' ') }),
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
  };
  return json(200, body, { 'cache-control': 'no-store' });
}

function refused(error: string, description: string): Answer {
  return json(400, { error, error_description: description }, { 'cache-control': 'no-store' });
}

function missing(name: string): Answer {
  return refused('invalid_request', `Missing required parameter [${name}].`);
}

function badClient(withSecret: boolean): Answer {
  return json(401, {
    error: withSecret ? 'invalid_client' : 'unauthorized_client',
    error_description: withSecret ? 'Invalid client credentials.' : 'Missing valid authorization header',
  });
}
