import { admit, noteResult } from './breakers.ts';
import type { BreakerName } from './breakers.ts';
import { createCache, generationOf } from './cache.ts';
import type { CachedAnswer } from './cache.ts';
import { isCacheable } from './call-facts.ts';
import type { AccountHttp, Call, CallResult, Failure } from './call.ts';
import type { Caller } from './caller.ts';
import { breakerOpen, foreignAddress, noSlot, understand } from './outcome.ts';
import { getPermit } from './permit.ts';
import { audit, recordAnswer } from './record.ts';
import { usualTimeoutMs, wireRequest } from './request.ts';
import { giveBackQuota } from './quotas.ts';
import type { HttpDeps, SendOptions, Sending } from './sending.ts';
import { settle } from './spending.ts';
import { exchange } from './transport.ts';
import type { WireRequest, WireResult } from './transport.ts';

/**
 * The way out: cache, slot, pause and limits, spending cap, breaker, time-out, request, classification and audit, in
 * this order. `caller` is asked anew for each call, so that what changed meanwhile counts; it may answer with a failure.
 */
export function createHttp(
  deps: HttpDeps,
  endpoints: () => AccountHttp['endpoints'],
  caller: () => Caller | { readonly failure: Failure },
  options: SendOptions = {},
): AccountHttp {
  return {
    get endpoints() {
      return endpoints();
    },
    async prepare() {
      const from = caller();
      if ('failure' in from) return from.failure;
      const token = await from.token();
      return token.ok ? null : token.failure;
    },
    async send(call, { signal, leaves } = {}) {
      const from = caller();
      if ('failure' in from) return { ok: false, failure: from.failure };
      const generation = from.accountId === null ? 0 : generationOf(deps.db, from.accountId);
      return await send({ deps, caller: from, call, options, signal, leaves, generation }, call);
    },
  };
}

async function send<Answer>(sending: Sending, call: Call<Answer>): Promise<CallResult<Answer>> {
  const cached = lookUp(sending);
  if (cached?.fresh === true && sending.options.regardless !== true) {
    const hit = serve(sending, call, cached);
    if (hit !== null) return hit;
  }
  const result = await ask(sending, call, cached);
  if (result.ok || sending.options.interactive !== true || cached === null) return result;
  const { code, status } = result.failure;
  const mayPass = status === null || status >= 500 || code === 'rate_limited' || code === 'quota_exhausted';
  return (mayPass && !isAboutAccess(code) ? serve(sending, call, cached) : null) ?? result;
}

/** Where the account's access is in question, what was read by it before is no answer. */
function isAboutAccess(code: Failure['code']): boolean {
  return code === 'vault_locked' || code === 'account_action_required' || /^(auth|scope)_/.test(code);
}

async function ask<Answer>(
  sending: Sending,
  call: Call<Answer>,
  cached: CachedAnswer | null,
): Promise<CallResult<Answer>> {
  const { caller } = sending;
  const token = await caller.token();
  if (!token.ok) return refuse(sending, token.failure);
  const first = await attempt(sending, call, token.token, cached);
  if (first.ok || !refusesToken(first.failure)) return first;
  // Another token of the same grant opens no more than this one.
  if (first.failure.code === 'scope_missing') return first;
  // The token was refused, and nothing was done: sending again cannot post twice.
  const fresh = await caller.token(token.token);
  if (!fresh.ok) {
    // Why it was refused says more than that it cannot be renewed.
    const taken = first.failure.code === 'auth_revoked' && fresh.failure.code === 'auth_expired';
    if (taken) caller.tokenRefused();
    return taken ? first : { ok: false, failure: fresh.failure };
  }
  const second = await attempt(sending, call, fresh.token, cached);
  if (!second.ok && refusesToken(second.failure)) caller.tokenRefused();
  return second;
}

/** Whether a clear no is about the token. By the book its status is 401; Meta's networks say 400. */
function refusesToken({ code, reach, status }: Failure): boolean {
  return status === 401 || (reach === 'refused' && (code === 'auth_expired' || code === 'auth_revoked'));
}

async function attempt<Answer>(
  sending: Sending,
  call: Call<Answer>,
  token: string,
  cached: CachedAnswer | null,
): Promise<CallResult<Answer>> {
  const { deps, caller, signal } = sending;
  const request = wireRequest(call, {
    platform: caller.platform,
    endpoints: caller.endpoints,
    ...(caller.custom !== undefined && { custom: caller.custom }),
    token,
    kept: cached,
    version: deps.ports.host.version,
    ...(signal !== undefined && { signal }),
  });
  if (request === null) return refuse(sending, foreignAddress());
  const place = { origin: request.url.origin, effect: call.effect };
  const leave = await deps.memory.bulkheads.enter(place, signal);
  if (leave === null) return refuse(sending, noSlot());
  try {
    return withoutToken(await exchanged(sending, call, request, cached), token);
  } finally {
    leave();
  }
}

async function exchanged<Answer>(
  sending: Sending,
  call: Call<Answer>,
  request: WireRequest,
  cached: CachedAnswer | null,
): Promise<CallResult<Answer>> {
  const { deps, caller } = sending;
  const { db, ports } = deps;
  const permit = await getPermit(sending);
  if ('failure' in permit) return refuse(sending, permit.failure);
  const giveBack = (micros: number): void => {
    if (permit.expense !== null) settle(db, caller.workspaceId, permit.expense, micros);
  };
  const breaker = { db, clock: ports.clock };
  const name = breakerName(sending, request.url);
  const admission = admit(breaker, name, deps.newId('probe'), call.timeoutMs ?? usualTimeoutMs);
  if (admission.kind === 'wait') {
    return db.write(() => {
      giveBack(0);
      return refuse(sending, breakerOpen(admission.until));
    });
  }
  const askedAt = ports.clock.now();
  const begun = ports.clock.monotonic();
  const answer = exchange(ports, request);
  sending.leaves?.();
  const wire = await answer;
  const now = ports.clock.now();
  const still = wire.kind === 'answered' && wire.answer.status === 304 ? cached : null;
  const outcome = understand(caller.platform, call, still === null ? wire : unchanged(wire, still), now);
  const { result } = outcome;
  await db.writeTogether(() => {
    giveBack(outcome.chargedMicros);
    if (wire.kind === 'lost' && !wire.sent)
      giveBackQuota(db, caller.platform.quotas ?? [], caller, call, ports.clock.now());
    recordAnswer(sending, { wire, result, askedAt, revalidated: still !== null });
    if (noteResult(breaker, name, admission, isOutage(wire))) {
      db.afterCommit(() => deps.emit({ topic: 'health', workspaceId: null, id: null }));
    }
    audit(sending, {
      status: wire.kind === 'answered' ? wire.answer.status : null,
      code: result.ok ? null : result.failure.code,
      ms: ports.clock.monotonic() - begun,
      cache: still !== null ? 'revalidated' : isCacheable(call) ? 'miss' : 'none',
      costMicros: outcome.chargedMicros,
    });
  });
  if (wire.kind === 'answered') noteDate(sending, wire.answer.headers, now);
  if (outcome.misfits.length > 0) {
    ports.log.warn(
      { platform: caller.platform.name, operation: call.operation, misfits: outcome.misfits.slice(0, 10) },
      'a network answered in a form that is not understood',
    );
  }
  return result;
}

/** A call that is not made. */
function refuse<Answer>(sending: Sending, failure: Failure): CallResult<Answer> {
  audit(sending, { status: null, code: failure.code, ms: 0, cache: 'none', costMicros: 0 });
  return { ok: false, failure };
}

/** A kept answer, written down as such; null where it no longer has the expected form. */
function serve<Answer>(
  sending: Sending,
  call: Call<Answer>,
  { body, readAt, fresh, layer }: CachedAnswer,
): CallResult<Answer> | null {
  const { deps, caller } = sending;
  const parsed = call.answer.safeParse(body);
  if (!parsed.success) return null;
  deps.db.write(() => {
    if (caller.accountId !== null) {
      createCache(deps.db, deps.memory.cache).used(caller.accountId, call, deps.ports.clock.now());
    }
    audit(sending, { status: null, code: null, ms: 0, cache: 'hit', costMicros: 0, layer, stale: !fresh });
  });
  const answer = { ok: true, data: parsed.data, status: 200, fromCache: true, readAt } as const;
  return fresh ? answer : { ...answer, stale: true };
}

function lookUp({ deps, caller, call }: Sending): CachedAnswer | null {
  if (caller.accountId === null || !isCacheable(call)) return null;
  return createCache(deps.db, deps.memory.cache).look(caller.accountId, call, deps.ports.clock.now());
}

function breakerName({ caller, call }: Sending, { origin }: URL): BreakerName {
  return { origin, platform: caller.platform.name, operation: call.operation, practice: caller.practice };
}

/** Null where the request was stopped, which says nothing of the network. */
function isOutage(wire: WireResult): boolean | null {
  if (wire.kind === 'answered') return wire.answer.status >= 500;
  return wire.stopped ? null : true;
}

/** An answer of 304, as if the network had sent the kept one again. */
function unchanged(wire: WireResult, cached: CachedAnswer): WireResult {
  if (wire.kind === 'lost') return wire;
  return { ...wire, answer: { ...wire.answer, status: 200, body: cached.body } };
}

function noteDate({ options }: Sending, headers: Headers, here: number): void {
  const network = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(network)) options.onDate?.(network, here);
}

/** A failure's evidence without the token, should a network quote it, and not longer than a person reads. */
function withoutToken<Answer>(result: CallResult<Answer>, token: string): CallResult<Answer> {
  if (result.ok) return result;
  const detail = result.failure.detail.replaceAll(token, '[token]').slice(0, 300);
  return { ok: false, failure: { ...result.failure, detail } };
}
