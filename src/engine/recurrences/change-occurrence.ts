import { OcmaError } from '../../shared/errors.ts';
import type { RecurrenceId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import { resolveWallTime } from '../time/wall-time.ts';
import { occurrenceBySeries } from './change-series.ts';
import { extendRecurrence, makeOccurrence, ruleOf } from './extend.ts';
import { recordEvent } from './history.ts';
import {
  findOccurrence,
  insertOccurrence,
  noteAsMade,
  setOccurrenceState,
  statesOf,
} from './occurrence-store.ts';
import { occurrenceTimes } from './occurrence-times.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { getRecurrence, tellChanged } from './recurrence-store.ts';
import type { StoredRecurrence } from './recurrence-store.ts';

interface Named {
  readonly id: RecurrenceId;
  readonly local: string;
}

/** Leaves one occurrence out, whether its post is made or not. @throws `wrong_state`, `not_found`, `time_passed` */
export function skipOccurrence(deps: RecurrenceDeps, caller: Caller, { id, local }: Named): void {
  const recurrence = getRecurrence(deps, caller.workspaceId, id);
  const known = findOccurrence(deps, recurrence, local);
  if (known === undefined) assertAhead(deps, recurrence, local);
  deps.db.write(() => {
    const occurrence = findOccurrence(deps, recurrence, local);
    if (occurrence === undefined) insertOccurrence(deps, recurrence, { local, post: null });
    else if (occurrence.state === 'planned') {
      const gone = occurrence.postId === null || occurrence.deleted === 1;
      if (!gone && !deps.posts.takeBack(caller, occurrence.postId))
        throw new OcmaError('wrong_state', { state: statesOf(occurrence)[0] ?? 'publishing' });
      setOccurrenceState(deps, recurrence, local, 'skipped');
    } else return;
    recordEvent(deps, recurrence, { kind: 'skipped', actor: caller.actor, details: spoken(local) });
    tellChanged(deps, recurrence.workspaceId, recurrence.id);
  });
}

/**
 * Brings a skipped occurrence back, or makes one that was edited by itself as the series has it.
 * @throws `time_passed`, `wrong_state` where it has begun or the series is stopped, `not_found`
 */
export function restoreOccurrence(deps: RecurrenceDeps, caller: Caller, { id, local }: Named): void {
  const recurrence = getRecurrence(deps, caller.workspaceId, id);
  if (recurrence.state !== 'active') throw new OcmaError('wrong_state', { state: 'stopped' });
  const known = findOccurrence(deps, recurrence, local);
  if (known === undefined) throw new OcmaError('not_found', { what: 'occurrence' });
  assertNotPassed(deps, recurrence, local);
  const post = occurrenceBySeries(deps, caller, recurrence, local);
  deps.db.write(() => {
    const { postId, deleted } = findOccurrence(deps, recurrence, local) ?? known;
    if (postId === null) {
      deps.db
        .sql(
          `DELETE FROM occurrence WHERE workspace_id = :workspaceId AND recurrence_id = :id AND local = :local`,
        )
        .run({ workspaceId: recurrence.workspaceId, id: recurrence.id, local });
      // What lies beyond the posts made so far is made when its turn comes.
      if (recurrence.next === null || local < recurrence.next.local)
        makeOccurrence(deps, caller, recurrence, { local, when: post.when, costs: post.costs });
    } else {
      if (deleted === 1) deps.posts.bringBack(caller, postId);
      if (!deps.posts.change(caller, postId, post))
        throw new OcmaError('wrong_state', { state: 'publishing' });
      noteAsMade(deps, recurrence, local, post.when);
    }
    recordEvent(deps, recurrence, { kind: 'restored', actor: caller.actor, details: spoken(local) });
    tellChanged(deps, recurrence.workspaceId, recurrence.id);
  });
  extendRecurrence(deps, caller, id);
}

function assertAhead(deps: RecurrenceDeps, recurrence: StoredRecurrence, local: string): void {
  const [found] = occurrenceTimes(ruleOf(recurrence), recurrence, { from: local, count: 1 });
  if (found !== local) throw new OcmaError('not_found', { what: 'occurrence' });
  assertNotPassed(deps, recurrence, local);
}

function assertNotPassed(deps: RecurrenceDeps, { timeZone }: StoredRecurrence, local: string): void {
  if (resolveWallTime(local, timeZone).instant <= deps.ports.clock.now())
    throw new OcmaError('time_passed', { time: `${local.replace('T', ' ')} (${timeZone})` });
}

const spoken = (local: string) => ({ local: local.replace('T', ' ') });
