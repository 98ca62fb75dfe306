import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { WorkspaceSettings } from '../../../shared/models/settings.ts';
import type { Client } from '../../client.ts';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';

/** The workspace's settings and how to change them. */
export function useWorkspaceSettings() {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const input = { workspaceId };
  const query = useQuery(api.settings.workspace.queryOptions({ input }));
  const queryKey = api.settings.workspace.queryKey({ input });

  /** Shows the change at once and takes it back where it is refused; throws the reason. */
  const change = async (changes: Partial<WorkspaceSettings>): Promise<void> => {
    const before = query.data;
    if (before) queries.setQueryData(queryKey, { ...before, ...changes });
    try {
      const after = await client.settings.updateWorkspace({ workspaceId, ...changes });
      queries.setQueryData(queryKey, after);
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.settings.spending.key() }),
        queries.invalidateQueries({ queryKey: api.posts.slots.key() }),
      ]);
    } catch (error) {
      if (before) queries.setQueryData(queryKey, before);
      throw error;
    }
  };
  /** The settings as they are at the moment of the call, for an undo that comes later. */
  const latest = (): WorkspaceSettings | undefined => queries.getQueryData(queryKey);
  return { query, settings: query.data, latest, change };
}

type AppChanges = Parameters<Client['settings']['updateApp']>[0];

/** The installation's settings and how to change them. */
export function useAppSettings() {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const query = useQuery(api.settings.app.queryOptions({ input: {} }));
  const queryKey = api.settings.app.queryKey({ input: {} });
  const change = async (changes: AppChanges): Promise<void> => {
    queries.setQueryData(queryKey, await client.settings.updateApp(changes));
  };
  return { query, settings: query.data, change };
}

/** For changes that have no field to show a refusal at: says it, and is done. */
export function useTold(): (change: Promise<unknown>) => void {
  const tell = useTellFailure();
  return useCallback(
    (change: Promise<unknown>): void => {
      change.catch(tell);
    },
    [tell],
  );
}
