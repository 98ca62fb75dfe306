import type { Occurrence, Recurrence } from '../../shared/models/recurrence.ts';
import { resolveWallTime, wallTimeAt } from '../time/wall-time.ts';
import { ruleOf } from './extend.ts';
import { occurrenceTimes } from './occurrence-times.ts';
import { occurrencesBefore, occurrencesFrom, statesOf } from './occurrence-store.ts';
import type { StoredOccurrence } from './occurrence-store.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import type { StoredRecurrence } from './recurrence-store.ts';
import { ruleInWords } from './rule-words.ts';

/** How many occurrences are shown behind, and how many ahead. */
const shown = 10;

/** A recurrence as the screens show it. */
export function viewRecurrence(deps: RecurrenceDeps, recurrence: StoredRecurrence): Recurrence {
  const { id, workspaceId, rule, start, timeZone, catchUp, createdAt, version } = recurrence;
  const now = wallTimeAt(deps.ports.clock.now(), timeZone).local;
  const behind = occurrencesBefore(deps, recurrence, now, shown).map((row) => viewOccurrence(row));
  const ahead = aheadOf(deps, recurrence, now);
  const over = recurrence.next === null && !ahead.some(({ when }) => when !== null);
  return {
    id,
    workspaceId,
    parts: [...recurrence.parts],
    options: recurrence.options,
    accountIds: [...recurrence.accountIds],
    labels: [...recurrence.labels],
    rule,
    sentence: ruleInWords(deps.words, ruleOf(recurrence), start),
    start,
    timeZone,
    catchUp,
    state: recurrence.state !== 'active' ? 'stopped' : over ? 'ended' : 'active',
    occurrences: [...behind, ...ahead],
    createdAt,
    version,
  };
}

/** What has a row, and what the rule will make; soonest first. */
function aheadOf(deps: RecurrenceDeps, recurrence: StoredRecurrence, now: string): Occurrence[] {
  const rows = occurrencesFrom(deps, recurrence, now);
  const made = new Set(rows.map(({ local }) => local));
  const byRule =
    recurrence.state === 'active'
      ? occurrenceTimes(ruleOf(recurrence), recurrence, { from: now, count: shown + rows.length })
      : [];
  const planned = byRule
    .filter((local) => !made.has(local))
    .map((local): Occurrence => ({
      local,
      when: resolveWallTime(local, recurrence.timeZone),
      state: 'planned',
      postId: null,
    }));
  return [...rows.map((row) => viewOccurrence(row)), ...planned]
    .toSorted((one, other) => (one.local < other.local ? -1 : 1))
    .slice(0, shown);
}

function viewOccurrence(row: StoredOccurrence): Occurrence {
  const { local, postId, dueAt, dueLocal, dueZone, dueNote } = row;
  const state = stateOf(row);
  const timed = state !== 'skipped' && dueAt !== null && dueLocal !== null && dueZone !== null;
  return {
    local,
    when: timed ? { local: dueLocal, timeZone: dueZone, instant: dueAt, note: dueNote } : null,
    state,
    postId,
  };
}

function stateOf(row: StoredOccurrence): Occurrence['state'] {
  const states = statesOf(row);
  if (row.state !== 'planned' || row.deleted === 1 || states.length === 0) return 'skipped';
  if (states.some((state) => state === 'failed' || state === 'unknown' || state === 'needs_you'))
    return 'needs_you';
  if (states.includes('scheduled') || states.includes('publishing') || states.includes('with_network'))
    return row.edited === 1 ? 'edited' : 'scheduled';
  if (states.includes('draft')) return 'edited';
  return states.includes('missed') || states.includes('cancelled') ? 'missed' : 'done';
}
