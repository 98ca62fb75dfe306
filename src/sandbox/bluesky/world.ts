import type { Journal } from '../journal.ts';
import type { MediaFiles } from '../media/files.ts';
import type { BlueskyState } from './state.ts';

/** What Bluesky's endpoints reach. */
export interface BlueskyWorld {
  readonly state: BlueskyState;
  readonly journal: Journal;
  readonly files: MediaFiles;
  /** Practice milliseconds. */
  readonly now: () => number;
  /** This server's address and the path under which Bluesky is played. */
  readonly origin: () => string;
}
