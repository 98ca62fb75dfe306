import type { recurrencesContract } from '../../shared/contract/recurrences.ts';
import type { RecurrenceId } from '../../shared/models/ids.ts';
import type { Recurrence } from '../../shared/models/recurrence.ts';
import { formatRule, isFault, parseRule } from '../../shared/models/recurrence-rule.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { resolveWallTime } from '../time/wall-time.ts';
import { restoreOccurrence, skipOccurrence } from './change-occurrence.ts';
import { createSeries, haltSeries, resumeSeries, updateSeries } from './change-series.ts';
import { historyOf } from './history.ts';
import { occurrenceOfPost } from './occurrence-store.ts';
import { previewRule } from './preview.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { findRecurrence, getRecurrence, listRecurrences } from './recurrence-store.ts';
import { viewRecurrence } from './recurrence-view.ts';

type Procedures = typeof recurrencesContract;

/** The procedures of `recurrences`. */
export function createRecurrenceHandlers(deps: RecurrenceDeps) {
  const view = (caller: Caller, id: RecurrenceId): Recurrence =>
    viewRecurrence(deps, getRecurrence(deps, caller.workspaceId, id));

  return {
    list: (caller: Caller, _input: object): Recurrence[] =>
      listRecurrences(deps, caller.workspaceId).map((recurrence) => viewRecurrence(deps, recurrence)),

    get: (caller: Caller, input: { id: RecurrenceId }): Recurrence => view(caller, input.id),

    create(caller: Caller, input: ProcedureInput<Procedures['create']>): Recurrence {
      const { catchUp = deps.catchUpOf(caller.workspaceId), ...given } = input;
      return view(caller, createSeries(deps, caller, { ...given, catchUp, ...inOneForm(given) }));
    },

    update(caller: Caller, input: ProcedureInput<Procedures['update']>): Recurrence {
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      updateSeries(deps, caller, input.id, { ...given, version: input.version, ...inOneForm(input) });
      return view(caller, input.id);
    },

    stop(caller: Caller, input: { id: RecurrenceId }): Recurrence {
      haltSeries(deps, caller, input.id, 'stopped');
      return view(caller, input.id);
    },
    resume(caller: Caller, input: { id: RecurrenceId }): Recurrence {
      resumeSeries(deps, caller, input.id);
      return view(caller, input.id);
    },
    remove(caller: Caller, input: { id: RecurrenceId }): Recurrence {
      haltSeries(deps, caller, input.id, 'removed');
      return view(caller, input.id);
    },

    skip(caller: Caller, input: { id: RecurrenceId; local: string }): Recurrence {
      skipOccurrence(deps, caller, { ...input, local: normalLocal(input.local) });
      return view(caller, input.id);
    },
    restore(caller: Caller, input: { id: RecurrenceId; local: string }): Recurrence {
      restoreOccurrence(deps, caller, { ...input, local: normalLocal(input.local) });
      return view(caller, input.id);
    },

    history: (caller: Caller, input: { id: RecurrenceId }) =>
      historyOf(deps, caller, getRecurrence(deps, caller.workspaceId, input.id).id),

    preview: (caller: Caller, input: ProcedureInput<Procedures['preview']>) =>
      previewRule(deps, caller.workspaceId, input),

    ofPost(caller: Caller, input: { postId: string }) {
      const found = occurrenceOfPost(deps, caller.workspaceId, input.postId);
      if (found === undefined) return null;
      const recurrence = findRecurrence(deps, caller.workspaceId, found.recurrenceId);
      if (recurrence === undefined) return null;
      return { recurrence: viewRecurrence(deps, recurrence), local: found.local };
    },
  };
}

/** Rule and start in the one form that they are stored and compared in; a rule that cannot be read is refused later. */
function inOneForm<Given extends { rule?: string | undefined; start?: string | undefined }>({
  rule,
  start,
}: Given): Pick<Given, never> & { rule?: string; start?: string } {
  const read = rule === undefined ? undefined : parseRule(rule);
  return {
    ...(rule === undefined || read === undefined ? {} : { rule: isFault(read) ? rule : formatRule(read) }),
    ...(start === undefined ? {} : { start: normalLocal(start) }),
  };
}

/** Without seconds where they are zero. @throws `invalid_input` for a date that no calendar has */
function normalLocal(local: string): string {
  return resolveWallTime(local, 'UTC').local;
}
