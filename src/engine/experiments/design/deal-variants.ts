import { shuffled } from '../statistics/draws.ts';
import type { Draws } from '../statistics/draws.ts';

/** How many orders are tried for a block; of up to four in a row these are all there are. */
const tries = 60;

/**
 * Deals variants to the places of each block (hours of the week, or accounts) by lot, so that every block has each variant
 * as often as the others, and so has every place and every position in a block, as far as numbers allow. Blocks as long as
 * there are variants, over as many places, become a Latin square drawn by lot.
 */
export function dealVariants(
  blocks: readonly (readonly string[])[],
  variants: number,
  draws: Draws,
): number[][] {
  const dealt = new Map<string, number>();
  const times = (key: string, variant: number): number => dealt.get(`${key} ${variant}`) ?? 0;
  const keysOf = (block: readonly string[]): readonly string[][] =>
    block.map((place, position) => ['all', `at ${place}`, `as ${position}`]);
  return blocks.map((block) => {
    const keys = keysOf(block);
    const badness = (hand: readonly number[]): number =>
      keys
        .flatMap((own, position) => own.map((key) => times(key, hand[position] ?? 0)))
        .reduce((sum, count) => sum + count, 0);
    const order = shuffled(draws, [...Array(variants).keys()]);
    // Where a block does not come out even, those go twice that had least so far.
    order.sort((left, right) => times('all', left) - times('all', right));
    const hand = block.map((_, position) => order[position % variants] ?? 0);
    let best = shuffled(draws, hand);
    for (let tried = 1; tried < tries; tried += 1) {
      const other = shuffled(draws, hand);
      if (badness(other) < badness(best)) best = other;
    }
    for (const [position, own] of keys.entries()) {
      for (const key of own) {
        const variant = best[position] ?? 0;
        dealt.set(`${key} ${variant}`, times(key, variant) + 1);
      }
    }
    return best;
  });
}
