import { z } from 'zod';
import type { Clock, ClockSetting } from '../engine/ports.ts';

const settingSchema = z.object({ epochMs: z.number(), anchorMs: z.number(), rate: z.number().positive() });

/** The machine's own time at its own pace. */
export const realTime: ClockSetting = { epochMs: 0, anchorMs: 0, rate: 1 };

/**
 * Reads `OCMA_CLOCK`, a clock setting as JSON, with which tests move and hurry time in every process alike.
 * @throws Error with a plain sentence where it is set and cannot be read.
 */
export function clockSettingFrom(env: NodeJS.ProcessEnv): ClockSetting {
  if (!env.OCMA_CLOCK) return realTime;
  const parsed = settingSchema.safeParse(parseJson(env.OCMA_CLOCK));
  if (!parsed.success) {
    throw new Error(
      'OCMA_CLOCK must be JSON such as {"epochMs":1790000000000,"anchorMs":1790000000000,"rate":1}.',
    );
  }
  return parsed.data;
}

/** A clock on real timers that shows the time of `setting`. */
export function createClock(setting: ClockSetting = realTime): Clock {
  return {
    setting,
    now: () => Math.round(setting.epochMs + (Date.now() - setting.anchorMs) * setting.rate),
    monotonic: () => performance.now(),
    setTimer(delayMs, run) {
      const timer = setTimeout(run, Math.max(0, delayMs) / setting.rate);
      return () => clearTimeout(timer);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
