import { z } from 'zod';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { AccountProfile } from '../../platforms/reading.ts';
import type { AccountRef } from '../../platforms/publishing.ts';

/** The account that a delivery goes to, as publishing needs it. */
export interface Target {
  readonly id: AccountId;
  readonly platform: string;
  readonly state: 'connected' | 'needs_reconnect' | 'disconnected';
  readonly problemCode: string | null;
  readonly ref: AccountRef;
  readonly profile: AccountProfile;
  /** Granted to it. */
  readonly scopes: readonly string[];
}

interface TargetRow {
  id: AccountId;
  platform: string;
  state: Target['state'];
  problemCode: string | null;
  remoteId: string;
  username: string;
  displayName: string;
  avatarUrl: string | null;
  profileUrl: string | null;
  followers: number | null;
  facts: string;
  endpoints: string;
  scopes: string;
}

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const scopes = z.array(z.string());
const places = z.object({ authorize: z.string() });

export function findTarget(db: Database, workspaceId: WorkspaceId, accountId: string): Target | undefined {
  const row = db
    .sql<TargetRow>(`SELECT id, platform, state, problem_code AS problemCode, remote_id AS remoteId, username, display_name AS displayName,
      avatar_url AS avatarUrl, profile_url AS profileUrl, followers, facts, endpoints, scopes FROM account WHERE workspace_id = :workspaceId AND id = :accountId`)
    .get({ workspaceId, accountId });
  if (row === undefined) return undefined;
  const ownFacts = facts.parse(JSON.parse(row.facts));
  return {
    id: row.id,
    platform: row.platform,
    state: row.state,
    problemCode: row.problemCode,
    ref: {
      remoteId: row.remoteId,
      username: row.username,
      webOrigin: new URL(places.parse(JSON.parse(row.endpoints)).authorize).origin,
      facts: ownFacts,
    },
    scopes: scopes.parse(JSON.parse(row.scopes)),
    profile: { ...row, facts: ownFacts, metrics: {} },
  };
}
