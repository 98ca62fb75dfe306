import type { Journal } from '../journal.ts';
import type { MediaFiles } from '../media/files.ts';
import type { MastodonState } from './state.ts';

/** What Mastodon's endpoints reach. */
export interface MastodonWorld {
  readonly state: MastodonState;
  readonly journal: Journal;
  readonly files: MediaFiles;
  /** Practice milliseconds. */
  readonly now: () => number;
  /** This server's address and the path under which Mastodon is played. */
  readonly origin: () => string;
}
