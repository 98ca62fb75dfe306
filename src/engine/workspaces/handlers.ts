import type { workspacesContract } from '../../shared/contract/settings.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Workspace } from '../../shared/models/workspace.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { assertTimeZone } from '../time/wall-time.ts';
import { createWorkspace } from './create-workspace.ts';
import type { WorkspacesDeps } from './create-workspace.ts';
import { findWorkspace, listWorkspaces, updateWorkspace } from './workspace-store.ts';

type Procedures = typeof workspacesContract;

export function createWorkspacesHandlers(deps: WorkspacesDeps) {
  const { db } = deps;
  const found = (id: WorkspaceId): Workspace => {
    const workspace = findWorkspace(db, id);
    if (workspace === undefined) throw new OcmaError('not_found', { what: 'workspace' });
    return workspace;
  };

  return {
    list: (_caller: Caller, _input: object): Workspace[] => listWorkspaces(db),

    current: (caller: Caller, _input: object): Workspace => found(caller.workspaceId),

    create: (_caller: Caller, input: ProcedureInput<Procedures['create']>): Workspace =>
      createWorkspace(deps, { ...input, kind: 'real' }),

    update(_caller: Caller, input: ProcedureInput<Procedures['update']>): Workspace {
      if (input.timeZone !== undefined) assertTimeZone(input.timeZone);
      return db.write(() => {
        const current = found(input.id);
        const wanted = {
          name: input.name ?? current.name,
          color: input.color?.toLowerCase() ?? current.color,
          timeZone: input.timeZone ?? current.timeZone,
        };
        if (!updateWorkspace(db, input.id, input.version, wanted)) {
          throw new OcmaError(
            'stale_version',
            {},
            { details: { current, yours: { ...current, ...wanted } } },
          );
        }
        deps.changed({ topic: 'workspace', workspaceId: input.id, id: input.id });
        return { ...current, ...wanted, version: input.version + 1 };
      });
    },
  };
}
