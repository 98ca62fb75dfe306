import { z } from 'zod';
import { formOf } from '../../body.ts';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import type { Apps } from '../../oauth/apps.ts';
import type { Codes, PendingCode } from '../../oauth/codes.ts';
import type { Grant, Grants } from '../../oauth/grants.ts';
import { graphError } from '../problems.ts';
import { longLifeMs, longLived, tokenAnswer } from '../tokens.ts';
import type { Clock } from './clock.ts';

const dayMs = 86_400_000;

/** What the token endpoints reach. */
export interface TokenDesk {
  readonly network: 'instagram' | 'threads';
  readonly apps: Apps;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly now: Clock;
  /** `ig` or `th`. */
  readonly kind: 'ig' | 'th';
  /** What is answered for a code, in the network's own shape; the account's id is a number there. */
  readonly answer: (pending: PendingCode, accessToken: string) => string;
}

/** The app that comes from the same machine without having been saved; it has no secret. */
const practiceClientId = 'ocma-loopback';

const codeForm = z.strictObject({
  client_id: z.string().min(1),
  client_secret: z.string().min(1).optional(),
  grant_type: z.literal('authorization_code'),
  redirect_uri: z.string().min(1),
  code: z.string().min(1),
});

/** The three steps of a token: a code for one of an hour, that for one of 60 days, and that for another 60. */
export function tokenRoutes(desk: TokenDesk): readonly Route[] {
  const base = `/${desk.network}`;
  return [
    {
      method: 'POST',
      path: `${base}/oauth/access_token`,
      operation: 'oauth.token',
      handle: (exchange) => byCode(desk, exchange),
    },
    {
      method: 'GET',
      path: `${base}/access_token`,
      operation: 'oauth.exchange',
      handle: (exchange) => forLong(desk, exchange),
    },
    {
      method: 'GET',
      path: `${base}/refresh_access_token`,
      operation: 'oauth.refresh',
      handle: (exchange) => again(desk, exchange),
    },
  ];
}

function byCode(desk: TokenDesk, exchange: Exchange): Answer {
  const form = codeForm.safeParse(Object.fromEntries(formOf(exchange) ?? []));
  if (!form.success) return flat('Missing or unknown parameter.');
  const { client_id: clientId, client_secret: secret, code, redirect_uri: redirectUri } = form.data;
  if (!isApp(desk, clientId, secret)) return flat('Invalid platform app: client_id or client_secret');
  const pending = desk.codes.take(code, desk.now());
  if (pending === undefined || pending.clientId !== clientId)
    return flat('Matching code was not found or was already used');
  if (pending.redirectUri !== redirectUri)
    return flat('Error validating verification code. The redirect_uri must be identical.');
  const { account, scopes } = pending;
  const { accessToken } = desk.grants.issue({ account, clientId, scopes }, desk.now());
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: desk.answer(pending, accessToken),
  };
}

function isApp({ apps }: TokenDesk, clientId: string, secret: string | undefined): boolean {
  return (secret !== undefined || clientId === practiceClientId) && apps.accepts(clientId, secret);
}

function forLong(desk: TokenDesk, exchange: Exchange): Answer {
  const { query } = exchange;
  if (query.get('grant_type') !== `${desk.kind}_exchange_token`) return wrong('Unsupported grant_type.');
  const grant = desk.grants.find(query.get('access_token') ?? '', desk.now());
  const secret = query.get('client_secret') ?? undefined;
  if (grant === undefined) return wrong('Invalid access token.', 190);
  if (!isApp(desk, grant.clientId, secret)) return wrong('Error validating client secret.');
  return handed(desk, grant);
}

function again(desk: TokenDesk, exchange: Exchange): Answer {
  const { query } = exchange;
  if (query.get('grant_type') !== `${desk.kind}_refresh_token`) return wrong('Unsupported grant_type.');
  const token = query.get('access_token') ?? '';
  const grant = desk.grants.find(token, desk.now());
  if (grant === undefined) return wrong('Error validating access token: Session has expired.', 190);
  if (desk.now() < grant.expiresAt - longLifeMs + dayMs)
    return wrong('The access token must be at least 24 hours old to be refreshed.');
  return handed(desk, grant);
}

/** The token before stays good until its own end. */
function handed({ grants, now }: TokenDesk, grant: Grant): Answer {
  return tokenAnswer(longLived(grants, grant, now()), now());
}

function flat(message: string): Answer {
  return json(400, { error_type: 'OAuthException', code: 400, error_message: message });
}

function wrong(message: string, code = 100): Answer {
  return graphError({ code, message });
}
