import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { CircuitBreakerPolicy } from 'cockatiel';
import type { Clock } from '../ports.ts';
import { stretched } from './deadline.ts';

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
  const openFor = stretched(clock, openMs);

  const breakerOf = (key: string) => {
    const known = breakers.get(key);
    if (known !== undefined) return known;
    const policy = circuitBreaker(
      handleWhenResult((result) => result instanceof Counted && result.failed),
      { breaker: new ConsecutiveBreaker(failuresInARow), halfOpenAfter: opening(clock, openFor) },
    );
    const made = { policy, openUntil: 0 };
    policy.onBreak(() => {
      made.openUntil = clock.now() + openFor;
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

/** How long a breaker that opens now stays open. */
interface Opening {
  readonly duration: number;
  next(): Opening;
}

/**
 * cockatiel compares the machine's clock with `duration` whenever it is asked, so one that says "always" until this
 * clock has passed `openFor`, and "not at all" from then on, makes it go by this clock. One set back ends it too.
 */
function opening(clock: Clock, openFor: number): Opening {
  const from = clock.now();
  return {
    get duration() {
      const passed = clock.now() - from;
      return passed >= 0 && passed < openFor ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    },
    next: () => opening(clock, openFor),
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
