import { RateWindows } from '../../rate-windows.ts';
import type { Counted } from '../../rate-windows.ts';

/** How often an endpoint may be asked: per person and per app in 15 minutes, and per app in 24 hours. */
export interface Limits {
  readonly user?: number;
  readonly app?: number;
  readonly appDaily?: number;
}

/** X's limits by operation (its rate-limits page, 2026-08). */
export const limitsByOperation = {
  'posts.create': { user: 100, appDaily: 10_000 },
  'posts.delete': { user: 50 },
  'posts.lookup': { user: 5000, app: 3500 },
  'posts.list': { user: 900, app: 10_000 },
  'posts.mentions': { user: 300, app: 450 },
  'posts.search': { user: 300, app: 450 },
  'posts.analytics': { user: 300, app: 300 },
  'users.me': { user: 75 },
  'users.lookup': { user: 900, app: 300 },
  'users.by_username': { user: 900, app: 300 },
  'media.initialize': { user: 1875, appDaily: 180_000 },
  'media.append': { user: 1875, appDaily: 180_000 },
  'media.finalize': { user: 1875, appDaily: 180_000 },
  'media.upload': { user: 500, appDaily: 50_000 },
  'media.status': { user: 1000, appDaily: 100_000 },
  'media.metadata': { user: 500, appDaily: 50_000 },
  'trends.list': { user: 75, app: 75 },
  'usage.tweets': { app: 50 },
} as const satisfies Record<string, Limits>;

/** An operation that has limits. */
export type LimitedOperation = keyof typeof limitsByOperation;

const quarterMs = 900_000;
const dayMs = 86_400_000;

/** What a request may still do. */
export interface Allowance {
  readonly allowed: boolean;
  readonly headers: Record<string, string>;
}

/** Counts requests in fixed windows of practice time. The counts live in memory: a restart forgives. */
export class RateLimits {
  readonly #windows = new RateWindows();

  /** Counts one request. `account` null: an app-only request, measured by the app's own limits. */
  count(operation: LimitedOperation, account: string | null, clientId: string, now: number): Allowance {
    const limits: Limits = limitsByOperation[operation];
    const appKey = `${operation} app ${clientId}`;
    const windows = [
      account !== null && limits.user !== undefined
        ? this.#windows.take(`${operation} user ${account} ${clientId}`, limits.user, quarterMs, now)
        : undefined,
      account === null && limits.app !== undefined
        ? this.#windows.take(appKey, limits.app, quarterMs, now)
        : undefined,
    ];
    const short = windows.find((window) => window !== undefined);
    const daily =
      limits.appDaily === undefined
        ? undefined
        : this.#windows.take(`${appKey} day`, limits.appDaily, dayMs, now);
    return {
      allowed: (short?.remaining ?? 0) >= 0 && (daily?.remaining ?? 0) >= 0,
      headers: { ...headersOf('x-rate-limit-', short), ...headersOf('x-app-limit-24hour-', daily) },
    };
  }
}

function headersOf(prefix: string, counted: Counted | undefined): Record<string, string> {
  return counted === undefined ? {} : rateHeaders(prefix, counted.limit, counted.remaining, counted.endsAt);
}

/** X's three headers; the reset is in whole seconds since 1970, rounded up so that nobody comes too early. */
export function rateHeaders(
  prefix: string,
  limit: number,
  remaining: number,
  resetAt: number,
): Record<string, string> {
  return {
    [`${prefix}limit`]: String(limit),
    [`${prefix}remaining`]: String(Math.max(0, remaining)),
    [`${prefix}reset`]: String(Math.ceil(resetAt / 1000)),
  };
}
