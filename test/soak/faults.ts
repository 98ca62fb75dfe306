const minute = 60_000;

/** What strikes, and the share of requests that it strikes. */
const mix: readonly { readonly share: number; readonly operation: string; readonly fault: unknown }[] = [
  { share: 0.03, operation: 'posts.create', fault: { kind: 'rate_limit', resetInMs: 3 * minute } },
  { share: 0.02, operation: 'posts.create', fault: { kind: 'status', status: 429 } },
  { share: 0.035, operation: 'posts.create', fault: { kind: 'status', status: 500 } },
  { share: 0.01, operation: 'posts.create', fault: { kind: 'status', status: 503, accept: true } },
  { share: 0.03, operation: 'posts.create', fault: { kind: 'reset_before' } },
  { share: 0.03, operation: 'posts.create', fault: { kind: 'accept_then_reset' } },
  { share: 0.02, operation: 'posts.create', fault: { kind: 'malformed' } },
  { share: 0.015, operation: 'posts.create', fault: { kind: 'delay', ms: 20_000 } },
  { share: 0.002, operation: 'posts.create', fault: { kind: 'accept_then_hang' } },
  { share: 0.0005, operation: 'posts.create', fault: { kind: 'token_revoked' } },
  { share: 0.01, operation: 'posts.create', fault: { kind: 'rewrite_text' } },
  { share: 0.1, operation: 'posts.list', fault: { kind: 'lag_listings', ms: 60_000 } },
  { share: 0.05, operation: 'posts.list', fault: { kind: 'status', status: 503 } },
  { share: 0.2, operation: 'media.finalize', fault: { kind: 'slow_media', ms: 2 * minute } },
  { share: 0.05, operation: 'media.append', fault: { kind: 'status', status: 500 } },
];

/** The rules that strike those shares of that many requests to come, by chance. */
export function chaos(requests: number, random: () => number): unknown[] {
  return mix.flatMap(({ share, operation, fault }) =>
    Array.from({ length: requests }, (_, index) => index + 1)
      .filter(() => random() < share)
      .map((nth) => ({ match: { operation, nth, times: 1 }, fault })),
  );
}
