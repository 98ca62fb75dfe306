import { z } from 'zod';
import { trend } from '../../shared/models/listening.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { Trend } from '../platforms/reading.ts';

/** Others write these words: longer ones are cut, and no more are kept than are shown. */
const longestTopic = 120;
const longestUrl = 2_000;
const mostTrends = 25;

const stored = z.array(trend);

/** What a network last reported. */
export interface StoredTrends {
  readonly trends: z.infer<typeof stored>;
  readonly readAt: number;
}

/** The network's last list for a place; null for everywhere. Undefined where it was never read. */
export function findTrends(
  db: Database,
  workspaceId: WorkspaceId,
  platform: string,
  place: string | null,
): StoredTrends | undefined {
  const row = db
    .sql<{ trends: string; readAt: number }>(
      `SELECT trends, read_at AS readAt FROM trend_reading WHERE workspace_id = :workspaceId AND platform = :platform AND place = :place`,
    )
    .get({ workspaceId, platform, place: place ?? '' });
  return row && { readAt: row.readAt, trends: stored.parse(JSON.parse(row.trends)) };
}

/** Keeps a list in place of the one before; joins the caller's transaction. */
export function storeTrends(
  db: Database,
  of: { readonly workspaceId: WorkspaceId; readonly platform: string; readonly place: string | null },
  trends: readonly Trend[],
  readAt: number,
): void {
  const kept = trends.flatMap(({ topic, kind, url, count }) => {
    const plain = plainLine(topic);
    return plain === '' ? [] : [{ topic: plain, kind, url: webAddress(url), count }];
  });
  db.sql(
    `INSERT OR REPLACE INTO trend_reading (workspace_id, platform, place, read_at, trends)
     VALUES (:workspaceId, :platform, :place, :readAt, :trends)`,
  ).run({
    workspaceId: of.workspaceId,
    platform: of.platform,
    place: of.place ?? '',
    readAt,
    trends: JSON.stringify(kept.slice(0, mostTrends)),
  });
}

/** One line without what cannot be seen, not longer than is shown. */
export const plainLine = (words: string): string =>
  Array.from(words.replaceAll(/[\p{C}\s]+/gu, ' ').trim())
    .slice(0, longestTopic)
    .join('');

/** Only pages of the web are linked. */
const webAddress = (url: string | null): string | null =>
  url !== null && url.length <= longestUrl && /^https?:\/\//.test(url) ? url : null;
