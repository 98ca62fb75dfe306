import type { Change } from '../../../shared/models/event.ts';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../ports.ts';
import type { NewId } from '../../system/ids.ts';

/** What every function of the ledger needs. */
export interface Ledger {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Broadcasts after the transaction under way has been committed. */
  readonly changed: (change: Change) => void;
}

/** Who caused a change: `user`, `publisher`, `import`, `api`. */
export type Actor = string;
