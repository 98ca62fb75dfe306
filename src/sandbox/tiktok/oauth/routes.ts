import { formOf } from '../../body.ts';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import type { Apps } from '../../oauth/apps.ts';
import { clientOf } from '../../oauth/client.ts';
import { provesChallenge } from '../../oauth/codes.ts';
import type { Codes } from '../../oauth/codes.ts';
import type { Grants, IssuedTokens } from '../../oauth/grants.ts';
import { consentRoutes } from '../../oauth/routes.ts';
import { logId } from '../api/answers.ts';
import { tiktokPeople } from '../people/people.ts';
import { consentStyle, rulesOf } from './consent.ts';
import { lives } from './habits.ts';

/** What the token endpoints reach. */
export interface Desk {
  readonly apps: Apps;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly now: () => number;
}

/** The endpoints of Login Kit: the consent page, its answer, tokens and their end. */
export function oauthRoutes(desk: Desk): readonly Route[] {
  const { codes, now, apps } = desk;
  return [
    ...consentRoutes({ rules: rulesOf(apps), style: consentStyle, directory: tiktokPeople, codes, now }).map(
      withScopes(codes),
    ),
    {
      method: 'POST',
      path: '/tiktok/v2/oauth/token/',
      operation: 'oauth.token',
      handle: (exchange) => withClient(desk, exchange, answerTokenRequest),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/oauth/revoke/',
      operation: 'oauth.revoke',
      handle: (exchange) => withClient(desk, exchange, revoke),
    },
  ];
}

type Answering = (desk: Desk, form: URLSearchParams, clientId: string) => Answer;

/** TikTok wants key and secret in the body; HTTP Basic is not known to it. Where no app was set, an empty secret will do. */
function withClient(desk: Desk, exchange: Exchange, answer: Answering): Answer {
  const form = formOf(exchange);
  if (form === undefined) return no('invalid_request', 'Only form requests are taken.');
  const { id, secret } = clientOf({ ...exchange, headers: {} }, form, 'client_key');
  if (secret === undefined || !desk.apps.accepts(id, secret === '' ? undefined : secret))
    return no('invalid_client', 'Client key or secret is incorrect.');
  return answer(desk, form, id);
}

/** Sends what was granted along, as TikTok does, and `*` in the code, which has to be decoded. */
function withScopes(codes: Codes): (route: Route) => Route {
  return (route) => ({
    ...route,
    handle: async (exchange) => {
      const answer = await route.handle(exchange);
      const { location } = answer.headers;
      if (location === undefined) return answer;
      const back = new URL(location);
      const code = back.searchParams.get('code');
      if (code !== null) {
        back.searchParams.set('code', `${code}*1!1`);
        back.searchParams.set('scopes', codes.look(code)?.scopes.join(',') ?? '');
      }
      return { ...answer, headers: { ...answer.headers, location: back.href.replaceAll('*', '%2A') } };
    },
  });
}

function answerTokenRequest(desk: Desk, form: URLSearchParams, clientId: string): Answer {
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return byCode(desk, form, clientId);
    case 'refresh_token': {
      const issued = desk.grants.refresh(form.get('refresh_token') ?? '', clientId, desk.now());
      return issued === undefined
        ? no('invalid_grant', 'Refresh token is invalid or expired.')
        : handed(issued);
    }
    case null:
    default:
      return no('unsupported_grant_type', 'Grant type is not supported.');
  }
}

function byCode({ codes, grants, now }: Desk, form: URLSearchParams, clientId: string): Answer {
  const code = form.get('code') ?? '';
  const pending = code.endsWith('*1!1') ? codes.take(code.slice(0, -4), now()) : undefined;
  if (pending === undefined || pending.clientId !== clientId)
    return no('invalid_grant', 'Authorization code is expired.');
  if (pending.redirectUri !== form.get('redirect_uri'))
    return no('invalid_request', 'Redirect_uri is not matched with the uri when requesting code.');
  if (!provesChallenge(pending, form.get('code_verifier') ?? ''))
    return no('invalid_grant', 'Code verifier or code challenge is invalid.');
  return handed(grants.issue(pending, now()));
}

function revoke({ grants }: Desk, form: URLSearchParams): Answer {
  const token = form.get('token') ?? '';
  if (token === '') return no('invalid_request', 'Token is missing.');
  grants.revoke(token);
  return json(200, {});
}

function handed({ grant, accessToken, refreshToken }: IssuedTokens): Answer {
  const body = {
    access_token: accessToken,
    expires_in: lives.accessMs / 1_000,
    open_id: grant.account,
    refresh_expires_in: lives.refreshMs / 1_000,
    refresh_token: refreshToken,
    scope: grant.scopes.join(','),
    token_type: 'Bearer',
  };
  return json(200, body, { 'cache-control': 'no-store' });
}

/** TikTok's no comes with the status of a yes. */
function no(error: string, description: string): Answer {
  return json(200, { error, error_description: description, log_id: logId() });
}
