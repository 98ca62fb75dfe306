import type { Journal, NewEntry } from '../journal.ts';
import type { Exchange } from '../exchange.ts';
import type { MediaFiles } from '../media/files.ts';
import type { Uploads } from './uploads.ts';
import type { LinkedInState } from './state.ts';

/** What LinkedIn's endpoints reach. */
export interface LinkedInWorld {
  /** Its name at the practice network, with which its paths begin. */
  readonly name: string;
  readonly state: LinkedInState;
  readonly journal: Journal;
  readonly files: MediaFiles;
  readonly uploads: Uploads;
  /** Practice milliseconds. */
  readonly now: () => number;
  /** This server's address. */
  readonly baseUrl: () => string;
}

type Written = Pick<NewEntry, 'operation' | 'account' | 'id' | 'detail'> &
  Partial<Pick<NewEntry, 'text' | 'inReplyTo' | 'media'>>;

/** Writes an accepted request down and brings it into effect. */
export function record(world: LinkedInWorld, exchange: Exchange, written: Written): void {
  world.state.apply(
    world.journal.append({
      network: world.name,
      text: null,
      inReplyTo: null,
      media: [],
      ...written,
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
    }),
  );
}
