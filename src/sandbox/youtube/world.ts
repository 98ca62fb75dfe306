import type { Journal } from '../journal.ts';
import type { MediaFiles } from '../media/files.ts';
import type { Settings } from './settings.ts';
import type { YouTubeState } from './state.ts';

/** What YouTube's endpoints reach. */
export interface YouTubeWorld {
  readonly state: YouTubeState;
  readonly journal: Journal;
  readonly settings: Settings;
  readonly files: MediaFiles;
  /** Practice milliseconds. */
  readonly now: () => number;
  /** This server's address. */
  readonly baseUrl: () => string;
}
