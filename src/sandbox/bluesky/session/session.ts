import { z } from 'zod';
import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { bearerOf } from '../../oauth/client.ts';
import type { Grants, IssuedTokens } from '../../oauth/grants.ts';
import { appPasswordOf, blueskyPeople, emailCode, ownPasswordOf, personNamed } from '../people.ts';
import type { Person } from '../people.ts';
import { authMissing, expiredToken, invalidRequest, invalidToken, problem } from '../problems.ts';
import { asTokens, secretOf } from './tokens.ts';

/** What sessions reach. */
export interface SessionDesk {
  readonly grants: Grants;
  readonly now: () => number;
  readonly origin: () => string;
}

const createSchema = z.looseObject({
  identifier: z.string(),
  password: z.string(),
  authFactorToken: z.string().optional(),
});

/** `com.atproto.server.createSession`: an app password opens one at once, a person's own needs the code of an e-mail. */
export function createSession(desk: SessionDesk, exchange: Exchange): Answer {
  const parsed = createSchema.safeParse(jsonOf(exchange));
  if (!parsed.success)
    return invalidRequest('Error: Input must have the properties "identifier" and "password"');
  const { identifier, password, authFactorToken } = parsed.data;
  const person = personNamed(identifier);
  const isOwn = person !== undefined && password === ownPasswordOf(person.username);
  if (person === undefined || (!isOwn && password !== appPasswordOf(person.username))) {
    return problem(401, 'AuthenticationRequired', 'Invalid identifier or password');
  }
  if (isOwn && authFactorToken !== emailCode) {
    return problem(401, 'AuthFactorTokenRequired', 'A sign in code has been sent to your email address');
  }
  const issued = desk.grants.issue({ account: person.id, clientId: 'app-password', scopes: [] }, desk.now());
  return handed(desk, issued, person);
}

/** `com.atproto.server.refreshSession`: spends the refresh token. */
export function refreshSession(desk: SessionDesk, exchange: Exchange): Answer {
  const token = bearerOf(exchange);
  if (token === undefined) return authMissing();
  const grant = desk.grants.findByRefresh(secretOf(token));
  const issued = desk.grants.refresh(secretOf(token), 'app-password', desk.now());
  if (issued === undefined) return grant === undefined ? invalidToken() : expiredToken();
  return handed(desk, issued, blueskyPeople.known(issued.grant.account ?? ''));
}

/** `com.atproto.server.deleteSession`, with the refresh token. */
export function deleteSession(desk: SessionDesk, exchange: Exchange): Answer {
  const token = bearerOf(exchange);
  if (token === undefined) return authMissing();
  if (desk.grants.findByRefresh(secretOf(token)) === undefined) return invalidToken();
  desk.grants.revoke(secretOf(token));
  return json(200, {});
}

/** What a server says of an account, with and without tokens. */
export function accountOf(person: Person, origin: string): Record<string, unknown> {
  return {
    did: person.id,
    handle: person.handle,
    email: `${person.username}@practice.test`,
    emailConfirmed: person.emailConfirmed,
    emailAuthFactor: false,
    didDoc: {
      '@context': ['https://www.w3.org/ns/did/v1'],
      id: person.id,
      alsoKnownAs: [`at://${person.handle}`],
      service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: origin }],
    },
    active: true,
  };
}

function handed({ now, origin }: SessionDesk, issued: IssuedTokens, person: Person): Answer {
  return json(200, { ...accountOf(person, origin()), ...asTokens(issued, now()) });
}
