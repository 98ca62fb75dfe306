import { join } from 'node:path';
import { realTime } from '../clock.ts';
import { Stored } from '../stored.ts';
import type { ClockSetting } from '../clock.ts';
import { clockSchema } from './routes.ts';

/** The clock that was last set, kept in `clock.json` so that a restart does not jump back. */
export function storedClock(dataDirectory: string): Stored<ClockSetting> {
  return new Stored(join(dataDirectory, 'clock.json'), clockSchema, realTime);
}
