import type { Failure } from './call.ts';
import type { Caller } from './caller.ts';
import { activePause, apiOriginOf, pausedFailure } from './pause.ts';
import { exhaustedUntil } from './rate-windows.ts';
import { takeQuota } from './quotas.ts';
import type { PauseScopes } from './pause.ts';
import type { Sending } from './sending.ts';
import { nextMonth, reserve } from './spending.ts';

/** Whose pauses count for a caller. */
export function pauseScopesOf({ accountId, clientId, endpoints }: Caller): PauseScopes {
  return { accountId, clientId, apiOrigin: apiOriginOf(endpoints) };
}

/**
 * Looks at pause, limits and cap, and puts the cost aside. `expense` is to be settled once the outcome is known; null
 * where the call is free.
 */
export async function getPermit({
  deps,
  caller,
  call,
  options,
}: Sending): Promise<{ readonly expense: string | null } | { readonly failure: Failure }> {
  const { db } = deps;
  const now = deps.ports.clock.now();
  if (options.regardless !== true) {
    const paused = activePause(db, pauseScopesOf(caller), call.effect, now);
    if (paused !== null) return { failure: pausedFailure(paused) };
    const until = exhaustedUntil(db, caller, call.operation, now);
    if (until !== null) {
      const detail = 'The network allows no more of these calls for now.';
      return { failure: { code: 'rate_limited', reach: 'not_sent', retryAt: until, detail, status: null } };
    }
  }
  const fullAt = await quotaLeft(deps, caller, call, now);
  if (fullAt !== null) {
    const detail = 'The budget of these calls is used up.';
    return { failure: { code: 'quota_exhausted', reach: 'not_sent', retryAt: fullAt, detail, status: null } };
  }
  if (call.costMicros === 0) return { expense: null };
  const expense = {
    id: deps.newId('exp'),
    workspaceId: caller.workspaceId,
    accountId: caller.accountId,
    platform: caller.platform.name,
    operation: call.operation,
    micros: call.costMicros,
  };
  // Committed with others of the same turn: a cost is put aside before each of many posts.
  if (await db.writeTogether(() => reserve(db, expense, now))) return { expense: expense.id };
  const detail = 'The monthly spending cap would be passed.';
  return {
    failure: { code: 'spending_cap', reach: 'not_sent', retryAt: nextMonth(now), detail, status: null },
  };
}

/** Takes from the call's budget; the time at which enough is there again where it is used up. */
async function quotaLeft(
  { db }: Sending['deps'],
  caller: Caller,
  call: Sending['call'],
  now: number,
): Promise<number | null> {
  const { quotas } = caller.platform;
  if (quotas === undefined || call.quota === undefined) return null;
  return await db.writeTogether(() => takeQuota(db, quotas, caller, call, now));
}
