import type { OpenSend } from './verdict.ts';

/** Whether a post of the account was seen before the send, by this machine's own clock: then it is another one. */
export function isOlder({ deps, part, since }: OpenSend, remoteId: string): boolean {
  return (
    deps.ledger.db
      .sql(
        `SELECT 1 FROM remote_post WHERE account_id = :accountId AND remote_id = :remoteId AND first_seen_at < :since`,
      )
      .get({ accountId: part.accountId, remoteId, since }) !== undefined
  );
}
