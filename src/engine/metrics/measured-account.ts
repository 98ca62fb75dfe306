import { z } from 'zod';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { AccountRef } from '../platforms/publishing.ts';

/** An account whose numbers are read. */
export interface MeasuredAccount {
  readonly id: AccountId;
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly username: string;
  readonly followers: number | null;
  readonly state: 'connected' | 'needs_reconnect' | 'disconnected';
  /** Numbers of the practice network cost nothing real. */
  readonly practice: boolean;
  readonly ref: AccountRef;
}

interface AccountRow extends Omit<MeasuredAccount, 'practice' | 'ref'> {
  readonly remoteId: string;
  readonly endpoints: string;
  readonly facts: string;
  readonly kind: string;
}

const columns = `a.id, a.workspace_id AS workspaceId, a.platform, a.username, a.followers, a.state, a.remote_id AS remoteId, a.endpoints, a.facts, w.kind`;
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const places = z.object({ authorize: z.string() });

export function findAccount(db: Database, workspaceId: WorkspaceId, id: string): MeasuredAccount | undefined {
  const row = db
    .sql<AccountRow>(
      `SELECT ${columns} FROM account a JOIN workspace w ON w.id = a.workspace_id WHERE a.workspace_id = :workspaceId AND a.id = :id`,
    )
    .get({ workspaceId, id });
  return row && accountOf(row);
}

/** A workspace's accounts, but those that were disconnected. */
export function listAccounts(db: Database, workspaceId: WorkspaceId): MeasuredAccount[] {
  return db
    .sql<AccountRow>(
      `SELECT ${columns} FROM account a JOIN workspace w ON w.id = a.workspace_id
       WHERE a.workspace_id = :workspaceId AND a.state <> 'disconnected' ORDER BY a.created_at, a.id`,
    )
    .all({ workspaceId })
    .map(accountOf);
}

/** Connected accounts of all workspaces, for the start of the engine. */
export function listConnectedAccounts(db: Database): MeasuredAccount[] {
  return db
    .sql<AccountRow>(
      `SELECT ${columns} FROM account a JOIN workspace w ON w.id = a.workspace_id WHERE a.state = 'connected' ORDER BY a.created_at, a.id`,
    )
    .all()
    .map(accountOf);
}

function accountOf({ remoteId, endpoints, facts: ownFacts, kind, ...row }: AccountRow): MeasuredAccount {
  return {
    ...row,
    practice: kind === 'practice',
    ref: {
      remoteId,
      username: row.username,
      webOrigin: new URL(places.parse(JSON.parse(endpoints)).authorize).origin,
      facts: facts.parse(JSON.parse(ownFacts)),
    },
  };
}
