import { isOcmaError } from '../../shared/errors.ts';
import type { Change } from '../../shared/models/event.ts';
import type { Database } from '../db/database.ts';
import { failureCodes } from '../http/call.ts';
import type { Failure, FailureCode } from '../http/call.ts';
import type { TokenAnswer, Tokens } from '../http/caller.ts';
import { afterReal, stretched } from '../http/deadline.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Ports } from '../ports.ts';
import type { NewId } from '../system/ids.ts';
import type { Vault } from '../vault/vault.ts';
import {
  accountsOfGrantor,
  needsReconnect,
  noteTokens,
  openAccessToken,
  openTokens,
  readTokenAccount,
  sealTokens,
  workspaceOfAccount,
} from './account-tokens.ts';
import type { TokenAccount } from './account-tokens.ts';
import { configOf, resolveApp } from './network-config.ts';
import { canRenew, refreshBeforeMs } from './renewal.ts';
import { releaseLease, takeLease } from './refresh-lease.ts';
import type { RefreshLease } from './refresh-lease.ts';
import { createTokenEndpoint } from './token-endpoint.ts';
import type { HeldTokens, IssuedTokens, TokenReply } from '../platforms/sign-in.ts';

/** Real milliseconds: longer than two requests to the token endpoint may take. */
const leaseMs = 60_000;
/** Real milliseconds between looks at a refresh that another thread does, and until it is given up. */
const pollMs = 50;
const waitMs = 90_000;

export interface TokensDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'log' | 'host' | 'tokenBroker'>;
  readonly vault: Vault;
  readonly findPlatform: (name: string) => Platform | undefined;
  readonly newId: NewId;
  readonly emit: (change: Change) => void;
  /** Told, in the transaction, that an account has lost its access and needs its user. */
  readonly onLost?: (account: Pick<TokenAccount, 'id' | 'workspaceId'>, problemCode: string) => void;
}

type Turn =
  | { readonly kind: 'answer'; readonly answer: TokenAnswer }
  | { readonly kind: 'wait' }
  | {
      readonly kind: 'mine';
      readonly lease: RefreshLease;
      readonly account: TokenAccount;
      readonly held: Held;
    };

interface Held {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
}

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
    if (workspaceId === undefined) return no('auth_revoked', 'The account is no longer there.');
    try {
      await deps.vault.ready({ workspaceId, ownerKind: 'account' });
      return await tokenInTurn(deps, accountId, wish);
    } catch (error) {
      if (isOcmaError(error) && (error.code === 'vault_locked' || error.code === 'vault_unavailable')) {
        return no('vault_locked', 'The vault with the sign-in is locked.');
      }
      throw error;
    }
  };
  return {
    get: (accountId, rejected) => handOut(accountId, { rejected }),
    renew: (accountId) => handOut(accountId, { ahead: true }),
    refused(accountId) {
      const account = readTokenAccount(deps.db, accountId);
      if (account !== undefined) lose(deps, account, 'auth_revoked');
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
    if (turn.kind === 'mine') return await refreshHeld(deps, turn, wish.rejected);
    // Whoever renews it now does what was wished for.
    wish = { rejected: asked.rejected };
    await new Promise<void>((resolve) => {
      afterReal(clock, pollMs, resolve);
    });
  }
  return no('unavailable', 'The sign-in is being renewed elsewhere and does not come to an end.');
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
  if (account === undefined) return answer(no('auth_revoked', 'The account is no longer there.'));
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
    lose(deps, account, accessToken === null ? 'auth_revoked' : 'auth_expired');
    return answer(no('auth_expired', 'The sign-in has run out and cannot be renewed.'));
  }
  const lease = { accountId, holder: deps.newId('lease') };
  const taken = takeLease(db, lease, now, now + stretched(ports.clock, leaseMs));
  return taken ? { kind: 'mine', lease, account, held } : { kind: 'wait' };
}

async function refreshHeld(
  deps: TokensDeps,
  { lease, account, held }: Turn & { kind: 'mine' },
  rejected: string | undefined,
): Promise<TokenAnswer> {
  let reply: TokenReply;
  try {
    reply = await askForTokens(deps, account, held);
  } catch (error) {
    releaseLease(deps.db, lease);
    throw error;
  }
  switch (reply.kind) {
    case 'issued':
      return keepTokens(deps, lease, account, held, reply.tokens);
    case 'refused':
      return refusedTokens(deps, lease, account, held, reply.error);
    case 'unavailable':
    case 'lost':
    case 'not_sent': {
      releaseLease(deps.db, lease);
      const stillGood = held.accessToken !== null && held.accessToken !== rejected && isGood(deps, account);
      if (stillGood && held.accessToken !== null) return { ok: true, token: held.accessToken };
      return notRenewed(reply);
    }
  }
}

/**
 * Asks with the stored tokens. A lost answer may have spent it, or not: one more try with the same token tells, by
 * new tokens or by a no.
 */
async function askForTokens(
  deps: TokensDeps,
  account: TokenAccount,
  { accessToken, refreshToken }: Held,
): Promise<TokenReply> {
  const platform = deps.findPlatform(account.platform);
  if (platform === undefined) return { kind: 'not_sent' };
  const { endpoints, clientId, workspaceId } = account;
  const app = await resolveApp(configOf(deps), workspaceId, platform, endpoints, clientId);
  const endpoint = createTokenEndpoint(deps, {
    workspaceId,
    accountId: account.id,
    platform,
    endpoints,
    ...(app ?? { clientId, clientSecret: null }),
  });
  const held: HeldTokens = { accessToken: accessToken ?? '', refreshToken };
  const first = await endpoint.refresh(held);
  return first.kind === 'lost' ? await endpoint.refresh(held) : first;
}

/** Writes new tokens in the transaction that releases the lease, unless another thread has written newer ones meanwhile. */
function keepTokens(
  deps: TokensDeps,
  lease: RefreshLease,
  account: TokenAccount,
  held: Held,
  tokens: IssuedTokens,
): TokenAnswer {
  const { db, vault } = deps;
  const kept = db.write(() => {
    releaseLease(db, lease);
    const current = readTokenAccount(db, account.id);
    if (current?.state !== 'connected' || !isHeld(openTokens(db, vault, current), held)) return false;
    const now = deps.ports.clock.now();
    // What served several accounts of one sign-in is renewed for all of them.
    for (const each of [current, ...accountsOfGrantor(db, current)]) {
      const other = each.id !== current.id;
      if (other && each.workspaceId !== current.workspaceId) continue;
      if (other && !isSame(openTokens(db, vault, each), held)) continue;
      sealTokens(db, vault, each, tokens);
      noteTokens(db, each, tokens, now);
    }
    return true;
  });
  if (kept) return { ok: true, token: tokens.accessToken };
  deps.ports.log.warn({ account: account.id }, 'renewed tokens came too late and were not kept');
  return no('unavailable', 'The sign-in changed while it was being renewed.');
}

/** A no is final for the token it was given for; an app that is not known says nothing about the token. */
function refusedTokens(
  deps: TokensDeps,
  lease: RefreshLease,
  account: TokenAccount,
  held: Held,
  error: string,
): TokenAnswer {
  const { db, vault } = deps;
  const code =
    error === 'invalid_client' || error === 'unauthorized_client' ? 'developer_app_missing' : 'auth_revoked';
  return db.write((): TokenAnswer => {
    releaseLease(db, lease);
    const current = readTokenAccount(db, account.id);
    if (current === undefined) return no('auth_revoked', 'The account is no longer there.');
    const same = isHeld(openTokens(db, vault, current), held);
    if (same) lose(deps, current, code);
    return same
      ? no('auth_revoked', `The network no longer accepts this sign-in (${error}).`)
      : no('unavailable', 'The sign-in changed while it was being renewed.');
  });
}

function lose(deps: TokensDeps, account: TokenAccount, problemCode: string): void {
  const isNews = deps.db.write(() => {
    if (!needsReconnect(deps.db, account.workspaceId, account.id, problemCode)) return false;
    deps.onLost?.(account, problemCode);
    return true;
  });
  if (!isNews) return;
  deps.db.afterCommit(() => {
    deps.emit({ topic: 'account', workspaceId: account.workspaceId, id: account.id });
    deps.emit({ topic: 'health', workspaceId: account.workspaceId, id: null });
  });
}

/** Whether an account still has what it was renewed by. */
function isHeld(now: Held, held: Held): boolean {
  return held.refreshToken === null
    ? now.accessToken === held.accessToken
    : now.refreshToken === held.refreshToken;
}

function isSame(one: Held, other: Held): boolean {
  return one.accessToken === other.accessToken && one.refreshToken === other.refreshToken;
}

function isGood(deps: TokensDeps, account: TokenAccount): boolean {
  return account.expiresAt === null || account.expiresAt > deps.ports.clock.now();
}

function notRenewed(reply: TokenReply & { kind: 'unavailable' | 'lost' | 'not_sent' }): TokenAnswer {
  if (reply.kind === 'not_sent')
    return no('network_unreachable', 'The network cannot be reached to renew the sign-in.');
  if (reply.kind === 'lost')
    return no('unavailable', 'The network did not answer when the sign-in was to be renewed.');
  const code = reply.status === 429 ? 'rate_limited' : 'unavailable';
  return no(code, `The network could not renew the sign-in (${reply.status}).`, reply.retryAt);
}

function notConnected(account: TokenAccount): TokenAnswer {
  if (account.state === 'disconnected') return no('auth_revoked', 'The account is disconnected.');
  const code = failureCodes.find((known) => known === account.problemCode) ?? 'auth_revoked';
  return no(code, 'The account must be connected again.');
}

function answer(given: TokenAnswer): Turn {
  return { kind: 'answer', answer: given };
}

function no(code: FailureCode, detail: string, retryAt: number | null = null): TokenAnswer {
  const failure: Failure = { code, reach: 'not_sent', retryAt, detail, status: null };
  return { ok: false, failure };
}
