import { endpoints } from '../../shared/models/account.ts';
import type { Database } from '../db/database.ts';
import type { S3Place } from './s3.ts';

/** What the practice network's storage takes as a key; it looks at none. */
export const practiceKey = 'practice';

/** Where the practice network keeps media for its networks to fetch; null in every other workspace. */
export function practicePlace(db: Database, workspaceId: string): S3Place | null {
  const row = db
    .sql<{ endpoints: string }>(
      `SELECT o.endpoints FROM endpoint_override o JOIN workspace w ON w.id = o.workspace_id
       WHERE w.id = :workspaceId AND w.kind = 'practice' ORDER BY o.platform LIMIT 1`,
    )
    .get({ workspaceId });
  if (row === undefined) return null;
  const { api } = endpoints.parse(JSON.parse(row.endpoints));
  return {
    endpoint: `${new URL(api).origin}/practice/storage`,
    region: 'practice',
    bucket: 'media',
    prefix: '',
    accessKeyId: practiceKey,
  };
}
