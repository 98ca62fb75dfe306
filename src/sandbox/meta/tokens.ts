import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Grant, Grants, IssuedTokens, TokenHabits } from '../oauth/grants.ts';

const hourMs = 3_600_000;

/** The first token of a sign-in lives an hour, what it is exchanged for 60 days. */
export const shortLifeMs = hourMs;
export const longLifeMs = 60 * 24 * hourMs;

/** Meta's codes work once, within an hour (Facebook says ten minutes). */
export const codeLifeMs = 600_000;

/** Meta gives no refresh tokens. `prefix`: `EAA` at Facebook, `IGAA` at Instagram, `THAA` at Threads. */
export function metaHabits(prefix: string): TokenHabits {
  return { accessLifeMs: shortLifeMs, refresh: null, prefix };
}

/** Gives a token of 60 days in place of one that is good: for the same person, app and permissions. */
export function longLived(grants: Grants, grant: Grant, now: number): IssuedTokens {
  const { account, clientId, scopes, chosen } = grant;
  return grants.issue({ account, clientId, scopes, chosen }, now, longLifeMs);
}

/** A token as Meta hands it out. */
export function tokenAnswer({ grant, accessToken }: IssuedTokens, now: number): Answer {
  return json(200, {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: Math.floor((grant.expiresAt - now) / 1_000),
  });
}
