/** Ids of 64 bits that begin with the time, as several networks make them; they travel as strings. */
const sequenceBits = 22n;

/** The smallest id of a millisecond, counted from `epochMs`. */
export function firstIdAt(epochMs: number, at: number): bigint {
  const ms = BigInt(Math.floor(at - epochMs));
  return (ms > 0n ? ms : 0n) << sequenceBits;
}

/** Compares two ids as numbers; they may differ in length. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : Number(left > right);
}

/** Gives ids that only ever grow, whatever the clock does. */
export class Snowflakes {
  readonly #epochMs: number;
  #last = 0n;

  /** `epochMs`: the instant that the network counts from, in milliseconds since 1970. */
  constructor(epochMs: number) {
    this.#epochMs = epochMs;
  }

  /** The next id for something that happens now. */
  next(at: number): string {
    const first = firstIdAt(this.#epochMs, at);
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
export function inventedId(epochMs: number, at: number, seed: number): string {
  return String(firstIdAt(epochMs, at) + 0x20_00_00n + BigInt(seed % 0x20_00_00));
}
