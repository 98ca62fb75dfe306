import { OcmaError } from '../../shared/errors.ts';
import type { PostId, RecurrenceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller } from '../feature.ts';
import { resolveWallTime, wallTimeAt } from '../time/wall-time.ts';
import { costsOf, extendRecurrence, firstAhead, postOf, ruleOf } from './extend.ts';
import { recordEvent } from './history.ts';
import { enqueueExtend } from './jobs.ts';
import {
  followsSeries,
  forgetOccurrence,
  noteAsMade,
  occurrencesFrom,
  setOccurrenceState,
} from './occurrence-store.ts';
import { occurrenceTimes } from './occurrence-times.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { getRecurrence, insertRecurrence, writeRecurrence } from './recurrence-store.ts';
import type { Series, StoredRecurrence } from './recurrence-store.ts';
import { ruleInWords } from './rule-words.ts';
import { usableRule } from './usable-rule.ts';

/** Checks what is to be repeated. Throws `rule_invalid`, `content_invalid`, `time_passed`, `not_found`. */
function checked(deps: RecurrenceDeps, caller: Caller, series: Series) {
  const rule = usableRule(deps.words, series.rule, series);
  deps.posts.assertMedia(caller, series.parts);
  const next = firstAhead(deps, series);
  const { lines, costs } = deps.posts.check(caller, { ...series, when: next });
  const errors = lines.filter(({ severity }) => severity === 'error');
  if (errors[0] !== undefined)
    throw new OcmaError('content_invalid', { reason: errors[0].text }, { details: errors });
  return { next, costs, sentence: ruleInWords(deps.words, rule, series.start) };
}

const noTimes: ReadonlyMap<string, WallTime> = new Map();

const whenPassed = ({ start, timeZone }: Series): OcmaError =>
  new OcmaError('time_passed', { time: `${start.replace('T', ' ')} (${timeZone})` });

export function createSeries(
  deps: RecurrenceDeps,
  caller: Caller,
  given: Series & { draftId?: PostId | undefined },
): RecurrenceId {
  const { next, sentence } = checked(deps, caller, given);
  if (next === null) throw whenPassed(given);
  const id = deps.db.write(() => {
    const made = insertRecurrence(deps, caller, given, next);
    const key = { workspaceId: caller.workspaceId, id: made };
    recordEvent(deps, key, { kind: 'created', actor: caller.actor, details: { sentence } });
    binDraft(deps, caller, given.draftId);
    enqueueExtend(deps, key);
    return made;
  });
  extendRecurrence(deps, caller, id);
  return id;
}

/**
 * Changes the series and, in the same transaction, every post ahead that still follows it: those at times that the new
 * rule has are rewritten in place, the others go to the bin. What is out, under way or was edited by itself stays.
 */
export function updateSeries(
  deps: RecurrenceDeps,
  caller: Caller,
  id: RecurrenceId,
  given: Partial<Series> & { version: number; draftId?: PostId | undefined },
): void {
  const before = getRecurrence(deps, caller.workspaceId, id);
  const series: Series = { ...seriesOf(before), ...given };
  const { next, costs, sentence } = checked(deps, caller, series);
  const nowLocal = wallTimeAt(deps.ports.clock.now(), before.timeZone).local;
  const ahead = occurrencesFrom(deps, before, nowLocal);
  const last = ahead.at(-1)?.local;
  const times = last === undefined ? noTimes : timesBetween(series, ahead[0]?.local ?? nowLocal, last);
  deps.db.write(() => {
    const current = getRecurrence(deps, caller.workspaceId, id);
    if (current.version !== given.version || current.version !== before.version)
      throw new OcmaError(
        'stale_version',
        {},
        { details: { version: current.version, parts: current.parts } },
      );
    const now = deps.ports.clock.now();
    for (const occurrence of occurrencesFrom(deps, before, nowLocal)) {
      const { local, postId } = occurrence;
      if (!followsSeries(occurrence) || postId === null || (occurrence.dueAt ?? 0) <= now) continue;
      const when = times.get(local);
      if (when === undefined || when.instant <= now) {
        if (deps.posts.takeBack(caller, postId)) forgetOccurrence(deps, before, local);
      } else if (deps.posts.change(caller, postId, postOf(series, when, costs))) {
        noteAsMade(deps, before, local, when);
      }
    }
    writeRecurrence(deps, before, { series, next });
    recordEvent(deps, before, { kind: 'updated', actor: caller.actor, details: { sentence } });
    binDraft(deps, caller, given.draftId);
    enqueueExtend(deps, before);
  });
  extendRecurrence(deps, caller, id);
}

/** Stops or removes it: what is ahead goes to the bin and comes back with `resume`. What has begun goes on. */
export function haltSeries(
  deps: RecurrenceDeps,
  caller: Caller,
  id: RecurrenceId,
  state: 'stopped' | 'removed',
): void {
  deps.db.write(() => {
    const recurrence = getRecurrence(deps, caller.workspaceId, id);
    if (recurrence.state === state || recurrence.state === 'removed') return;
    const now = deps.ports.clock.now();
    const from = wallTimeAt(now, recurrence.timeZone).local;
    for (const { local, state: of, postId, deleted, dueAt } of occurrencesFrom(deps, recurrence, from)) {
      if (of !== 'planned' || postId === null || deleted === 1 || (dueAt !== null && dueAt <= now)) continue;
      if (deps.posts.takeBack(caller, postId)) setOccurrenceState(deps, recurrence, local, 'stopped');
    }
    writeRecurrence(deps, recurrence, { state, next: null });
    recordEvent(deps, recurrence, { kind: state, actor: caller.actor });
  });
}

/** Goes on from now: what was taken back comes back as it was where its time is still ahead. */
export function resumeSeries(deps: RecurrenceDeps, caller: Caller, id: RecurrenceId): void {
  const next = firstAhead(deps, getRecurrence(deps, caller.workspaceId, id));
  deps.db.write(() => {
    const recurrence = getRecurrence(deps, caller.workspaceId, id);
    if (recurrence.state === 'active') return;
    const now = deps.ports.clock.now();
    const from = wallTimeAt(now, recurrence.timeZone).local;
    for (const { local, state, postId, dueAt } of occurrencesFrom(deps, recurrence, from)) {
      if (state !== 'stopped' || postId === null || (dueAt !== null && dueAt <= now)) continue;
      deps.posts.bringBack(caller, postId);
      setOccurrenceState(deps, recurrence, local, 'planned');
    }
    writeRecurrence(deps, recurrence, { state: 'active', next });
    recordEvent(deps, recurrence, { kind: 'resumed', actor: caller.actor });
    enqueueExtend(deps, recurrence);
  });
  extendRecurrence(deps, caller, id);
}

function seriesOf(stored: StoredRecurrence): Series {
  const { parts, options, accountIds, labels, rule, start, timeZone, catchUp } = stored;
  return { parts, options, accountIds, labels, rule, start, timeZone, catchUp };
}

function timesBetween(series: Series, from: string, until: string): Map<string, WallTime> {
  const times = occurrenceTimes(ruleOf(series), series, { from, until, count: 1_000 });
  return new Map(times.map((local) => [local, resolveWallTime(local, series.timeZone)]));
}

/** The draft that the series was written in has become the series. @throws `wrong_state` where it is out by now */
function binDraft(deps: RecurrenceDeps, caller: Caller, draftId: PostId | undefined): void {
  if (draftId !== undefined && !deps.posts.takeBack(caller, draftId))
    throw new OcmaError('wrong_state', { state: 'publishing' });
}

/** What an occurrence has by the series at this moment. */
export function occurrenceBySeries(
  deps: RecurrenceDeps,
  caller: Caller,
  recurrence: StoredRecurrence,
  local: string,
) {
  const when = resolveWallTime(local, recurrence.timeZone);
  return postOf(recurrence, when, costsOf(deps, caller, recurrence));
}
