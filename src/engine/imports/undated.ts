import type { ImportRequest } from '../../shared/contract/imports.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import { wallTimeAt } from '../time/wall-time.ts';
import type { ImportDeps } from './import-deps.ts';
import type { ImportRow } from './rows/read-row.ts';

/** A start this long ago still counts as now, in milliseconds. */
const slackMs = 60_000;

/**
 * Times for the rows that say none, in their order: none at all, one after another from a start on, or the workspace's
 * next free slots that no dated row of the file takes. A row for which no slot is left gets a problem.
 * @throws `time_passed` for a start that has passed
 */
export function timesForUndated(
  deps: Pick<ImportDeps, 'freeSlots'>,
  workspaceId: WorkspaceId,
  choice: ImportRequest['undated'],
  rows: readonly ImportRow[],
  now: number,
): ReadonlyMap<ImportRow, WallTime> {
  const undated = rows.filter(({ time }) => time?.kind === 'undated');
  switch (choice.kind) {
    case 'draft':
      return new Map();
    case 'spaced': {
      const { startAt, everyMinutes } = choice;
      const [first] = undated;
      if (first === undefined) return new Map();
      if (startAt < now - slackMs) {
        const { local, timeZone } = wallTimeAt(startAt, first.timeZone);
        throw new OcmaError('time_passed', { time: `${local.replace('T', ' ')} (${timeZone})` });
      }
      return new Map(
        undated.map((row, index) => [row, wallTimeAt(startAt + index * everyMinutes * 60_000, row.timeZone)]),
      );
    }
    case 'slots': {
      const taken = new Set(rows.flatMap(({ time }) => (time?.kind === 'at' ? [time.when.instant] : [])));
      const free = deps
        .freeSlots(workspaceId, undated.length + taken.size)
        .filter(({ instant }) => !taken.has(instant));
      const times = new Map<ImportRow, WallTime>();
      for (const [index, row] of undated.entries()) {
        const slot = free[index];
        if (slot === undefined) row.remarks.problem('noSlot', 'date');
        else times.set(row, slot);
      }
      return times;
    }
  }
}
