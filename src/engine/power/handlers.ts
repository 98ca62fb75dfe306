import type { Caller } from '../feature.ts';
import { awaitedUntil } from './awaited.ts';
import type { KeepAwake, KeepAwakeDeps } from './keep-awake.ts';

const hourMs = 60 * 60_000;
const mostNamed = 50;

/** The procedures of `power`. */
export function createPowerHandlers(deps: KeepAwakeDeps, awake: KeepAwake) {
  return {
    status: (_caller: Caller, _input: object) => ({
      available: deps.ports.power.available,
      setting: deps.setting(),
      holding: awake.holding,
      next: awake.next(),
    }),
    lateIfClosed(_caller: Caller, input: { hours: number }) {
      const until = deps.ports.clock.now() + input.hours * hourMs;
      const deliveries = awaitedUntil(deps.db, until, { practice: false, most: mostNamed });
      const total =
        deliveries.length < mostNamed
          ? deliveries.length
          : awaitedUntil(deps.db, until, { practice: false, most: 10_000 }).length;
      return { deliveries, total };
    },
  };
}
