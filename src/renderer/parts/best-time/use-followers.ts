import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/models/ids.ts';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';

/** What the network told of an account's followers, in the zone of those who read it. */
export function useFollowers(accountId: AccountId) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  return useQuery(api.audience.followers.queryOptions({ input: { workspaceId, accountId } }));
}
