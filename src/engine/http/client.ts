import { createCache } from './cache.ts';
import type { CachedAnswer } from './cache.ts';
import { isCacheable } from './call-facts.ts';
import type { AccountHttp, Call, CallResult, Failure } from './call.ts';
import type { Caller } from './caller.ts';
import { breakerOpen, understand } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { getPermit } from './permit.ts';
import { audit, recordAnswer } from './record.ts';
import { wireRequest } from './request.ts';
import type { HttpDeps, SendOptions, Sending } from './sending.ts';
import { settle } from './spending.ts';
import { exchange } from './transport.ts';
import type { WireResult } from './transport.ts';

/**
 * The way out: cache, pause and limits, spending cap, breaker, time-out, request, classification and audit, in this
 * order. `caller` is asked anew for each call, so that what changed meanwhile counts; it may answer with a failure.
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
    async send(call, { signal } = {}) {
      const from = caller();
      if ('failure' in from) return { ok: false, failure: from.failure };
      return await send({ deps, caller: from, call, options, signal }, call);
    },
  };
}

async function send<Answer>(sending: Sending, call: Call<Answer>): Promise<CallResult<Answer>> {
  const { caller } = sending;
  const cached = lookUp(sending);
  if (cached?.fresh === true) {
    const parsed = call.answer.safeParse(cached.body);
    if (parsed.success) {
      audit(sending, { status: null, code: null, ms: 0, cache: 'hit', costMicros: 0 });
      return { ok: true, data: parsed.data, status: 200, fromCache: true, readAt: cached.readAt };
    }
  }
  const token = await caller.token();
  if (!token.ok) return refuse(sending, token.failure);
  const first = await attempt(sending, call, token.token, cached);
  if (first.ok || first.failure.status !== 401) return first;
  // A 401 is a refusal, so sending again cannot post twice.
  const fresh = await caller.token(token.token);
  if (!fresh.ok) return { ok: false, failure: fresh.failure };
  const second = await attempt(sending, call, fresh.token, cached);
  if (!second.ok && second.failure.status === 401) caller.tokenRefused();
  return second;
}

async function attempt<Answer>(
  sending: Sending,
  call: Call<Answer>,
  token: string,
  cached: CachedAnswer | null,
): Promise<CallResult<Answer>> {
  const { deps, caller, signal } = sending;
  const { clock } = deps.ports;
  const permit = getPermit(sending);
  if ('failure' in permit) return refuse(sending, permit.failure);
  const askedAt = clock.now();
  const begun = clock.monotonic();
  const request = wireRequest(call, {
    endpoints: caller.endpoints,
    token,
    etag: cached?.etag ?? null,
    version: deps.ports.host.version,
    ...(signal !== undefined && { signal }),
  });
  const wire = await deps.memory.breakers.run(
    { origin: request.url.origin, platform: caller.platform.name, operation: call.operation },
    isOutage,
    () => exchange(deps.ports, request),
  );
  const now = clock.now();
  const still = wire.kind === 'answered' && wire.answer.status === 304 ? cached : null;
  const outcome: Outcome<Answer> =
    wire.kind === 'open'
      ? breakerOpen(wire.retryAt)
      : understand(caller.platform, call, still === null ? wire : unchanged(wire, still), now);
  const result = withoutToken(outcome.result, token);
  deps.db.write(() => {
    if (permit.expense !== null) settle(deps.db, caller.workspaceId, permit.expense, outcome.chargedMicros);
    recordAnswer(sending, { wire, result, askedAt, revalidated: still !== null });
    audit(sending, {
      status: wire.kind === 'answered' ? wire.answer.status : null,
      code: result.ok ? null : result.failure.code,
      ms: clock.monotonic() - begun,
      cache: still !== null ? 'revalidated' : isCacheable(call) ? 'miss' : 'none',
      costMicros: outcome.chargedMicros,
    });
  });
  if (wire.kind === 'answered') noteDate(sending, wire.answer.headers, now);
  if (outcome.misfits.length > 0) {
    deps.ports.log.warn(
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

function lookUp({ deps, caller, call }: Sending): CachedAnswer | null {
  if (caller.accountId === null || !isCacheable(call)) return null;
  return createCache(deps.db, deps.memory.parsedBodies).look(caller.accountId, call, deps.ports.clock.now());
}

function isOutage(wire: WireResult): boolean {
  return wire.kind === 'lost' ? !wire.stopped : wire.answer.status >= 500;
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
