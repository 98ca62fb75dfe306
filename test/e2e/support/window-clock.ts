import type { BrowserContext } from 'playwright';
import type { ClockSetting } from '../../../src/engine/ports.ts';

/** Lets the pages of a context read the same clock as the app, as they do on one machine. Holds from the next load on. */
export async function setWindowClock(context: BrowserContext, clock: ClockSetting): Promise<void> {
  await context.addInitScript(({ epochMs, anchorMs, rate }) => {
    const kept = Symbol.for('ocma.realDate');
    const real: DateConstructor = Reflect.get(globalThis, kept) ?? Date;
    Reflect.set(globalThis, kept, real);
    const now = (): number => Math.floor(epochMs + (real.now() - anchorMs) * rate);
    globalThis.Date = new Proxy(real, {
      construct: (target, given, newTarget) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
      apply: () => new real(now()).toString(),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }, clock);
}
