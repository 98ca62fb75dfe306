import type { ImportRequest } from '../../shared/contract/imports.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { ChosenTimes, TimedPost, TimeRules } from '../feature.ts';
import { wallTimeAt } from '../time/wall-time.ts';
import type { ImportDeps } from './import-deps.ts';
import type { ImportRow } from './rows/read-row.ts';

/** A start this long ago still counts as now, in milliseconds. */
const slackMs = 60_000;

/**
 * When the rows of a file go out: at the times that they say, or, for those that say none, in their order: not at all, one
 * after another from a start on, or in the workspace's next free slots by the planning rules. A row for which no slot is
 * left gets a problem; one whose time the user chose is told which rules that breaks.
 * @throws `time_passed` for a start that has passed
 */
export function timesOfRows(
  deps: Pick<ImportDeps, 'slotTimes' | 'timeRules'>,
  workspaceId: WorkspaceId,
  choice: ImportRequest['undated'],
  rows: readonly ImportRow[],
  now: number,
): ReadonlyMap<ImportRow, ChosenTimes> {
  const rules = deps.timeRules(workspaceId, []);
  const chosen = new Map<ImportRow, WallTime>();
  for (const row of rows) if (row.time?.kind === 'at') chosen.set(row, row.time.when);
  const undated = rows.filter(({ time }) => time?.kind === 'undated');
  if (choice.kind === 'spaced') {
    const { startAt, everyMinutes } = choice;
    const [first] = undated;
    if (first !== undefined && startAt < now - slackMs) {
      const { local, timeZone } = wallTimeAt(startAt, first.timeZone);
      throw new OcmaError('time_passed', { time: `${local.replace('T', ' ')} (${timeZone})` });
    }
    for (const [index, row] of undated.entries())
      chosen.set(row, wallTimeAt(startAt + index * everyMinutes * 60_000, row.timeZone));
  }
  const times = new Map<ImportRow, ChosenTimes>();
  for (const [row, when] of chosen) {
    for (const post of postsOf(row)) rules.take(post, when.instant);
    times.set(row, { when, at: new Map() });
  }
  if (choice.kind === 'slots') {
    const taken = new Set([...chosen.values()].map(({ instant }) => instant));
    const next = deps.slotTimes(workspaceId, rules, taken);
    for (const row of undated) {
      const slot = next(postsOf(row));
      if (slot === null) row.remarks.problem('noSlot', 'date');
      else times.set(row, slot);
    }
  }
  for (const [row, when] of chosen) tellBroken(rules, row, when);
  return times;
}

/** What repeats within the file is said of its lines already, so for the rules its rows have no words. */
function postsOf({ line, accounts, labels }: ImportRow): TimedPost[] {
  return accounts.map(({ id }) => ({ postId: `line ${line}`, accountId: id, text: '', labels }));
}

function tellBroken(rules: TimeRules, row: ImportRow, { instant }: WallTime): void {
  const found = postsOf(row)
    .flatMap((post) => rules.broken({ ...post, text: row.text }, instant))
    // One time for all accounts of a row is the user's word on the distance between them.
    .filter(({ rule }) => rule !== 'stagger');
  for (const text of new Set(found.map((one) => one.text)))
    row.remarks.warning('rule', row.time?.kind === 'at' ? 'date' : null, { rule: text });
}
