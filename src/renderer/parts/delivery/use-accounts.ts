import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../../shared/models/account.ts';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';

/** What `useAccounts` answers until the accounts are read. */
export const unreadAccounts: ReadonlyMap<string, Account> = new Map();

/** The workspace's accounts by id; `unreadAccounts` until they are read. */
export function useAccounts(): ReadonlyMap<string, Account> {
  const api = useApi();
  const { id } = useWorkspace();
  const { data } = useQuery(
    api.accounts.list.queryOptions({
      input: { workspaceId: id },
      select: (accounts) => new Map<string, Account>(accounts.map((account) => [account.id, account])),
    }),
  );
  return data ?? unreadAccounts;
}
