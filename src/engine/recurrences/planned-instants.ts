import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import { resolveWallTime, wallTimeAt } from '../time/wall-time.ts';
import { ruleOf } from './extend.ts';
import { findOccurrence } from './occurrence-store.ts';
import { occurrenceTimes } from './occurrence-times.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { listRecurrences } from './recurrence-store.ts';

/** Far more than two a day make of the stretches that are asked for. */
const most = 1_000;

/** What series of a workspace will post between `from` and `until` (epoch ms), beyond the posts made. */
export function expectedPosts(
  deps: Pick<RecurrenceDeps, 'db'>,
  workspaceId: WorkspaceId,
  from: number,
  until: number,
): { at: number; accountIds: readonly AccountId[]; text: string }[] {
  return listRecurrences(deps, workspaceId).flatMap((recurrence) => {
    const { state, next, timeZone } = recurrence;
    if (state !== 'active' || next === null || next.dueAt > until) return [];
    const first = wallTimeAt(Math.max(from, next.dueAt), timeZone).local;
    const times = occurrenceTimes(ruleOf(recurrence), recurrence, {
      from: first > next.local ? first : next.local,
      until: wallTimeAt(until, timeZone).local,
      count: most,
    });
    return times
      .filter((local) => findOccurrence(deps, recurrence, local) === undefined)
      .map((local) => ({
        at: resolveWallTime(local, timeZone).instant,
        accountIds: recurrence.accountIds,
        text: recurrence.parts[0]?.text ?? '',
      }));
  });
}
