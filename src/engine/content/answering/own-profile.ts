import { z } from 'zod';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { AccountProfile } from '../../platforms/reading.ts';

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

interface ProfileRow extends Omit<AccountProfile, 'facts' | 'metrics'> {
  readonly facts: string;
}

/**
 * The profile that decides what the network takes: of the account that is named, else of the workspace's only account
 * there. With several accounts nobody can know which one is meant, so none is taken and the stricter rules hold.
 */
export function ownProfile(
  db: Database,
  workspaceId: WorkspaceId,
  platform: string,
  accountId?: AccountId,
): AccountProfile | null {
  const [first, ...others] = db
    .sql<ProfileRow>(
      `SELECT remote_id AS remoteId, username, display_name AS displayName, avatar_url AS avatarUrl, profile_url AS profileUrl,
         followers, facts
       FROM account WHERE workspace_id = :workspaceId AND platform = :platform AND state <> 'disconnected'
         AND (:accountId IS NULL OR id = :accountId) LIMIT 2`,
    )
    .all({ workspaceId, platform, accountId: accountId ?? null });
  if (first === undefined || others.length > 0) return null;
  return { ...first, facts: facts.parse(JSON.parse(first.facts)), metrics: {} };
}
