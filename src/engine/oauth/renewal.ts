import type { Renewal } from '../platforms/sign-in.ts';
import type { TokenAccount } from './account-tokens.ts';

/** An access token with less left than this is replaced before it is used, in milliseconds. */
export const refreshBeforeMs = 5 * 60_000;

/** How far ahead of its end a token is renewed that a refresh token renews, while nothing uses it. */
const idleBeforeMs = 60 * 60_000;

/** Tokens of hours are not renewed more often than this while nothing uses them, so that the refresh token stays in use. */
const idleEveryMs = 24 * 60 * 60_000;

type Ends = Pick<TokenAccount, 'expiresAt' | 'issuedAt' | 'renewableUntil'>;

/** What an account's access comes to. Instants are epoch ms. */
export interface SignInLife {
  /** When the access token ends; null where it does not. */
  readonly tokenEndsAt: number | null;
  /** When the user must sign in again, since nothing renews it; null where that is not in sight. */
  readonly endsAt: number | null;
  /** When to renew it although nothing asks for it; null where there is nothing to do. */
  readonly renewAt: number | null;
}

/** How long an account can go on without its user. `hasRefreshToken`: whether it holds one. */
export function signInLife(renewal: Renewal, account: Ends, hasRefreshToken: boolean): SignInLife {
  const { expiresAt, issuedAt, renewableUntil } = account;
  if (expiresAt === null) return { tokenEndsAt: null, endsAt: null, renewAt: null };
  switch (renewal.kind) {
    case 'sign_in':
      return { tokenEndsAt: expiresAt, endsAt: expiresAt, renewAt: null };
    case 'access_token': {
      const renewAt = Math.max(expiresAt - renewal.whileLeftMs, (issuedAt ?? 0) + renewal.notBeforeMs);
      return renewAt < expiresAt
        ? { tokenEndsAt: expiresAt, endsAt: null, renewAt }
        : { tokenEndsAt: expiresAt, endsAt: expiresAt, renewAt: null };
    }
    case 'refresh_token':
      return hasRefreshToken
        ? {
            tokenEndsAt: expiresAt,
            endsAt: renewableUntil,
            renewAt: Math.max(expiresAt - idleBeforeMs, (issuedAt ?? 0) + idleEveryMs),
          }
        : { tokenEndsAt: expiresAt, endsAt: expiresAt, renewAt: null };
  }
}

/** Whether these tokens can be renewed at this moment. */
export function canRenew(
  renewal: Renewal,
  { expiresAt, issuedAt }: Ends,
  held: { readonly accessToken: string | null; readonly refreshToken: string | null },
  now: number,
): boolean {
  switch (renewal.kind) {
    case 'sign_in':
      return false;
    case 'access_token':
      return (
        held.accessToken !== null &&
        (expiresAt === null || expiresAt > now) &&
        now >= (issuedAt ?? 0) + renewal.notBeforeMs
      );
    case 'refresh_token':
      return held.refreshToken !== null;
  }
}
