const limits = { inserts: 100, searches: 100, units: 10_000 } as const;
export type Bucket = keyof typeof limits;
export const buckets = Object.keys(limits) as readonly Bucket[];

const pacificDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

/** What each project has used of its budgets on a day of California. A restart forgives. */
export class Quota {
  readonly #used = new Map<string, number>();

  /** Counts a call, also one that fails; false where the budget does not hold it. */
  take(clientId: string, bucket: Bucket, units: number, now: number): boolean {
    const key = keyOf(clientId, bucket, now);
    const used = (this.#used.get(key) ?? 0) + units;
    if (used > limits[bucket]) return false;
    this.#used.set(key, used);
    return true;
  }

  /** Sets how much of a budget is used on the present day. */
  set(clientId: string, bucket: Bucket, used: number, now: number): void {
    this.#used.set(keyOf(clientId, bucket, now), used);
  }

  /** How much of it is used on the present day. */
  used(clientId: string, bucket: Bucket, now: number): number {
    return this.#used.get(keyOf(clientId, bucket, now)) ?? 0;
  }
}

function keyOf(clientId: string, bucket: Bucket, now: number): string {
  return `${clientId} ${bucket} ${pacificDay.format(now)}`;
}
