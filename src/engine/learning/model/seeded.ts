/** Draws that are the same for the same seed, so that learning twice from the same posts gives the same model. */
export interface Draws {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
}

/** Marsaglia's xorshift generator with 32 bits of state (Journal of Statistical Software 8(14), 2003). */
export function seededDraws(seed: number): Draws {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x6d2b79f5) | 1;
  const fraction = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  return { fraction, below: (end) => Math.floor(fraction() * end) };
}

/** The numbers from 0 to below `count` in an order that the seed decides (Fisher and Yates). */
export function shuffled(count: number, draws: Draws): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = draws.below(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
