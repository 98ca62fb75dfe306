import { isFault, parseRule } from '../../shared/models/recurrence-rule.ts';
import type { RecurrenceRule } from '../../shared/models/recurrence-rule.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller, PlannedPost } from '../feature.ts';
import { resolveWallTime, wallTimeAt } from '../time/wall-time.ts';
import { enqueueSummary } from './jobs.ts';
import { recordEvent } from './history.ts';
import { occurrenceTimes } from './occurrence-times.ts';
import { findOccurrence, insertOccurrence, occurrencesFrom } from './occurrence-store.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { findRecurrence, moveNext } from './recurrence-store.ts';
import type { Series, StoredRecurrence } from './recurrence-store.ts';

/** How far ahead posts are made, in milliseconds. */
export const horizonMs = 35 * 24 * 60 * 60_000;
/** How many posts stand ahead at most. */
const mostAhead = 10;
/** Times that may have passed unseen and are still counted one by one: two a day for seven years. */
const mostPassed = 5_000;

/**
 * Makes the posts that are ahead, one in each transaction, so that a run that is cut off goes on where it was. Of the
 * times that passed unseen while the app was off the newest alone gets a post, which then follows its catch-up rule.
 */
export function extendRecurrence(deps: RecurrenceDeps, caller: Caller, id: string): void {
  for (;;) {
    const recurrence = findRecurrence(deps, caller.workspaceId, id);
    if (recurrence === undefined || !wantsPost(deps, recurrence)) return;
    const step = nextStep(deps, recurrence);
    const costs = costsOf(deps, caller, recurrence);
    deps.db.write(() => {
      // Edited or extended by another thread since it was read: the next turn looks anew.
      const now = findRecurrence(deps, caller.workspaceId, id);
      if (now?.version !== recurrence.version || now.next?.local !== recurrence.next?.local) return;
      if (step.passed > 0) {
        recordEvent(deps, recurrence, {
          kind: 'passed',
          actor: caller.actor,
          details: { count: step.passed },
        });
        enqueueSummary(deps, recurrence);
      }
      if (step.make !== null && findOccurrence(deps, recurrence, step.make.local) === undefined)
        makeOccurrence(deps, caller, recurrence, { local: step.make.local, when: step.make, costs });
      moveNext(deps, recurrence, step.next);
    });
  }
}

/** Whether the next occurrence is due for a post: it has passed, or comes within the horizon and few stand ahead. */
function wantsPost(deps: RecurrenceDeps, recurrence: StoredRecurrence): boolean {
  const { next, state, accountIds } = recurrence;
  if (state !== 'active' || next === null || accountIds.length === 0) return false;
  const now = deps.ports.clock.now();
  if (next.dueAt <= now) return true;
  if (next.dueAt > now + horizonMs) return false;
  const ahead = occurrencesFrom(deps, recurrence, wallTimeAt(now, recurrence.timeZone).local).filter(
    ({ local, state: of, deleted }) => local < next.local && of === 'planned' && deleted === 0,
  );
  return ahead.length < mostAhead;
}

interface Step {
  /** The occurrence to be made; null where the one at hand was left out before. */
  readonly make: WallTime | null;
  /** How many passed unseen before it. */
  readonly passed: number;
  readonly next: WallTime | null;
}

function nextStep(deps: RecurrenceDeps, recurrence: StoredRecurrence): Step {
  const from = recurrence.next?.local ?? recurrence.start;
  const now = deps.ports.clock.now();
  const times = occurrenceTimes(ruleOf(recurrence), recurrence, {
    from,
    until: later(wallTimeAt(now, recurrence.timeZone).local, from),
    count: mostPassed,
  });
  const wanted = times.filter((local) => findOccurrence(deps, recurrence, local) === undefined);
  const last = times.at(-1) ?? from;
  const [, following] = occurrenceTimes(ruleOf(recurrence), recurrence, { from: last, count: 2 });
  const newest = wanted.at(-1);
  return {
    make: newest === undefined ? null : resolveWallTime(newest, recurrence.timeZone),
    passed: Math.max(0, wanted.length - 1),
    next: following === undefined ? null : resolveWallTime(following, recurrence.timeZone),
  };
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** Writes the post of an occurrence and its row; joins the transaction that is open. */
export function makeOccurrence(
  deps: RecurrenceDeps,
  caller: Caller,
  recurrence: StoredRecurrence,
  occurrence: { local: string; when: WallTime; costs: PlannedPost['costs'] },
): void {
  const { local, when, costs } = occurrence;
  const id = deps.posts.plan(caller, postOf(recurrence, when, costs));
  insertOccurrence(deps, recurrence, { local, post: { id, when } });
}

/** An occurrence's post as the series has it. */
export function postOf(series: Series, when: WallTime, costs: PlannedPost['costs']): PlannedPost {
  const { parts, options, accountIds, labels, catchUp } = series;
  return { parts, options, accountIds, labels, catchUp, when, costs };
}

/** What an occurrence costs at each account. Media that are gone by now are found before the post is due. */
export function costsOf(deps: RecurrenceDeps, caller: Caller, series: Series): PlannedPost['costs'] {
  return deps.posts.check(caller, { ...series, when: null }).costs;
}

/** A rule that was checked when it was stored. */
export function ruleOf({ rule }: Pick<Series, 'rule'>): RecurrenceRule {
  const read = parseRule(rule);
  if (isFault(read)) throw new Error(`A stored rule cannot be read: ${read.part}`);
  return read;
}

/** The first time of a series that is still ahead; null where it is over. */
export function firstAhead(deps: RecurrenceDeps, series: Series): WallTime | null {
  const now = deps.ports.clock.now();
  const from = later(wallTimeAt(now, series.timeZone).local, series.start);
  const times = occurrenceTimes(ruleOf(series), series, { from, count: 3 });
  return (
    times.map((local) => resolveWallTime(local, series.timeZone)).find(({ instant }) => instant > now) ?? null
  );
}
