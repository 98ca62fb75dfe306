import type { Platform } from '../platforms/platform.ts';
import type { Call, CallResult, Failure } from './call.ts';
import { boundedWish } from './retry-after.ts';
import type { WireResult } from './transport.ts';

/** What a request came to, and what it means for the money that was put aside for it. */
export interface Outcome<Answer> {
  readonly result: CallResult<Answer>;
  /** What the network charged for it, or may have. */
  readonly chargedMicros: number;
  /** Where an answer did not have the expected shape: the places, without the values. */
  readonly misfits: readonly string[];
}

/**
 * Reads a result of the wire. After a `write` everything but a clear yes and a clear no is `unclear`. Reads and upload
 * steps may be repeated without harm, so they are never `unclear`: `not_sent` or `refused`.
 */
export function understand<Answer>(
  platform: Platform,
  call: Call<Answer>,
  wire: WireResult,
  now: number,
): Outcome<Answer> {
  if (wire.kind === 'lost') return lost(call, wire);
  const { answer } = wire;
  const { status } = answer;
  const accepted = (status >= 200 && status < 300) || call.accepts?.includes(status) === true;
  if (accepted && platform.refuses?.(answer) !== true) {
    const parsed = call.answer.safeParse(call.read === undefined ? answer.body : call.read(answer));
    if (parsed.success) {
      const result = { ok: true, data: parsed.data, status, fromCache: false, readAt: now } as const;
      const chargedMicros = call.chargedMicros?.(parsed.data) ?? call.costMicros;
      return { result, chargedMicros: Math.min(chargedMicros, call.costMicros), misfits: [] };
    }
    const misfits = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    return { ...unexpected(call, status, 'The answer does not have the expected form.'), misfits };
  }
  if (!accepted && status < 400)
    return unexpected(call, status, `The network answered with a redirect (${status}).`);
  const { inDoubt, ...understood } = platform.classify(answer, now);
  const failure = bounded(understood, now);
  if (call.effect === 'write' && (status >= 500 || ofTheWay.has(status) || inDoubt === true)) {
    return failed({ ...failure, code: 'unknown_outcome', reach: 'unclear', status }, call.costMicros);
  }
  return failed({ ...failure, reach: 'refused', status }, 0);
}

/**
 * Statuses below 500 that a proxy gives where the server behind it did not answer in time or the connection ended: the
 * request may have gone through. 408 by RFC 9110 is none of these, but proxies use it for their own time-outs as well.
 */
const ofTheWay: ReadonlySet<number> = new Set([408, 460, 499]);

/** What a request comes to that is not sent because the operation keeps failing. */
export function breakerOpen(retryAt: number): Failure {
  const detail = 'The network has failed several times in a row; nothing is sent for a moment.';
  return { code: 'on_hold', reach: 'not_sent', retryAt, detail, status: null };
}

/** What a request comes to that found no slot. */
export function noSlot(): Failure {
  const detail = 'Other requests of this kind take long.';
  return { code: 'busy', reach: 'not_sent', retryAt: null, detail, status: null };
}

/** What a request comes to that a network wants sent to a place which is not its own. */
export function foreignAddress(): Failure {
  const detail = 'The network gave an address that is not one of its own; nothing was sent there.';
  return { code: 'platform_changed', reach: 'not_sent', retryAt: null, detail, status: null };
}

/** Nobody waits for years: a wish that lies too far ahead is cut, and the evidence says so. */
function bounded<Given extends Pick<Failure, 'retryAt' | 'detail'>>(failure: Given, now: number): Given {
  if (failure.retryAt === null) return failure;
  const retryAt = boundedWish(failure.retryAt, now);
  if (retryAt === failure.retryAt) return failure;
  const said = Number.isSafeInteger(failure.retryAt) ? new Date(Math.min(failure.retryAt, 8.64e15)) : null;
  const detail = `${failure.detail} (It asks to wait until ${said?.toISOString() ?? 'no date at all'}; asked again after 31 days.)`;
  return { ...failure, retryAt, detail };
}

function lost<Answer>(call: Call<Answer>, wire: WireResult & { kind: 'lost' }): Outcome<Answer> {
  const facts = { retryAt: null, detail: `No answer: ${wire.reason}.`, status: null };
  if (!wire.sent) return failed({ code: 'network_unreachable', reach: 'not_sent', ...facts }, 0);
  if (call.effect === 'write') {
    return failed({ code: 'unknown_outcome', reach: 'unclear', ...facts }, call.costMicros);
  }
  return failed({ code: 'unavailable', reach: 'refused', ...facts }, call.costMicros);
}

/** The network took the request and answered with something nobody can read. */
function unexpected<Answer>(call: Call<Answer>, status: number, detail: string): Outcome<Answer> {
  return call.effect === 'write'
    ? failed({ code: 'unknown_outcome', reach: 'unclear', retryAt: null, detail, status }, call.costMicros)
    : failed({ code: 'platform_changed', reach: 'refused', retryAt: null, detail, status }, call.costMicros);
}

function failed<Answer>(failure: Failure, chargedMicros: number): Outcome<Answer> {
  return { result: { ok: false, failure }, chargedMicros, misfits: [] };
}
