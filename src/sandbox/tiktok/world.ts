import type { Journal } from '../journal.ts';
import type { MediaFiles } from '../media/files.ts';
import type { TikTokState } from './state.ts';
import type { Switches } from './switches.ts';

/** What TikTok's endpoints reach. */
export interface TikTokWorld {
  readonly state: TikTokState;
  readonly journal: Journal;
  readonly files: MediaFiles;
  readonly switches: Switches;
  /** Practice milliseconds. */
  readonly now: () => number;
  /** This server's address. */
  readonly baseUrl: () => string;
}
