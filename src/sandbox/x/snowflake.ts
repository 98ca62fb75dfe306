/** The instant from which X counts its ids, in milliseconds since 1970. */
const epochMs = 1_288_834_974_657n;

/** The smallest id of a millisecond. Ids are 64-bit and travel as strings. */
export function firstIdAt(at: number): bigint {
  const ms = BigInt(Math.floor(at)) - epochMs;
  return (ms > 0n ? ms : 0n) << 22n;
}

/** Compares two ids as numbers; they may differ in length. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : Number(left > right);
}

/** Gives ids that only ever grow, whatever the clock does. */
export class Snowflakes {
  #last = 0n;

  /** The next id for something that happens now. */
  next(at: number): string {
    const first = firstIdAt(at);
    this.#last = first > this.#last ? first : this.#last + 1n;
    return String(this.#last);
  }

  /** Takes note of an id that was given before a restart. */
  seen(id: string): void {
    const value = BigInt(id);
    if (value > this.#last) this.#last = value;
  }
}

/** The id of something invented for an instant: it always follows from the same seed and never meets a given one's range. */
export function inventedId(at: number, seed: number): string {
  return String(firstIdAt(at) + 0x20_00_00n + BigInt(seed % 0x20_00_00));
}
