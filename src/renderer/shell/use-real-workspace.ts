import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '../queries.ts';
import { useWindowState } from '../window-state.ts';

/** The first workspace that is not practice, and the way into it. */
export function useRealWorkspace() {
  const api = useApi();
  const chooseWorkspace = useWindowState((state) => state.chooseWorkspace);
  const { data } = useQuery(api.workspaces.list.queryOptions({ input: {} }));
  const real = data?.find(({ kind }) => kind === 'real');
  const enter = useCallback(() => {
    if (real) chooseWorkspace(real.id);
  }, [real, chooseWorkspace]);
  return { real, enter };
}
