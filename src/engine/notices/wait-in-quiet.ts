import type { Outcome } from '../queue/outcome.ts';
import type { NoticesDeps } from './notices-deps.ts';
import { quietUntil } from './quiet-time.ts';

/** In quiet hours the clock and the settings are looked at again after this time, in milliseconds. */
const lookMs = 15 * 60_000;

/** What a job that would tell the user does in quiet hours; null where it may speak. */
export function waitInQuiet(deps: Pick<NoticesDeps, 'ports' | 'quietHours' | 'machineZone'>): Outcome | null {
  const now = deps.ports.clock.now();
  const quiet = quietUntil(deps.quietHours(), now, deps.machineZone());
  if (quiet === null) return null;
  return {
    kind: 'later',
    at: Math.min(quiet, now + lookMs),
    code: 'quiet_hours',
    detail: 'It is quiet now.',
  };
}
