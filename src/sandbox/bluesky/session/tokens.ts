import type { Grants, IssuedTokens, TokenHabits } from '../../oauth/grants.ts';

/** Access tokens live two hours, refresh tokens 90 days; a refresh spends the token. */
export const accessLifeMs = 7_200_000;
const refreshLifeMs = 90 * 86_400_000;

export const habits: TokenHabits = {
  accessLifeMs,
  refresh: { lifeMs: refreshLifeMs, rotates: true, comesWith: () => true },
  prefix: '',
};

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Both tokens in the form of JWTs; what counts is their third part. */
export function asTokens(issued: IssuedTokens, now: number): { accessJwt: string; refreshJwt: string } {
  const head = encoded({ typ: 'at+jwt', alg: 'ES256K' });
  const claims = (scope: string, lifeMs: number): string =>
    encoded({
      scope,
      sub: issued.grant.account,
      iat: Math.floor(now / 1000),
      exp: Math.floor((now + lifeMs) / 1000),
    });
  return {
    accessJwt: `${head}.${claims('com.atproto.appPass', accessLifeMs)}.${issued.accessToken}`,
    refreshJwt: `${head}.${claims('com.atproto.refresh', refreshLifeMs)}.${issued.refreshToken ?? ''}`,
  };
}

/** The part of a token that the grants know. */
export const secretOf = (token: string): string => token.split('.').at(-1) ?? '';

/** Who an access token speaks for, or what is wrong with it. */
export function speakerOf(
  grants: Grants,
  token: string,
  now: number,
): { account: string } | 'expired' | 'unknown' {
  const secret = secretOf(token);
  const account = grants.find(secret, now)?.account;
  if (account !== undefined && account !== null) return { account };
  return grants.findExpired(secret) === undefined ? 'unknown' : 'expired';
}
