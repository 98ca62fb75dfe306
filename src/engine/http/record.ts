import { writeAudit } from './audit.ts';
import type { AuditRow } from './audit.ts';
import { createCache } from './cache.ts';
import { isCacheable } from './call-facts.ts';
import type { CallResult, Failure } from './call.ts';
import { noteSkew, skewOf } from './clock-skew.ts';
import { pause, pauseAfter } from './pause.ts';
import type { PausedAccount } from './pause.ts';
import { pauseScopesOf } from './permit.ts';
import { recordSignals } from './rate-windows.ts';
import type { Sending } from './sending.ts';
import type { WireResult } from './transport.ts';

export interface RecordedAnswer {
  readonly wire: WireResult;
  readonly result: CallResult<unknown>;
  readonly askedAt: number;
  /** The network said that the kept answer still holds. */
  readonly revalidated: boolean;
}

/** Writes what an answer means for limits, pause, clock and cache; joins the caller's transaction. */
export function recordAnswer(sending: Sending, { wire, result, askedAt, revalidated }: RecordedAnswer): void {
  const { deps, caller, call, generation } = sending;
  const { db } = deps;
  const { accountId } = caller;
  const now = deps.ports.clock.now();
  if (wire.kind === 'answered') {
    recordSignals(db, caller, caller.platform.rateSignals(wire.answer, call.operation, now), now);
    recordDate(sending, wire.answer.headers, askedAt, now);
  }
  if (!result.ok) rest(sending, result.failure, now);
  if (accountId === null) return;
  const cache = createCache(db, deps.memory.cache);
  const mayHaveChanged = result.ok || result.failure.reach === 'unclear';
  if (call.effect === 'write' && mayHaveChanged) cache.invalidate(accountId);
  if (!result.ok || !isCacheable(call)) return;
  if (revalidated) cache.renew(accountId, call, generation, now);
  else if (wire.kind === 'answered') {
    const { headers } = wire.answer;
    const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
    cache.keep(accountId, { call, text: wire.text, ...validators, generation }, now);
  }
}

/** The practice network has a clock of its own. */
function recordDate({ deps, caller, call }: Sending, headers: Headers, askedAt: number, now: number): void {
  const network = Date.parse(headers.get('date') ?? '');
  const { accountId, workspaceId, platform, practice } = caller;
  if (accountId === null || practice || Number.isNaN(network)) return;
  const { origin } = new URL(caller.endpoints[call.endpoint]);
  const skewMs = skewOf(network, askedAt, now);
  if (!noteSkew(deps.db, { platform: platform.name, origin }, skewMs, now)) return;
  deps.onClockWrong?.({ workspaceId, accountId, platform, skewMs });
  deps.db.afterCommit(() => deps.emit({ topic: 'health', workspaceId: null, id: null }));
}

function rest(sending: Sending, failure: Failure, now: number): void {
  const { deps, caller, call } = sending;
  const after = pauseAfter(call, failure, now);
  if (after === null) return;
  const { what, until } = after;
  if (what === 'operation' || what === 'limited') {
    const window = {
      window: call.operation,
      scope: 'account',
      limit: null,
      remaining: 0,
      resetAt: until,
    } as const;
    recordSignals(deps.db, caller, [window], now);
  }
  if (what === 'operation') return;
  const scope =
    what === 'limited'
      ? ({
          kind: failure.limitOf ?? 'account',
          effect: call.effect === 'read' ? 'read' : 'write',
        } as const)
      : ({ kind: what, effect: 'all' } as const);
  const given = { until, reason: failure.code, now };
  tell(sending, pause(deps.db, pauseScopesOf(caller), scope, given));
}

function tell({ deps }: Sending, accounts: readonly PausedAccount[]): void {
  deps.db.afterCommit(() => {
    for (const { id, workspaceId } of accounts) deps.emit({ topic: 'account', workspaceId, id });
    deps.emit({ topic: 'health', workspaceId: null, id: null });
  });
}

/** Writes the row that the user sees; joins the caller's transaction. */
export function audit(
  { deps, caller, call }: Sending,
  row: Pick<AuditRow, 'status' | 'code' | 'ms' | 'cache' | 'costMicros' | 'layer' | 'stale'>,
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
