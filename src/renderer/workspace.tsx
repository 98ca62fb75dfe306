import { useQuery } from '@tanstack/react-query';
import { createContext, use, useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Workspace } from '../shared/models/workspace.ts';
import { useApi } from './queries.ts';
import { useWindowState } from './window-state.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

/** Gives the screens below it the workspace to look at; shows `fallback` until one is known. */
export function WorkspaceProvider({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const api = useApi();
  const chosen = useWindowState((state) => state.workspaceId);
  const { data: workspaces } = useQuery(api.workspaces.list.queryOptions({ input: {} }));
  const known = workspaces?.find(({ id }) => id === chosen);
  // A window that has chosen none begins where the engine would: it is asked for its own workspace's accounts.
  const { data: accounts } = useQuery(
    api.accounts.list.queryOptions({ input: {}, enabled: workspaces !== undefined && known === undefined }),
  );
  const workspace =
    known ??
    (accounts &&
      (workspaces?.find(({ id }) => id === accounts[0]?.workspaceId) ??
        workspaces?.find(({ kind }) => kind === 'practice') ??
        workspaces?.[0]));
  const shown = workspace?.id;
  useEffect(() => {
    if (shown !== undefined) useWindowState.getState().setShownWorkspace(shown);
  }, [shown]);
  if (!workspace) return fallback;
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** Gives the parts below it another workspace than the one that the window looks at, for lists across all of them. */
export function WithinWorkspace({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** The workspace that this window looks at. Its id goes into every call that takes one. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('WorkspaceContext is missing');
  return workspace;
}
