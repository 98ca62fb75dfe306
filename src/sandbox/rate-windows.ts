interface Window {
  readonly endsAt: number;
  used: number;
}

/** What a window has left after one request was counted; below 0 the request is one too many. */
export interface Counted {
  readonly limit: number;
  readonly remaining: number;
  /** Practice milliseconds. */
  readonly endsAt: number;
}

/** Counts requests in fixed windows of practice time. The counts live in memory: a restart forgives. */
export class RateWindows {
  readonly #windows = new Map<string, Window>();

  /** Counts one request, or `weight` of them, under a key, in a window that opens with the first one. */
  take(key: string, limit: number, lengthMs: number, now: number, weight = 1): Counted {
    return this.#count(key, { limit, endsAt: now + lengthMs, latest: now + lengthMs }, now, weight);
  }

  /** The same in a window that is the day of UTC. */
  takeOfDay(key: string, limit: number, now: number, weight = 1): Counted {
    const endsAt = (Math.floor(now / dayMs) + 1) * dayMs;
    return this.#count(key, { limit, endsAt, latest: endsAt }, now, weight);
  }

  #count(
    key: string,
    { limit, endsAt, latest }: { limit: number; endsAt: number; latest: number },
    now: number,
    weight: number,
  ): Counted {
    let window = this.#windows.get(key);
    // A window that ends too far ahead was opened before the clock was turned back.
    if (window === undefined || now >= window.endsAt || window.endsAt > latest) {
      window = { endsAt, used: 0 };
      this.#windows.set(key, window);
    }
    window.used += weight;
    return { limit, remaining: limit - window.used, endsAt: window.endsAt };
  }
}

const dayMs = 86_400_000;
