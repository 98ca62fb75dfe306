import type { Delivery } from '../../../shared/models/delivery.ts';
import type { Workspace } from '../../../shared/models/workspace.ts';

/** Deliveries under their workspaces, in the workspaces' order; those of a workspace that is not known yet wait. */
export function byWorkspace(
  deliveries: readonly Delivery[],
  workspaces: readonly Workspace[],
): { workspace: Workspace; deliveries: Delivery[] }[] {
  return workspaces
    .map((workspace) => ({
      workspace,
      deliveries: deliveries.filter((delivery) => delivery.workspaceId === workspace.id),
    }))
    .filter((group) => group.deliveries.length > 0);
}
