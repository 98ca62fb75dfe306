import type { Outcome } from '../../queue/outcome.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { markHanded } from '../ledger/handed-parts.ts';
import { handToNetwork, handToUser } from '../ledger/hand-overs.ts';
import { isCancelRequested } from '../ledger/cancel-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { notify } from '../publish/notify.ts';

/** A little after a post is due the network is asked whether it is out, in milliseconds. */
export const looksAfterMs = 30_000;

/** Writes down that the network has it and has not published it, and what the job does next. */
export function keepHandOver(ledger: Ledger, part: PartRow, scheduledId: string | null): Outcome {
  const key = { workspaceId: part.workspaceId, id: part.deliveryId };
  const now = ledger.clock.now();
  return ledger.db.write((): Outcome => {
    markHanded(ledger, part, scheduledId);
    if (scheduledId === null) {
      handToUser(ledger, key, { code: 'handed_over', detail: '', at: now });
      notify({ ledger }, { ...key, accountId: part.accountId }, 'needs_you', part.text, 'handed_over');
    } else handToNetwork(ledger, key, scheduledId);
    const due = part.publishAt ?? dueOf(ledger, part) ?? now;
    const soon = scheduledId === null || isCancelRequested(ledger, part) || due <= now;
    return { kind: 'again', at: soon ? now + looksAfterMs : due + looksAfterMs };
  });
}

function dueOf({ db }: Ledger, part: PartRow): number | null {
  return (
    db
      .sql<{ at: number | null }>(
        `SELECT due_at AS at FROM delivery WHERE workspace_id = :workspaceId AND id = :id`,
      )
      .get({ workspaceId: part.workspaceId, id: part.deliveryId })?.at ?? null
  );
}
