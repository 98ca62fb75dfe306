import type { Database } from '../db/database.ts';
import { afterReal } from '../http/deadline.ts';
import type { Ports } from '../ports.ts';
import { releaseClaims } from './store.ts';

/** After a disk that did not take it, in real milliseconds. */
const againMs = 5_000;

/**
 * Gives back the claims of a holder that is gone, as soon as the disk takes it, and then calls `then`. A claim can be
 * given back once: whoever takes it next has another lease.
 */
export function giveBackClaims(
  deps: { readonly db: Database; readonly ports: Pick<Ports, 'clock' | 'log'> },
  holder: string,
  then: (claims: number) => void,
): void {
  const { db } = deps;
  const { clock, log } = deps.ports;
  if (!db.open) return;
  db.writeTogether(() => releaseClaims(db, holder)).then(then, (error: unknown) => {
    log.error(
      { error: String(error), holder },
      'the claims of a thread that is gone could not be given back yet',
    );
    afterReal(clock, againMs, () => giveBackClaims(deps, holder, then));
  });
}
