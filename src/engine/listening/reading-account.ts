import { z } from 'zod';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { AccountRef } from '../platforms/publishing.ts';

/** One of the user's own accounts, as far as reading through it and comparing with it need. */
export interface OwnAccount {
  readonly id: AccountId;
  readonly platform: string;
  readonly username: string;
  readonly displayName: string;
  readonly profileUrl: string | null;
  readonly followers: number | null;
  readonly state: 'connected' | 'needs_reconnect' | 'disconnected';
  /** What the practice network charges is nothing real. */
  readonly practice: boolean;
  readonly ref: AccountRef;
}

interface Row extends Omit<OwnAccount, 'practice' | 'ref'> {
  readonly remoteId: string;
  readonly endpoints: string;
  readonly facts: string;
  readonly kind: string;
}

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const places = z.object({ authorize: z.string() });

/** A workspace's accounts but those that were disconnected, the oldest first. */
export function ownAccounts(db: Database, workspaceId: WorkspaceId): OwnAccount[] {
  return db
    .sql<Row>(
      `SELECT a.id, a.platform, a.username, a.display_name AS displayName, a.profile_url AS profileUrl, a.followers, a.state,
         a.remote_id AS remoteId, a.endpoints, a.facts, w.kind
       FROM account a JOIN workspace w ON w.id = a.workspace_id
       WHERE a.workspace_id = :workspaceId AND a.state <> 'disconnected' ORDER BY a.created_at, a.id`,
    )
    .all({ workspaceId })
    .map(({ remoteId, endpoints, facts: told, kind, ...row }) => ({
      ...row,
      practice: kind === 'practice',
      ref: {
        remoteId,
        username: row.username,
        webOrigin: new URL(places.parse(JSON.parse(endpoints)).authorize).origin,
        facts: facts.parse(JSON.parse(told)),
      },
    }));
}

/** The account through which others are read at a network: the oldest connected one; undefined where there is none. */
export function readingAccount(
  db: Database,
  workspaceId: WorkspaceId,
  platform: string,
): OwnAccount | undefined {
  return ownAccounts(db, workspaceId).find(
    (account) => account.platform === platform && account.state === 'connected',
  );
}
