import { formOf } from '../../body.ts';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Apps } from '../../oauth/apps.ts';
import { clientOf } from '../../oauth/client.ts';
import { provesChallenge } from '../../oauth/codes.ts';
import type { Codes } from '../../oauth/codes.ts';
import type { Grants, IssuedTokens } from '../../oauth/grants.ts';
import { youtubePeople } from '../people.ts';
import { scopes } from './scopes.ts';

/** What the token endpoint reaches. */
export interface TokenDesk {
  readonly apps: Apps;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly now: () => number;
}

/** `POST /token`: a code or a refresh token for tokens. */
export function answerTokenRequest(desk: TokenDesk, exchange: Exchange): Answer {
  const form = formOf(exchange);
  if (form === undefined) return refused(400, 'invalid_request', 'Bad Request');
  const client = clientOf(exchange, form);
  if (!desk.apps.accepts(client.id, client.secret)) {
    return refused(401, 'invalid_client', 'The OAuth client was not found.');
  }
  const grantType = form.get('grant_type');
  if (grantType === 'authorization_code') return byCode(desk, form, client.id);
  if (grantType === 'refresh_token') return byRefresh(desk, form, client.id);
  return refused(400, 'unsupported_grant_type', 'Invalid grant_type.');
}

/** `POST /revoke`: ends every grant of that Google user for the app, whichever of their tokens was sent. */
export function answerRevokeRequest({ grants }: TokenDesk, exchange: Exchange): Answer {
  const token = formOf(exchange)?.get('token') ?? exchange.query.get('token') ?? '';
  const grant = grants.findExpired(token) ?? grants.findByRefresh(token);
  if (grant === undefined) return refused(400, 'invalid_token', 'Token expired or revoked');
  grants.revokeAllOf(grant.account ?? '', grant.clientId);
  return json(200, {});
}

function byCode(desk: TokenDesk, form: URLSearchParams, clientId: string): Answer {
  const pending = desk.codes.take(form.get('code') ?? '', desk.now());
  if (pending === undefined || pending.clientId !== clientId) {
    return refused(400, 'invalid_grant', 'Malformed auth code.');
  }
  if (pending.redirectUri !== form.get('redirect_uri')) {
    return refused(400, 'redirect_uri_mismatch', 'Bad Request');
  }
  if (!provesChallenge(pending, form.get('code_verifier') ?? '')) {
    return refused(400, 'invalid_grant', 'Invalid code verifier.');
  }
  return handed(desk.grants.issue(pending, desk.now()), true);
}

function byRefresh(desk: TokenDesk, form: URLSearchParams, clientId: string): Answer {
  const issued = desk.grants.refresh(form.get('refresh_token') ?? '', clientId, desk.now());
  return issued === undefined
    ? refused(400, 'invalid_grant', 'Token has been expired or revoked.')
    : handed(issued, false);
}

/** A refresh token comes with the first tokens alone. */
function handed({ grant, accessToken, refreshToken }: IssuedTokens, first: boolean): Answer {
  const withUser = first && grant.scopes.includes(scopes.user);
  return json(
    200,
    {
      access_token: accessToken,
      expires_in: 3599,
      ...(first && { refresh_token: refreshToken }),
      scope: grant.scopes.join(' '),
      token_type: 'Bearer',
      ...(withUser && { id_token: idToken(grant.account ?? '', grant.clientId) }),
    },
    { 'cache-control': 'no-store' },
  );
}

/** An id token as Google's looks; its signature is none. */
function idToken(account: string, clientId: string): string {
  const { subject } = youtubePeople.known(account);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [
    part({ alg: 'RS256', typ: 'JWT' }),
    part({ iss: 'https://accounts.google.com', aud: clientId, sub: subject }),
    'practice',
  ].join('.');
}

function refused(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store' });
}
