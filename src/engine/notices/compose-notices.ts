import type { Notice } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { WorkspaceSettings } from '../../shared/models/settings.ts';
import { quietUntil } from './quiet-time.ts';
import type { NoticesDeps } from './notices-deps.ts';
import type { PendingNotice } from './pending.ts';
import { severalNotice, singleNotice, summaryNotice } from './sentences.ts';
import { subjectOf } from './subject.ts';
import type { Told } from './subject.ts';

/** More notices than this at once are read by nobody, so they become one. */
const mostAtOnce = 2;

/**
 * What is told of all that waits: one of a kind in full, several of a kind as one, and what came in quiet hours, or of
 * many kinds at once, as one summary. What has been mended meanwhile, or is not wanted, is not told.
 */
export function composeNotices(
  deps: NoticesDeps,
  workspaceId: WorkspaceId,
  pending: readonly PendingNotice[],
): Notice[] {
  const settings = deps.settingsOf(workspaceId);
  const told = pending.flatMap((item): Told[] => {
    if (!isWanted(settings, item.kind)) return [];
    const subject = subjectOf(deps, workspaceId, item);
    return subject === null ? [] : [{ ...item, subject }];
  });
  const [first] = told;
  if (first === undefined) return [];
  const kinds = [...Map.groupBy(told, (item) => item.kind).values()];
  const wasQuiet = quietUntil(deps.quietHours(), first.at, deps.machineZone()) !== null;
  if (wasQuiet && told.length > 1) return [summaryNotice(deps, workspaceId, told, 'quiet')];
  if (kinds.length > mostAtOnce) return [summaryNotice(deps, workspaceId, told, 'away')];
  return kinds.map((items) => {
    const [only] = items;
    return items.length === 1 && only !== undefined
      ? singleNotice(deps, workspaceId, only)
      : severalNotice(deps, workspaceId, items);
  });
}

function isWanted(settings: WorkspaceSettings, kind: PendingNotice['kind']): boolean {
  switch (kind) {
    case 'published':
      return settings.notifyPublished;
    case 'failed':
    case 'unknown':
    case 'missed':
    case 'needs_you':
    case 'at_risk':
    case 'account_needs_you':
      return settings.notifyFailed;
    case 'worker_trouble':
    case 'clock_wrong':
    case 'copies':
      return true;
  }
}
