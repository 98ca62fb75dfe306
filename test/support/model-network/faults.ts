/** What may go wrong on purpose. Durations are milliseconds of the network's clock. */
export type ModelFault =
  | { readonly kind: 'delay'; readonly ms: number }
  /** Answers this instead; with `accept` the request is handled first. */
  | { readonly kind: 'status'; readonly status: number; readonly accept?: boolean; readonly message?: string }
  | { readonly kind: 'rate_limit'; readonly resetInMs: number }
  | { readonly kind: 'accept_then_hang' }
  | { readonly kind: 'accept_then_reset' }
  | { readonly kind: 'reset_before' }
  /** Neither handles nor answers it. */
  | { readonly kind: 'swallow' }
  /** Handles the request once the client has gone, and no sooner than this long after it arrived. */
  | { readonly kind: 'accept_late'; readonly ms: number }
  /** Posts younger than this are not in the list. */
  | { readonly kind: 'lag_listings'; readonly ms: number };

/**
 * When a fault strikes: counting the requests that fit, from the `nth` (1 is the first) for `times` of them. Without both
 * it strikes every time; with `nth` alone, once. Operations: `posts.create`, `posts.list`, `keys.read`, `handles.create`,
 * `handles.read`.
 */
export interface ModelRule {
  readonly match: {
    readonly network?: string;
    readonly operation?: string;
    readonly nth?: number;
    readonly times?: number;
  };
  readonly fault: ModelFault;
}

/** The rules that are switched on; a restart switches them off. */
export function createFaults() {
  let rules: { rule: ModelRule; seen: number }[] = [];
  return {
    set(next: readonly ModelRule[]): void {
      rules = next.map((rule) => ({ rule, seen: 0 }));
    },
    /** Counts one request and returns what strikes it. */
    strike(network: string, operation: string): readonly ModelFault[] {
      const struck: ModelFault[] = [];
      for (const counted of rules) {
        const { match, fault } = counted.rule;
        if (match.network !== undefined && match.network !== network) continue;
        if (match.operation !== undefined && match.operation !== operation) continue;
        counted.seen += 1;
        const first = match.nth ?? 1;
        const times = match.times ?? (match.nth === undefined ? Number.POSITIVE_INFINITY : 1);
        if (counted.seen >= first && counted.seen < first + times) struck.push(fault);
      }
      return struck;
    },
  };
}
