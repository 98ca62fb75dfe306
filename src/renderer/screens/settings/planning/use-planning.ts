import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Category, CategoryContent, PlanningRules } from '../../../../shared/models/planning.ts';
import { useApi, useClient } from '../../../queries.ts';
import { useWorkspace } from '../../../workspace.tsx';

/** The workspace's rules of planning and how to change them. */
export function usePlanningRules() {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const input = { workspaceId };
  const query = useQuery(api.planning.rules.queryOptions({ input }));
  const change = async (changes: Partial<PlanningRules>): Promise<void> => {
    const after = await client.planning.updateRules({ workspaceId, ...changes });
    queries.setQueryData(api.planning.rules.queryKey({ input }), after);
    await queries.invalidateQueries({ queryKey: api.posts.slots.key() });
  };
  return { query, rules: query.data, change };
}

/** The workspace's categories and how to change them. */
export function useCategories() {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const query = useQuery(api.planning.categories.queryOptions({ input: { workspaceId } }));
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: api.planning.categories.key() });
  return {
    query,
    async create(content: CategoryContent): Promise<void> {
      await client.planning.createCategory({ workspaceId, ...content });
      await again();
    },
    async update({ id, version }: Category, changes: Partial<CategoryContent>): Promise<void> {
      try {
        await client.planning.updateCategory({ workspaceId, id, version, ...changes });
      } finally {
        await again();
      }
    },
    async remove({ id }: Category): Promise<void> {
      await client.planning.removeCategory({ workspaceId, id });
      await again();
    },
  };
}
