import type { Change } from '../shared/models/event.ts';
import type { AccountId, WorkspaceId } from '../shared/models/ids.ts';
import type { Post, PostPart } from '../shared/models/post.ts';
import type { Database } from './db/database.ts';
import type { Platform } from './platforms/platform.ts';
import type { Ports } from './ports.ts';
import type { QueueName } from './queue/job.ts';
import type { NewId } from './system/ids.ts';
import type { Words } from './words.ts';

/** Who calls, and in which workspace. */
export interface Caller {
  readonly workspaceId: WorkspaceId;
  /** `user`, `api`, `import`, `publisher`: written with what they change. */
  readonly actor: string;
}

/** What engine.ts hands to every feature. A feature takes the part that it needs. */
export interface FeatureDeps {
  readonly db: Database;
  readonly ports: Ports;
  readonly newId: NewId;
  readonly words: Words;
  /** Broadcasts after the transaction under way has been committed. */
  readonly changed: (change: Change) => void;
  /** Tells the thread of that queue, after the commit, that there is new work. */
  readonly wake: (queue: QueueName) => void;
  /** @throws `unknown_platform` */
  readonly platformOf: (name: string) => Platform;
}

/** A post to be written, by whichever feature it comes from. */
export interface NewPost {
  readonly parts: readonly PostPart[];
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  readonly source: Post['source'];
  /** Names the row of a file it came from; the same key cannot come twice. */
  readonly sourceKey?: string;
}
