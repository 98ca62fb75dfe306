import { createHash } from 'node:crypto';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Cells } from '../table/columns.ts';

/**
 * Names a row, so that importing it again changes nothing: what its cells say, the accounts it goes to, and, of rows
 * that are the same in all of that, which one it is. Where it stands in the file, the file's name, and what was chosen
 * for rows without a date do not count.
 */
export interface SourceKeys {
  keyOf(cells: Cells, accountIds: readonly AccountId[]): string;
}

/** For one file, whose rows are named in order. */
export function createSourceKeys(workspaceId: WorkspaceId): SourceKeys {
  const seen = new Map<string, number>();
  return {
    keyOf(cells, accountIds) {
      const { text, date, timeZone, media, altText, link, labels, firstComment } = cells;
      const comment = firstComment === '' ? [] : [firstComment];
      const content = [text, date, timeZone, media, altText, link, labels, ...comment];
      const row = JSON.stringify([workspaceId, content, accountIds.toSorted()]);
      const occurrence = (seen.get(row) ?? 0) + 1;
      seen.set(row, occurrence);
      return createHash('sha256')
        .update(JSON.stringify(['row-1', row, occurrence]))
        .digest('hex');
    },
  };
}
