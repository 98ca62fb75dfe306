import type { TokenAnswer } from '../http/caller.ts';
import type { HeldTokens, IssuedTokens, TokenReply } from '../platforms/sign-in.ts';
import { accountsOfGrantor, noteTokens, openTokens, readTokenAccount, sealTokens } from './account-tokens.ts';
import type { TokenAccount } from './account-tokens.ts';
import { loseAccess } from './lose-access.ts';
import { noToken } from './no-token.ts';
import { releaseLease } from './refresh-lease.ts';
import type { RefreshLease } from './refresh-lease.ts';
import { tokenEndpointOf } from './token-endpoint.ts';
import type { TokensDeps } from './tokens-deps.ts';

interface Held {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
}

/** The turn to renew an account's tokens: its lease, and what it had when that was taken. */
export interface MyTurn {
  readonly lease: RefreshLease;
  readonly account: TokenAccount;
  readonly held: Held;
}

/**
 * Renews what an account holds, and answers with the new token. `rejected` is one that the network has just refused,
 * which is not answered again.
 */
export async function renewTokens(
  deps: TokensDeps,
  { lease, account, held }: MyTurn,
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
  const party = { workspaceId, accountId: account.id, platform, endpoints, clientId };
  const endpoint = await tokenEndpointOf(deps, party);
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
  return noToken('unavailable', 'The sign-in changed while it was being renewed.');
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
    if (current === undefined) return noToken('auth_revoked', 'The account is no longer there.');
    const same = isHeld(openTokens(db, vault, current), held);
    if (same) loseAccess(deps, current, code);
    return same
      ? noToken('auth_revoked', `The network no longer accepts this sign-in (${error}).`)
      : noToken('unavailable', 'The sign-in changed while it was being renewed.');
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
    return noToken('network_unreachable', 'The network cannot be reached to renew the sign-in.');
  if (reply.kind === 'lost')
    return noToken('unavailable', 'The network did not answer when the sign-in was to be renewed.');
  const code = reply.status === 429 ? 'rate_limited' : 'unavailable';
  return noToken(code, `The network could not renew the sign-in (${reply.status}).`, reply.retryAt);
}
