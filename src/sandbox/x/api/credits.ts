import { join } from 'node:path';
import { z } from 'zod';
import { Stored } from '../../stored.ts';

/** X's prices in millionths of a dollar (its pricing page, 2026-08). */
export const prices = {
  create: 15_000,
  createWithLink: 200_000,
  delete: 10_000,
  readPost: 5000,
  readUser: 10_000,
  readTrend: 10_000,
  mediaMetadata: 5000,
} as const;

/** What `PUT /__practice/credits` takes: what is left to spend, or null for no end to it. */
export const creditsSchema = z.strictObject({ balanceMicros: z.int().nonnegative().nullable() });

/** Prepaid credits. Without a balance nothing runs out; what is spent is counted either way. */
export class Credits {
  readonly #stored: Stored<z.infer<typeof creditsSchema>>;
  #balance: number | null;
  #spent = 0;
  #reads = 0;

  constructor(dataDirectory: string) {
    this.#stored = new Stored(join(dataDirectory, 'x-credits.json'), creditsSchema, { balanceMicros: null });
    this.#balance = this.#stored.read().balanceMicros;
  }

  /** Whether a request may be made at all: X refuses them once nothing is left. */
  get depleted(): boolean {
    return this.#balance !== null && this.#balance <= 0;
  }

  covers(micros: number): boolean {
    return this.#balance === null || this.#balance >= micros;
  }

  spend(micros: number): void {
    this.#spent += micros;
    if (this.#balance === null) return;
    this.#balance = Math.max(0, this.#balance - micros);
    this.#stored.write({ balanceMicros: this.#balance });
  }

  /** Counts posts that were read, for the usage report, and charges them. */
  read(posts: number): void {
    if (posts === 0) return;
    this.#reads += posts;
    this.spend(posts * prices.readPost);
  }

  set(balanceMicros: number | null): void {
    this.#balance = balanceMicros;
    this.#stored.write({ balanceMicros });
  }

  report(): { balanceMicros: number | null; spentMicros: number; postsRead: number } {
    return { balanceMicros: this.#balance, spentMicros: this.#spent, postsRead: this.#reads };
  }
}
