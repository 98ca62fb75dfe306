import type { AccountId, DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import { isOcmaError } from '../../../shared/errors.ts';
import type { JobHandler } from '../../queue/handler.ts';
import { enqueue } from '../../queue/store.ts';
import { findDelivery } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { followUps } from '../publish/notify.ts';
import { lookAgain } from './settle-by-user.ts';

const kind = followUps.lookAgain;

/**
 * Looks once more for posts of an account whose fate is unknown, when it can be read again: nobody could look while it was
 * signed out. Only finding counts; what is not found stays unknown.
 */
export function lookForUnknown(
  deps: PostsDeps,
  account: { readonly id: AccountId; readonly workspaceId: WorkspaceId },
): void {
  const now = deps.ports.clock.now();
  deps.db.write(() => {
    const unknown = deps.db
      .sql<{ id: DeliveryId; platform: string }>(
        `SELECT d.id, a.platform FROM delivery d JOIN post p ON p.id = d.post_id JOIN account a ON a.id = d.account_id
         WHERE d.workspace_id = :workspaceId AND d.account_id = :accountId AND d.state = 'unknown' AND a.state = 'connected'
           AND p.deleted_at IS NULL ORDER BY d.due_at, d.id LIMIT 100`,
      )
      .all({ workspaceId: account.workspaceId, accountId: account.id });
    for (const { id, platform } of unknown) {
      enqueue(
        deps.db,
        deps.newId,
        {
          workspaceId: account.workspaceId,
          queue: 'background',
          kind,
          subjectId: id,
          platform,
          accountId: account.id,
          runAt: now,
          priority: 5,
        },
        now,
      );
    }
    if (unknown.length > 0) deps.wake('background');
  });
}

/** The work of `lookForUnknown`, one delivery a job. */
export function createLookAgainHandler(deps: PostsDeps): JobHandler {
  return {
    kind,
    async run(job) {
      const row = findDelivery(deps.db, job.workspaceId, job.subjectId);
      if (row?.state !== 'unknown') return { kind: 'done' };
      try {
        await lookAgain(deps, { workspaceId: job.workspaceId, actor: 'reconnected' }, row);
      } catch (error) {
        if (!isOcmaError(error)) throw error;
        // The user has answered meanwhile, or the network could not be read: then it stays for the user.
        const again = ['rate_limited', 'unavailable', 'network_unreachable', 'on_hold', 'busy'].includes(
          error.code,
        );
        if (again) return { kind: 'retry', code: error.code, detail: '', retryAt: null };
      }
      return { kind: 'done' };
    },
  };
}
