import type { z } from 'zod';
import type { preflightLine } from '../shared/contract/posts.ts';
import type { CatchUp } from '../shared/models/delivery.ts';
import type { Change } from '../shared/models/event.ts';
import type { AccountId, PostId, WorkspaceId } from '../shared/models/ids.ts';
import type { Post, PostPart } from '../shared/models/post.ts';
import type { PostOptions } from '../shared/models/publish-option.ts';
import type { WallTime } from '../shared/models/time.ts';
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
  /** What was chosen for each network; defaults where it is left out. */
  readonly options?: PostOptions;
  readonly source: Post['source'];
  /** Names the row of a file it came from; the same key cannot come twice. */
  readonly sourceKey?: string;
}

/** Something found before a post goes out, in words. */
export type PreflightLine = z.infer<typeof preflightLine>;

/** A post as another feature wants it to go out. */
export interface PlannedPost {
  readonly parts: readonly PostPart[];
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  readonly options: PostOptions;
  readonly when: WallTime;
  readonly catchUp: CatchUp;
  /** What publishing costs at each account, in micro-dollars. */
  readonly costs: ReadonlyMap<AccountId, number>;
}

/** What may happen to posts whose time another feature plans. All but the first two join the transaction that is open. */
export interface PlannedPosts {
  /** Throws `not_found` for media of others, or that are gone. */
  assertMedia(caller: Caller, parts: readonly PostPart[]): void;
  /** What stands in the way of a content, and what it costs. Throws `not_found` for accounts of others. */
  check(
    caller: Caller,
    content: Pick<PlannedPost, 'parts' | 'accountIds' | 'options'> & { when: WallTime | null },
  ): { lines: readonly PreflightLine[]; costs: ReadonlyMap<AccountId, number> };
  plan(caller: Caller, post: PlannedPost): PostId;
  /** False, and nothing changed, where some of it has begun, is out, or waits for the user's decision. */
  change(caller: Caller, id: PostId, post: PlannedPost): boolean;
  /** Into the bin, with its times; false as with `change`. Throws `not_found` for a post of others, or in the bin. */
  takeBack(caller: Caller, id: PostId): boolean;
  /** Out of the bin again; what is scheduled in it waits for its time anew. */
  bringBack(caller: Caller, id: PostId): void;
}

/** A post at an account that is to get a time. */
export interface TimedPost {
  /** Empty for one that is not written yet. */
  readonly postId: string;
  readonly accountId: AccountId;
  /** Of its first part. */
  readonly text: string;
  readonly labels: readonly string[];
}

/** A planning rule that a time breaks. */
export interface BrokenRule {
  readonly rule: string;
  readonly text: string;
}

/** What a workspace wants of the times of its posts, beside all that waits and is out. */
export interface TimeRules {
  /** Whether nothing stands against an instant (epoch ms), whatever the words of the post. Without an account only quiet hours count. */
  allow(post: TimedPost | null, at: number): boolean;
  /** Every rule that it breaks there, in words. */
  broken(post: TimedPost, at: number): readonly BrokenRule[];
  /** From now on it stands there, for all that are asked about next. */
  take(post: TimedPost, at: number): void;
}

/** Opens the rules of a workspace. What `moving` posts have now stands in nobody's way. Throws `not_found` for accounts of others. */
export type OpenTimeRules = (workspaceId: WorkspaceId, moving: readonly TimedPost[]) => TimeRules;

/** When a post goes out: as a whole, and at each of its accounts where that differs. */
export interface ChosenTimes {
  readonly when: WallTime;
  readonly at: ReadonlyMap<AccountId, WallTime>;
}
