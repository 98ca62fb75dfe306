import { isOcmaError } from '../../shared/errors.ts';
import { failureCodes } from '../http/call.ts';
import type { TokenAnswer, Tokens } from '../http/caller.ts';
import { afterReal, stretched } from '../http/deadline.ts';
import { openAccessToken, openTokens, readTokenAccount, workspaceOfAccount } from './account-tokens.ts';
import type { TokenAccount } from './account-tokens.ts';
import { loseAccess } from './lose-access.ts';
import { noToken } from './no-token.ts';
import { takeLease } from './refresh-lease.ts';
import { canRenew, refreshBeforeMs } from './renewal.ts';
import { renewTokens } from './renew-tokens.ts';
import type { MyTurn } from './renew-tokens.ts';
import type { TokensDeps } from './tokens-deps.ts';

/** Real milliseconds: longer than two requests to the token endpoint may take. */
const leaseMs = 60_000;
/** Real milliseconds between looks at a refresh that another thread does, and until it is given up. */
const pollMs = 50;
const waitMs = 90_000;

type Turn =
  | { readonly kind: 'answer'; readonly answer: TokenAnswer }
  | { readonly kind: 'wait' }
  | ({ readonly kind: 'mine' } & MyTurn);

/** Why a token is asked for, beyond its use. */
interface Wish {
  /** The network has just refused this one. */
  readonly rejected?: string | undefined;
  /** Renew it although it is good for a while. */
  readonly ahead?: boolean;
}

/** Hands out tokens, and renews them ahead of need. */
export interface TokenKeeper extends Tokens {
  /** Renews an account's tokens where that can be done now; answers as `get` does. */
  renew(accountId: string): Promise<TokenAnswer>;
}

/** Hands out access tokens and refreshes them, one thread at a time for each account. */
export function createTokens(deps: TokensDeps): TokenKeeper {
  const handOut = async (accountId: string, wish: Wish): Promise<TokenAnswer> => {
    const workspaceId = workspaceOfAccount(deps.db, accountId);
    if (workspaceId === undefined) return noToken('auth_revoked', 'The account is no longer there.');
    try {
      await deps.vault.ready({ workspaceId, ownerKind: 'account' });
      return await tokenInTurn(deps, accountId, wish);
    } catch (error) {
      if (isOcmaError(error) && (error.code === 'vault_locked' || error.code === 'vault_unavailable')) {
        return noToken('vault_locked', 'The vault with the sign-in is locked.');
      }
      throw error;
    }
  };
  return {
    get: (accountId, rejected) => handOut(accountId, { rejected }),
    renew: (accountId) => handOut(accountId, { ahead: true }),
    refused(accountId) {
      const account = readTokenAccount(deps.db, accountId);
      if (account !== undefined) loseAccess(deps, account, 'auth_revoked');
    },
  };
}

async function tokenInTurn(deps: TokensDeps, accountId: string, asked: Wish): Promise<TokenAnswer> {
  const { clock } = deps.ports;
  const giveUpAt = clock.now() + stretched(clock, waitMs);
  let wish = asked;
  while (clock.now() < giveUpAt) {
    const stored = wish.ahead === true ? null : storedToken(deps, accountId, wish.rejected);
    if (stored !== null) return { ok: true, token: stored };
    const turn = deps.db.write(() => takeTurn(deps, accountId, wish));
    if (turn.kind === 'answer') return turn.answer;
    if (turn.kind === 'mine') return await renewTokens(deps, turn, wish.rejected);
    // Whoever renews it now does what was wished for.
    wish = { rejected: asked.rejected };
    await new Promise<void>((resolve) => {
      afterReal(clock, pollMs, resolve);
    });
  }
  return noToken('unavailable', 'The sign-in is being renewed elsewhere and does not come to an end.');
}

/** The stored token where it is good for a while: the usual case, which needs no transaction. */
function storedToken(deps: TokensDeps, accountId: string, rejected: string | undefined): string | null {
  const account = readTokenAccount(deps.db, accountId);
  if (account?.state !== 'connected') return null;
  if (account.expiresAt !== null && account.expiresAt - deps.ports.clock.now() <= refreshBeforeMs)
    return null;
  const accessToken = openAccessToken(deps.db, deps.vault, account);
  return accessToken === rejected ? null : accessToken;
}

/** Decides, in one transaction, between the stored token, waiting for another thread, and refreshing it here. */
function takeTurn(deps: TokensDeps, accountId: string, { rejected, ahead = false }: Wish): Turn {
  const { db, vault, ports } = deps;
  const now = ports.clock.now();
  const account = readTokenAccount(db, accountId);
  if (account === undefined) return answer(noToken('auth_revoked', 'The account is no longer there.'));
  if (account.state !== 'connected') return answer(notConnected(account));
  const held = openTokens(db, vault, account);
  const { accessToken } = held;
  const renewal = deps.findPlatform(account.platform)?.signIn.renewal;
  const renewable = renewal !== undefined && canRenew(renewal, account, held, now);
  const left = account.expiresAt === null ? Number.POSITIVE_INFINITY : account.expiresAt - now;
  const usable = accessToken !== null && accessToken !== rejected && left > 0;
  const wanted = ahead || left <= refreshBeforeMs;
  if (usable && !(wanted && renewable)) return answer({ ok: true, token: accessToken });
  if (!renewable) {
    loseAccess(deps, account, accessToken === null ? 'auth_revoked' : 'auth_expired');
    return answer(noToken('auth_expired', 'The sign-in has run out and cannot be renewed.'));
  }
  const lease = { accountId, holder: deps.newId('lease') };
  const taken = takeLease(db, lease, now, now + stretched(ports.clock, leaseMs));
  return taken ? { kind: 'mine', lease, account, held } : { kind: 'wait' };
}

function notConnected(account: TokenAccount): TokenAnswer {
  if (account.state === 'disconnected') return noToken('auth_revoked', 'The account is disconnected.');
  const code = failureCodes.find((known) => known === account.problemCode) ?? 'auth_revoked';
  return noToken(code, 'The account must be connected again.');
}

function answer(given: TokenAnswer): Turn {
  return { kind: 'answer', answer: given };
}
