import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import { wallTimeAt } from '../../time/wall-time.ts';
import { enqueue } from '../../queue/store.ts';
import type { Job } from '../../queue/job.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { Actor, Ledger } from '../ledger/ledger.ts';
import { dropUnsent, markNotSent } from '../ledger/parts.ts';
import { resumeAfterDoubt } from '../ledger/times.ts';
import { cancel } from '../ledger/withdrawals.ts';

/**
 * What the user decided once for every send to an account whose fate nobody can find out. That it is there cannot be
 * decided ahead: it would be a claim about something nobody has seen.
 */
export type StandingAnswer = 'ask' | 'send_again' | 'drop';

/** The actor in the history of what a standing answer did. */
export const standingRule = 'standing_rule';

/** The standing answer of an account; `ask` unless the user decided. */
export function readStandingAnswer(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: string,
): StandingAnswer {
  return (
    db
      .sql<{ answer: StandingAnswer }>(
        `SELECT answer FROM standing_answer WHERE workspace_id = :workspaceId AND account_id = :accountId`,
      )
      .get({ workspaceId, accountId })?.answer ?? 'ask'
  );
}

/** Sets it; `ask` takes it back. False for an account that the workspace does not have. */
export function setStandingAnswer(
  ledger: Ledger,
  caller: { readonly workspaceId: WorkspaceId; readonly actor: Actor },
  accountId: AccountId,
  answer: StandingAnswer,
): boolean {
  const { workspaceId, actor } = caller;
  return ledger.db.write(() => {
    const known = ledger.db
      .sql(`SELECT 1 FROM account WHERE workspace_id = :workspaceId AND id = :accountId`)
      .get({ workspaceId, accountId });
    if (known === undefined) return false;
    if (answer === 'ask') {
      ledger.db
        .sql(`DELETE FROM standing_answer WHERE workspace_id = :workspaceId AND account_id = :accountId`)
        .run({ workspaceId, accountId });
    } else {
      ledger.db
        .sql(`INSERT INTO standing_answer (account_id, workspace_id, answer, actor, decided_at)
          VALUES (:accountId, :workspaceId, :answer, :actor, :now)
          ON CONFLICT (account_id) DO UPDATE SET answer = excluded.answer, actor = excluded.actor, decided_at = excluded.decided_at`)
        .run({ accountId, workspaceId, answer, actor, now: ledger.clock.now() });
    }
    ledger.changed({ topic: 'account', workspaceId, id: accountId });
    return true;
  });
}

/**
 * Applies it to a delivery that has just become `unknown`, in the transaction that made it so. True where it decided. A
 * part that was sent again once and is unclear again is for the user, lest one post be sent without end.
 */
export function applyStandingAnswer(ledger: Ledger, job: Job, delivery: DeliveryRow): boolean {
  const { db } = ledger;
  const answer = readStandingAnswer(db, delivery.workspaceId, delivery.accountId);
  const part = partsOf(db, delivery.workspaceId, delivery.id).find(({ state }) => state === 'unknown');
  if (answer === 'ask' || part === undefined) return false;
  if (answer === 'drop') {
    dropUnsent(ledger, delivery);
    return cancel(ledger, delivery, standingRule);
  }
  if (part.doubtedSince !== null || delivery.cancelRequestedAt !== null) return false;
  const now = ledger.clock.now();
  markNotSent(ledger, part, standingRule, standingRule);
  resumeAfterDoubt(ledger, delivery, wallTimeAt(now, delivery.dueZone ?? 'UTC'), standingRule, 'send_again');
  enqueue(
    db,
    ledger.newId,
    {
      workspaceId: delivery.workspaceId,
      queue: 'publisher',
      kind: job.kind,
      subjectId: delivery.id,
      platform: job.platform,
      accountId: delivery.accountId,
      runAt: now,
    },
    now,
  );
  return true;
}
