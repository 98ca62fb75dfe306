import type { Clock } from './clock.ts';
import type { Journal } from '../../journal.ts';
import type { MediaFiles } from '../../media/files.ts';
import type { Grants } from '../../oauth/grants.ts';
import type { Directory } from '../../people/directory.ts';
import type { Inhabitant } from '../../people/people.ts';
import type { ContainerStore } from './store.ts';

/** One of Meta's two networks with containers, and all that its endpoints reach. */
export interface ContainerSite {
  /** The name in the log, in paths and in fault rules. */
  readonly network: 'instagram' | 'threads';
  readonly people: Directory<Inhabitant>;
  readonly store: ContainerStore;
  readonly journal: Journal;
  readonly files: MediaFiles;
  readonly grants: Grants;
  readonly now: Clock;
  /** This server's address, for permalinks and pictures. */
  readonly baseUrl: () => string;
}
