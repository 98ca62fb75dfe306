import type { Bend } from '../exchange.ts';

const hourMs = 3_600_000;

/** A fresh post is looked through until then, in practice milliseconds from now; `refuse`: why it is refused after it. */
export type LookedThrough = NonNullable<Bend['lookThrough']>;

/**
 * Whether a post that was taken is looked through before its last word is said: where a fault asks for it, or its text has
 * `#underreview` (for an hour) or `#refuseme` (then it is refused, for the reason that the network gives), so that anybody
 * can see what becomes of such a post. Null: it is not.
 */
export function lookedThrough(text: string, bend: Bend, reason: string): LookedThrough | null {
  if (bend.lookThrough !== null) return bend.lookThrough;
  if (/#refuseme\b/i.test(text)) return { ms: 60_000, refuse: reason };
  return /#underreview\b/i.test(text) ? { ms: hourMs, refuse: null } : null;
}
