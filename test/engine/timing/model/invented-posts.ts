import type { TimedPost } from '../../../../src/engine/timing/model/post-value.ts';
import { slotOf } from '../../../../src/engine/timing/model/slot.ts';
import { createSeeded } from '../../../support/seeded.ts';

/** Posts at chance hours, about six a day, whose reactions grow by `lift(slot)` as a logarithm. */
export function inventedPosts(
  count: number,
  seed: number,
  lift: (slot: number, type: string) => number,
  typeAt: (slot: number) => string = () => 'text',
): TimedPost[] {
  const { fraction } = createSeeded(seed);
  const start = Date.UTC(2025, 0, 6);
  return Array.from({ length: count }, (_, index) => {
    const at = start + Math.floor((index / 6 + fraction()) * 86_400_000);
    const slot = slotOf(at, 'UTC');
    const type = typeAt(slot);
    const noise = (fraction() + fraction() + fraction() - 1.5) * 1.2;
    return { at, type, reactions: Math.round(Math.exp(4 + noise + lift(slot, type))) };
  });
}
