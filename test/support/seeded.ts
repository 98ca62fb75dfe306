/** Randomness that a number repeats: the same seed gives the same runs (mulberry32, Tommy Ettinger, public domain). */
export interface Seeded {
  /** Uniform in [0, 1). */
  fraction(): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function createSeeded(seed: number): Seeded {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (count: number): number => Math.floor(fraction() * count);
  return {
    fraction,
    pick: (items) => items[upTo(items.length)] ?? items[0],
    shuffled(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = upTo(last + 1);
        const kept = mixed[last];
        const moved = mixed[other];
        if (kept === undefined || moved === undefined) continue;
        mixed[last] = moved;
        mixed[other] = kept;
      }
      return mixed;
    },
  };
}

/** A seed made of another and a name, so that each run has its own and none depends on the order of the others. */
export function seedOf(seed: number, name: string): number {
  let hash = seed >>> 0;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
}
