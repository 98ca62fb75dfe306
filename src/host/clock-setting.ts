import { z } from 'zod';
import type { ClockSetting } from '../engine/ports.ts';
import { realTime } from '../engine/system/clock.ts';

const settingSchema = z.object({ epochMs: z.number(), anchorMs: z.number(), rate: z.number().positive() });

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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
