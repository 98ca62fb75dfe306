import { z } from 'zod';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { AccountProfile } from '../../platforms/reading.ts';
import type { Platform } from '../../platforms/platform.ts';
import { itemsOf } from './list-cell.ts';
import type { Remarks } from './remark.ts';

/** An account that rows may go to. */
export interface ImportAccount {
  readonly id: AccountId;
  readonly platform: Platform;
  readonly username: string;
  readonly connected: boolean;
  readonly profile: AccountProfile;
}

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

interface AccountRow {
  readonly id: AccountId;
  readonly platform: string;
  readonly remoteId: string;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly profileUrl: string | null;
  readonly followers: number | null;
  readonly facts: string;
  readonly state: string;
}

/** The workspace's accounts, but those that were disconnected. */
export function readAccounts(
  db: Database,
  platformOf: (name: string) => Platform,
  workspaceId: WorkspaceId,
): ImportAccount[] {
  return db
    .sql<AccountRow>(
      `SELECT id, platform, remote_id AS remoteId, username, display_name AS displayName, avatar_url AS avatarUrl,
         profile_url AS profileUrl, followers, facts, state
       FROM account WHERE workspace_id = :workspaceId AND state <> 'disconnected' ORDER BY created_at, id`,
    )
    .all({ workspaceId })
    .map((row) => ({
      id: row.id,
      platform: platformOf(row.platform),
      username: row.username,
      connected: row.state === 'connected',
      profile: { ...row, facts: facts.parse(JSON.parse(row.facts)), metrics: {} },
    }));
}

/**
 * The accounts of a row: those it names, else those chosen for the file, else the workspace's only one. What cannot be
 * found is a problem of the row.
 */
export function accountsOf(
  cell: string,
  accounts: readonly ImportAccount[],
  chosen: readonly AccountId[],
  remarks: Remarks,
): ImportAccount[] {
  const names = itemsOf(cell);
  const found = names.length > 0 ? named(names, accounts, remarks) : unnamed(accounts, chosen, remarks);
  for (const { username } of found.filter(({ connected }) => !connected)) {
    remarks.problem('notConnected', 'accounts', { account: `@${username}` });
  }
  return found;
}

function named(names: readonly string[], accounts: readonly ImportAccount[], remarks: Remarks) {
  const found = new Set<ImportAccount>();
  for (const name of names) {
    const [first, ...others] = accounts.filter((account) => isNamed(account, name));
    const known = accounts.map(({ username }) => `@${username}`).join(', ');
    if (first === undefined) remarks.problem('unknownAccount', 'accounts', { name, known });
    else if (others.length > 0) {
      const prefixed = [first, ...others].map(({ platform, username }) => `${platform.name}:${username}`);
      remarks.problem('ambiguousAccount', 'accounts', { name, known: prefixed.join(', ') });
    } else found.add(first);
  }
  return [...found];
}

function isNamed({ id, platform, username }: ImportAccount, name: string): boolean {
  if (name === id) return true;
  const [, prefix, plain = ''] = /^(?:([\w-]+):)?@?(.*)$/.exec(name.toLowerCase()) ?? [];
  const network = prefix === undefined || prefix === platform.name || platform.aliases.includes(prefix);
  return network && plain === username.toLowerCase();
}

function unnamed(accounts: readonly ImportAccount[], chosen: readonly AccountId[], remarks: Remarks) {
  if (chosen.length > 0) return accounts.filter(({ id }) => chosen.includes(id));
  if (accounts.length > 1) {
    const known = accounts.map(({ username }) => `@${username}`).join(', ');
    remarks.problem('noAccountNamed', 'accounts', { known });
    return [];
  }
  if (accounts.length === 0) remarks.problem('noAccounts', 'accounts');
  return [...accounts];
}
