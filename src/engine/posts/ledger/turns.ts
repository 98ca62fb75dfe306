import { aheadOf } from '../../queue/account-order.ts';
import type { Job } from '../../queue/job.ts';
import type { PartRow } from './delivery-row.ts';
import type { Ledger } from './ledger.ts';

/** How soon to ask again while another post of the account is at work, in milliseconds. */
const askAgainMs = 500;

/**
 * What keeps an account's posts in the order of their times, however many of its jobs run at once: null where this part
 * may be sent, else when to ask again (epoch ms). First comes a request of the account whose fate is open, then an
 * earlier post that is at work or waits for the whole account or for its media. One that is unknown, failed or waits after a
 * failure of its own holds up nobody.
 */
export function otherFirst(ledger: Pick<Ledger, 'db'>, job: Job, part: PartRow, now: number): number | null {
  const { db } = ledger;
  const sending = db
    .sql(`SELECT 1 FROM delivery_part WHERE account_id = :accountId AND state = 'sending' AND id <> :id`)
    .get({ accountId: part.accountId, id: part.id });
  if (sending !== undefined) return now + askAgainMs;
  const earlier = aheadOf(db, job);
  if (earlier === null) return null;
  return earlier.state === 'running'
    ? now + askAgainMs
    : Math.max(now + askAgainMs, earlier.runAt + askAgainMs);
}
