import type { Workspace } from '../../shared/models/workspace.ts';
import { workspaceColors } from '../../shared/workspace-colors.ts';
import type { FeatureDeps } from '../feature.ts';
import { assertTimeZone } from '../time/wall-time.ts';
import { insertWorkspace, listWorkspaces } from './workspace-store.ts';

export interface WorkspacesDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'words' | 'changed'> {
  /** Writes what a new workspace's settings start with, in the transaction that makes it. */
  readonly initialSettings: (workspace: Workspace) => void;
}

export interface NewWorkspace {
  readonly name: string;
  readonly kind: Workspace['kind'];
  readonly color?: string | undefined;
  readonly timeZone: string;
}

/**
 * Makes a workspace; joins the caller's transaction.
 * @throws `time_zone_unknown`
 */
export function createWorkspace(deps: WorkspacesDeps, given: NewWorkspace): Workspace {
  const { db, ports } = deps;
  assertTimeZone(given.timeZone);
  return db.write(() => {
    const made = insertWorkspace(db, {
      id: deps.newId('wsp'),
      name: given.name,
      kind: given.kind,
      color: given.color?.toLowerCase() ?? colorFor(listWorkspaces(db).length),
      timeZone: given.timeZone,
      createdAt: ports.clock.now(),
    });
    deps.initialSettings(made);
    deps.changed({ topic: 'workspace', workspaceId: made.id, id: made.id });
    return made;
  });
}

/** Makes the first real workspace where there is none; every installation has one. */
export function ensureFirstWorkspace(deps: WorkspacesDeps, timeZone: string): Workspace {
  return deps.db.write(
    () =>
      listWorkspaces(deps.db).find(({ kind }) => kind === 'real') ??
      createWorkspace(deps, { name: deps.words('firstRun.yourWorkspace'), kind: 'real', timeZone }),
  );
}

function colorFor(position: number): string {
  return (workspaceColors[position % workspaceColors.length] ?? workspaceColors[0]).hex;
}
