import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Workspace } from '../shared/models/workspace.ts';
import { useApi } from './queries.ts';
import { useWindowState } from './window-state.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

const choose = (workspaces: readonly Workspace[], wanted: string | null): Workspace | undefined =>
  workspaces.find(({ id }) => id === wanted) ??
  workspaces.find(({ kind }) => kind === 'real') ??
  workspaces[0];

/** Gives the screens below it the workspace to look at; shows `fallback` until one is known. */
export function WorkspaceProvider({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const api = useApi();
  const wanted = useWindowState((state) => state.workspaceId);
  const { data } = useQuery(api.workspaces.list.queryOptions({ input: {} }));
  const workspace = useMemo(() => (data ? choose(data, wanted) : undefined), [data, wanted]);
  if (!workspace) return fallback;
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** The workspace that this window looks at. Its id goes into every call that takes one. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('WorkspaceContext is missing');
  return workspace;
}
