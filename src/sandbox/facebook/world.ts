import type { Journal, NewEntry } from '../journal.ts';
import type { Exchange } from '../exchange.ts';
import type { MediaFiles } from '../media/files.ts';
import type { UsageMeter } from '../meta/usage.ts';
import type { Grants } from '../oauth/grants.ts';
import type { FacebookState } from './state.ts';

/** What the endpoints of Facebook reach. */
export interface FacebookWorld {
  readonly state: FacebookState;
  readonly journal: Journal;
  readonly grants: Grants;
  readonly files: MediaFiles;
  readonly meter: UsageMeter;
  readonly now: () => number;
  /** This server's own address, without a slash at the end. */
  readonly origin: () => string;
}

/** Accepts a write: into the journal, then into the state. */
export function accept(
  { journal, state }: FacebookWorld,
  exchange: Exchange,
  write: Pick<NewEntry, 'operation' | 'account' | 'id' | 'detail'> & Partial<NewEntry>,
): void {
  const entry = journal.append({
    network: 'facebook',
    text: null,
    inReplyTo: null,
    media: [],
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    ...write,
  });
  state.apply(entry);
}
