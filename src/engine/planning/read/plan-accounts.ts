import { handleOf } from '../../../shared/models/account-handle.ts';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { PlanAccount } from '../plan/plan-request.ts';

interface Row {
  readonly id: AccountId;
  readonly platform: string;
  readonly username: string;
  readonly displayName: string;
}

/** A workspace's connected accounts in the order of their connection, without their best hours. */
export function planAccounts(
  deps: Pick<PlanningDeps, 'db' | 'platformOf'>,
  workspaceId: WorkspaceId,
): PlanAccount[] {
  return deps.db
    .sql<Row>(`SELECT id, platform, username, display_name AS displayName FROM account
      WHERE workspace_id = :workspaceId AND state = 'connected' ORDER BY created_at, id`)
    .all({ workspaceId })
    .map((row) => {
      const { card, pace } = deps.platformOf(row.platform);
      return {
        id: row.id,
        platform: row.platform,
        network: card.title,
        name: handleOf(row),
        networkPerDay: pace?.perDay ?? null,
        neverTwice: pace?.neverTwice ?? false,
        bestSlots: [],
      };
    });
}
