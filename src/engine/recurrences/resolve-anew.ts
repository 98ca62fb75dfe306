import { resolveWallTime } from '../time/wall-time.ts';
import { recordEvent } from './history.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { activeRecurrences, moveNext } from './recurrence-store.ts';

/**
 * Resolves anew when each recurrence makes its next post: its zone may have other rules since it was reckoned. The posts
 * that it made already are resolved with all the others. Returns how many moved.
 */
export function resolveRecurrencesAnew(deps: RecurrenceDeps): number {
  let moved = 0;
  for (const recurrence of activeRecurrences(deps)) {
    if (recurrence.next === null) continue;
    const when = resolveWallTime(recurrence.next.local, recurrence.timeZone);
    if (when.instant === recurrence.next.dueAt) continue;
    moved += 1;
    deps.db.write(() => {
      moveNext(deps, recurrence, when);
      recordEvent(deps, recurrence, {
        kind: 'zone_rules',
        actor: 'time_zone_data',
        details: { timeZone: recurrence.timeZone },
      });
    });
  }
  return moved;
}
