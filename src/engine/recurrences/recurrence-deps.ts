import type { CatchUp } from '../../shared/models/delivery.ts';
import type { AccountId, PostId, WorkspaceId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { z } from 'zod';
import type { preflightLine } from '../../shared/contract/posts.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller, FeatureDeps } from '../feature.ts';

export type PreflightLine = z.infer<typeof preflightLine>;

/** An occurrence as the posts feature takes it. */
export interface OccurrencePost {
  readonly parts: readonly PostPart[];
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  readonly when: WallTime;
  readonly catchUp: CatchUp;
  readonly costs: ReadonlyMap<AccountId, number>;
}

/** What posts offer to a recurrence; all but the first two join the transaction that is open. Handed in by the composition. */
export interface OccurrencePosts {
  /** Throws `not_found` for media of others, or that are gone. */
  assertMedia(caller: Caller, parts: readonly PostPart[]): void;
  check(
    caller: Caller,
    content: Pick<OccurrencePost, 'parts' | 'accountIds'> & { when: WallTime | null },
  ): { lines: readonly PreflightLine[]; costs: ReadonlyMap<AccountId, number> };
  plan(caller: Caller, post: OccurrencePost): PostId;
  /** False, and nothing changed, where some of it has begun, is out, or waits for the user's decision. */
  change(caller: Caller, id: PostId, post: OccurrencePost): boolean;
  /** Into the bin, with its times; false as with `change`. */
  takeBack(caller: Caller, id: PostId): boolean;
  bringBack(caller: Caller, id: PostId): void;
}

export interface RecurrenceDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'words' | 'changed' | 'wake'
> {
  readonly posts: OccurrencePosts;
  readonly catchUpOf: (workspaceId: WorkspaceId) => CatchUp;
}
