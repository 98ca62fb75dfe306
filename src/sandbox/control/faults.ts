import { z } from 'zod';
import type { Speaker } from '../network.ts';

const duration = z.int().nonnegative();

const faultSchema = z.discriminatedUnion('kind', [
  /** Waits, then handles the request as usual, whether the client is still there or not. */
  z.strictObject({ kind: z.literal('delay'), ms: duration }),
  /** Answers this instead; with `accept` the request is handled first, so a 500 may hide a success. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    body: z.json().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    accept: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('rate_limit'), resetInMs: duration }),
  /** Handles the request and never answers. */
  z.strictObject({ kind: z.literal('accept_then_hang') }),
  /** Handles the request, then resets the connection. */
  z.strictObject({ kind: z.literal('accept_then_reset') }),
  /** Resets the connection; nothing was handled. */
  z.strictObject({ kind: z.literal('reset_before') }),
  /** Revokes the grant that the request used, for good. */
  z.strictObject({ kind: z.literal('token_revoked') }),
  /** Handles the request and answers with its first half. */
  z.strictObject({ kind: z.literal('malformed') }),
  z.strictObject({ kind: z.literal('slow_media'), ms: duration }),
  z.strictObject({ kind: z.literal('lag_listings'), ms: z.int().min(0).max(90_000) }),
  /** Handles the request once the client has gone, and no sooner than this long after it arrived; never answers. */
  z.strictObject({ kind: z.literal('accept_late'), ms: duration }),
  z.strictObject({ kind: z.literal('rewrite_text') }),
  /** The network takes the post and looks it through for so long; with `refuse` it then refuses it, in its word for why. */
  z.strictObject({ kind: z.literal('look_through'), ms: duration, refuse: z.string().min(1).optional() }),
  z.strictObject({ kind: z.literal('credits_depleted') }),
]);

const ruleSchema = z.strictObject({
  match: z.strictObject({
    network: z.string().optional(),
    operation: z.string().optional(),
    nth: z.int().positive().optional(),
    times: z.int().positive().optional(),
    account: z.string().optional(),
  }),
  fault: faultSchema,
});

/** What `PUT /__practice/faults` takes: it replaces every rule and starts the counting anew. */
export const faultRulesSchema = z.array(ruleSchema);

/** Something that goes wrong on purpose. Durations are practice milliseconds. */
export type Fault = Readonly<z.infer<typeof faultSchema>>;

/**
 * When a fault strikes: counting the requests that fit, from the `nth` (1 is the first) for `times` of them. Without both it
 * strikes every time; with `nth` alone, once. `account` is an id or a username; `*` fits every operation.
 */
export type FaultRule = Readonly<z.infer<typeof ruleSchema>>;

/** A rule and how many requests have fitted it so far. */
export interface CountedRule extends FaultRule {
  readonly seen: number;
}

/** Pages for people and the control endpoints never fail on purpose. */
const spared = /^(?:pages|control)\./;

const listings = new Set(['posts.list', 'posts.mentions', 'posts.search']);
const processed = new Set(['media.finalize', 'media.upload', 'containers.create']);

/** Rules whose kind makes sense only for some operations do not count the others. */
function concerns(fault: Fault, operation: string): boolean {
  switch (fault.kind) {
    case 'lag_listings':
      return listings.has(operation);
    case 'slow_media':
      return processed.has(operation);
    case 'look_through':
    case 'rewrite_text':
      return operation === 'posts.create' || operation === 'containers.publish';
    case 'delay':
    case 'status':
    case 'rate_limit':
    case 'accept_then_hang':
    case 'accept_then_reset':
    case 'reset_before':
    case 'token_revoked':
    case 'malformed':
    case 'accept_late':
    case 'credits_depleted':
      return true;
  }
}

/** The rules that are switched on. They live in memory: a restart switches them off. */
export class Faults {
  #rules: { readonly rule: FaultRule; seen: number }[] = [];

  set(rules: readonly FaultRule[]): void {
    this.#rules = rules.map((rule) => ({ rule, seen: 0 }));
  }

  list(): readonly CountedRule[] {
    return this.#rules.map(({ rule, seen }) => ({ ...rule, seen }));
  }

  /** Counts one request and returns what strikes it, in the order of the rules. */
  strike(network: string, operation: string, speaker: Speaker | undefined): readonly Fault[] {
    const struck: Fault[] = [];
    if (spared.test(operation)) return struck;
    for (const counted of this.#rules) {
      const { match, fault } = counted.rule;
      if (!concerns(fault, operation)) continue;
      if (match.network !== undefined && match.network !== network) continue;
      if (match.operation !== undefined && match.operation !== '*' && match.operation !== operation) continue;
      if (match.account !== undefined && match.account !== speaker?.id && match.account !== speaker?.username)
        continue;
      counted.seen += 1;
      const first = match.nth ?? 1;
      const times = match.times ?? (match.nth === undefined ? Number.POSITIVE_INFINITY : 1);
      if (counted.seen >= first && counted.seen < first + times) struck.push(fault);
    }
    return struck;
  }
}
