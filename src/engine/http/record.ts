import { writeAudit } from './audit.ts';
import type { AuditRow } from './audit.ts';
import { createCache } from './cache.ts';
import { isCacheable } from './call-facts.ts';
import type { CallResult, Failure } from './call.ts';
import { pauseAccount, restUntil, restsAccount } from './pause.ts';
import { recordSignals } from './rate-windows.ts';
import type { Sending } from './sending.ts';
import type { WireResult } from './transport.ts';

export interface RecordedAnswer {
  readonly wire: WireResult | { readonly kind: 'open' };
  readonly result: CallResult<unknown>;
  readonly askedAt: number;
  /** The network said that the kept answer still holds. */
  readonly revalidated: boolean;
}

/** Writes what an answer means for limits, pause and cache; joins the caller's transaction. */
export function recordAnswer(sending: Sending, { wire, result, askedAt, revalidated }: RecordedAnswer): void {
  const { deps, caller, call } = sending;
  const { db } = deps;
  const { accountId } = caller;
  const now = deps.ports.clock.now();
  if (wire.kind === 'answered') {
    recordSignals(db, caller, caller.platform.rateSignals(wire.answer, call.operation), now);
  }
  if (!result.ok) rest(sending, result.failure, now);
  if (accountId === null) return;
  const cache = createCache(db, deps.memory.parsedBodies);
  const mayHaveChanged = result.ok || result.failure.reach === 'unclear';
  if (call.effect === 'write' && mayHaveChanged) cache.invalidate(accountId, now);
  if (!result.ok || !isCacheable(call)) return;
  if (revalidated) cache.renew(accountId, call, now);
  else if (wire.kind === 'answered') {
    cache.keep(accountId, call, { text: wire.text, etag: wire.answer.headers.get('etag'), askedAt, now });
  }
}

function rest(sending: Sending, failure: Failure, now: number): void {
  const { deps, caller, call } = sending;
  const { accountId, workspaceId } = caller;
  const until = restUntil(failure, now);
  if (until === null) return;
  if (failure.code === 'rate_limited' || failure.code === 'quota_exhausted') {
    const window = {
      window: call.operation,
      scope: 'account',
      limit: null,
      remaining: 0,
      resetAt: until,
    } as const;
    recordSignals(deps.db, caller, [window], now);
  }
  if (accountId === null || !restsAccount(call, failure)) return;
  if (!pauseAccount(deps.db, { workspaceId, accountId }, until, failure.code)) return;
  deps.db.afterCommit(() => {
    deps.emit({ topic: 'account', workspaceId, id: accountId });
    deps.emit({ topic: 'health', workspaceId, id: null });
  });
}

/** Writes the row that the user sees; joins the caller's transaction. */
export function audit(
  { deps, caller, call }: Sending,
  row: Pick<AuditRow, 'status' | 'code' | 'ms' | 'cache' | 'costMicros'>,
): void {
  writeAudit(deps.db, {
    at: deps.ports.clock.now(),
    workspaceId: caller.workspaceId,
    accountId: caller.accountId,
    platform: caller.platform.name,
    operation: call.operation,
    ...row,
  });
}
