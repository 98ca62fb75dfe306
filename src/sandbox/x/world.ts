import type { Journal } from '../journal.ts';
import type { Credits } from './api/credits.ts';
import type { Life } from '../life/life.ts';
import type { XState } from './state.ts';

/** What X's endpoints reach. */
export interface XWorld {
  readonly state: XState;
  readonly journal: Journal;
  readonly credits: Credits;
  readonly life: Life;
  /** Practice milliseconds. */
  readonly now: () => number;
  /** This server's address, for the addresses of pictures. */
  readonly baseUrl: () => string;
  readonly dataDirectory: string;
}
