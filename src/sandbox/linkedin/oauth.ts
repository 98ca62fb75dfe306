import { formOf } from '../body.ts';
import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import type { Apps } from '../oauth/apps.ts';
import type { AuthorizeRules } from '../oauth/authorize.ts';
import { clientOf } from '../oauth/client.ts';
import type { Codes } from '../oauth/codes.ts';
import type { ConsentStyle } from '../oauth/consent.ts';
import type { Grant, Grants, IssuedTokens, TokenHabits } from '../oauth/grants.ts';
import { consentRoutes } from '../oauth/routes.ts';
import { members, organizations } from './people.ts';
import type { Member } from './people.ts';

const dayMs = 86_400_000;

/** LinkedIn's codes live half an hour. */
export const codeLifeMs = 30 * 60_000;

/** Tokens live 60 days. Approved apps get a refresh token, whose year counts from the first one and is not prolonged. */
export const habits: TokenHabits = {
  accessLifeMs: 60 * dayMs,
  refresh: {
    lifeMs: 365 * dayMs,
    rotates: false,
    comesWith: (scopes) => scopes.includes('rw_organization_admin'),
  },
  prefix: 'AQX',
};

/** What a scope lets the app do, in words; every scope that is known here. */
const scopeWords: Readonly<Record<string, string>> = {
  openid: 'Know who you are',
  profile: 'See your name and picture',
  email: 'See your email address',
  r_basicprofile: 'See your name and the address of your profile',
  w_member_social: 'Post, comment and react for you',
  w_organization_social: 'Post, comment and react for your organisations',
  r_organization_social: 'See the posts of your organisations and what came of them',
  rw_organization_admin: 'See the pages you look after and their numbers',
  r_member_postAnalytics: 'See the numbers of your posts',
  r_member_profileAnalytics: 'See the numbers of your profile',
};

const styleOf = (name: string): ConsentStyle<Member> => ({
  title: 'LinkedIn',
  hue: 210,
  path: `/${name}/oauth/v2/authorization`,
  people: members.practicePeople,
  about: (member) => organizations.find(({ lookedAfterBy }) => lookedAfterBy === member.id)?.name ?? '',
  scopeWords,
  refusable: () => false,
  grantable: null,
});

function rulesOf(apps: Apps): AuthorizeRules {
  return {
    apps,
    clientParameter: 'client_id',
    scopeSeparator: ' ',
    knownScopes: new Set(Object.keys(scopeWords)),
    pkce: 'none',
    challengeMethod: 'S256',
  };
}

/** What the token endpoints reach. */
export interface Desk {
  /** The network's name, with which its paths begin. */
  readonly name: string;
  readonly apps: Apps;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly now: () => number;
}

/** LinkedIn's sign-in: the page of consent, tokens, their end, and what became of them. */
export function oauthRoutes(desk: Desk): readonly Route[] {
  const { apps, codes, now } = desk;
  const at = (
    name: string,
    operation: string,
    handle: (desk: Desk, form: URLSearchParams) => Answer,
  ): Route => ({
    method: 'POST',
    path: `/${desk.name}/oauth/v2/${name}`,
    operation,
    handle: (exchange) => asClient(desk, exchange, handle),
  });
  return [
    ...consentRoutes({ rules: rulesOf(apps), style: styleOf(desk.name), directory: members, codes, now }),
    at('accessToken', 'oauth.token', answerToken),
    at('revoke', 'oauth.revoke', (_, form) => {
      desk.grants.revoke(form.get('token') ?? '');
      return json(200, {});
    }),
    at('introspectToken', 'oauth.introspect', introspect),
  ];
}

/** LinkedIn wants id and secret in the body, and takes no HTTP Basic. */
function asClient(
  desk: Desk,
  exchange: Exchange,
  handle: (desk: Desk, form: URLSearchParams) => Answer,
): Answer {
  const form = formOf(exchange);
  if (form === undefined) return refused(400, 'invalid_request', 'The content type must be a form.');
  if (exchange.headers.authorization !== undefined) {
    return refused(400, 'invalid_request', 'Client authentication belongs in the body.');
  }
  const { id, secret } = clientOf(exchange, form);
  const known = desk.apps.accepts(id, secret);
  return known ? handle(desk, form) : refused(401, 'invalid_client', 'Client authentication failed');
}

function answerToken(desk: Desk, form: URLSearchParams): Answer {
  const clientId = form.get('client_id') ?? '';
  const grant = form.get('grant_type');
  if (grant === 'authorization_code') return byCode(desk, form, clientId);
  if (grant !== 'refresh_token')
    return refused(400, 'unsupported_grant_type', 'The grant type is not supported');
  const issued = desk.grants.refresh(form.get('refresh_token') ?? '', clientId, desk.now());
  if (issued !== undefined) return handed(issued, desk.now());
  return refused(400, 'invalid_request', 'The provided refresh token is invalid');
}

function byCode(desk: Desk, form: URLSearchParams, clientId: string): Answer {
  const pending = desk.codes.take(form.get('code') ?? '', desk.now());
  if (pending === undefined) {
    return refused(
      400,
      'invalid_request',
      'Unable to retrieve access token: authorization code not found or expired',
    );
  }
  if (pending.clientId !== clientId || pending.redirectUri !== form.get('redirect_uri')) {
    return refused(
      400,
      'invalid_request',
      'Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code.',
    );
  }
  return handed(desk.grants.issue(pending, desk.now()), desk.now());
}

function handed({ grant, accessToken, refreshToken }: IssuedTokens, now: number): Answer {
  return json(200, {
    access_token: accessToken,
    expires_in: secondsUntil(grant.expiresAt, now),
    scope: grant.scopes.join(','),
    ...(grant.scopes.includes('openid') && { id_token: identityOf(grant, now) }),
    ...(refreshToken !== undefined && {
      refresh_token: refreshToken,
      refresh_token_expires_in: secondsUntil(grant.refreshExpiresAt ?? now, now),
    }),
  });
}

/** An identity token that is well formed and signed by nobody. */
function identityOf(grant: Grant, now: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: 'https://www.linkedin.com/oauth',
    aud: grant.clientId,
    sub: grant.account,
    iat: Math.floor(now / 1000),
    exp: Math.floor(now / 1000) + 3600,
  };
  return `${part({ alg: 'RS256', typ: 'JWT', kid: 'practice' })}.${part(claims)}.${'A'.repeat(64)}`;
}

/** What became of a token: the one place where LinkedIn tells expired from revoked without a call. */
function introspect(desk: Desk, form: URLSearchParams): Answer {
  const token = form.get('token') ?? '';
  if (desk.grants.wasRevoked(token)) return json(200, { active: false, status: 'revoked' });
  const grant = desk.grants.findExpired(token);
  if (grant === undefined || grant.clientId !== form.get('client_id')) return json(200, { active: false });
  const active = desk.grants.find(token, desk.now()) !== undefined;
  return json(200, {
    active,
    status: active ? 'active' : 'expired',
    scope: grant.scopes.join(','),
    expires_at: Math.floor(grant.expiresAt / 1000),
    client_id: grant.clientId,
  });
}

function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.floor((at - now) / 1000));
}

function refused(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description });
}
