import { useQuery } from '@tanstack/react-query';
import { useApi } from '../queries.ts';
import { useWorkspace } from '../workspace.tsx';

/** Whether nothing goes out for now: paused by the user, or held until the data is reviewed. False until it is read. */
export function usePaused(): boolean {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  return useQuery(api.queue.counts.queryOptions({ input: { workspaceId } })).data?.paused ?? false;
}
