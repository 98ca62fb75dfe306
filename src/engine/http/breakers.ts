import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { CircuitBreakerPolicy } from 'cockatiel';
import type { Clock } from '../ports.ts';

/** Failures in a row that open a breaker, and the real milliseconds until it lets one request through again. */
const failuresInARow = 5;
const openMs = 15_000;

export interface Breakers {
  /**
   * Runs a request of one operation at one origin, or answers `open` at once while that operation keeps failing there.
   * `failed` says which results count: an outage or an unreachable network, never a refusal.
   */
  run<Result>(
    name: { readonly origin: string; readonly platform: string; readonly operation: string },
    failed: (result: Result) => boolean,
    request: () => Promise<Result>,
  ): Promise<Result | { readonly kind: 'open'; readonly retryAt: number }>;
}

/** One thread's breakers, in memory: a thread that starts anew looks for itself. */
export function createBreakers(clock: Clock): Breakers {
  const breakers = new Map<string, { policy: CircuitBreakerPolicy; openUntil: number }>();

  const breakerOf = (key: string) => {
    const known = breakers.get(key);
    if (known !== undefined) return known;
    const policy = circuitBreaker(
      handleWhenResult((result) => result instanceof Counted && result.failed),
      { breaker: new ConsecutiveBreaker(failuresInARow), halfOpenAfter: openMs },
    );
    const made = { policy, openUntil: 0 };
    policy.onBreak(() => {
      made.openUntil = clock.now() + openMs * Math.max(1, clock.setting.rate);
    });
    breakers.set(key, made);
    return made;
  };

  return {
    async run(name, failed, request) {
      const breaker = breakerOf(JSON.stringify([name.origin, name.platform, name.operation]));
      try {
        const counted = await breaker.policy.execute(async () => {
          const result = await request();
          return new Counted(result, failed(result));
        });
        return counted.result;
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        return { kind: 'open', retryAt: breaker.openUntil };
      }
    },
  };
}

class Counted<Result> {
  readonly result: Result;
  readonly failed: boolean;

  constructor(result: Result, failed: boolean) {
    this.result = result;
    this.failed = failed;
  }
}
