import type { AccountId, PostId, WorkspaceId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { PostOptions } from '../../shared/models/publish-option.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller, FeatureDeps, PlannedPosts } from '../feature.ts';
import type { BestSlot } from './plan/plan-request.ts';

/** A post at some of its accounts, each with its time. */
export interface PlannedTimes {
  readonly postId: PostId;
  /** The post as it was planned; another one is refused. */
  readonly version: number;
  /** Schedules a copy of the post, for these accounts alone, and leaves the post as it is. */
  readonly asCopy: boolean;
  readonly times: ReadonlyMap<AccountId, WallTime>;
  /** Put on the post. */
  readonly label: string | null;
}

/** What a series will post without there being a post yet. */
export interface ExpectedPost {
  readonly at: number;
  readonly accountIds: readonly AccountId[];
  readonly text: string;
}

/** What planning needs of other features; handed in by the composition. */
export interface PlanningDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'words' | 'changed' | 'platformOf'
> {
  readonly weeklySlots: (
    workspaceId: WorkspaceId,
  ) => readonly { readonly weekday: number; readonly minute: number }[];
  readonly expectedPosts: (workspaceId: WorkspaceId, from: number, until: number) => readonly ExpectedPost[];
  /** The account's best hours in a zone; none where nothing is known to be better. */
  readonly bestSlots: (
    workspaceId: WorkspaceId,
    accountId: AccountId,
    timeZone: string,
  ) => Promise<readonly BestSlot[]>;
  /** What stands in the way of a post, before there is a time. */
  readonly checkContent: PlannedPosts['check'];
  /**
   * Schedules a post at its times, in one transaction. `postId`: the one that is scheduled; `labelled`: the label is new to
   * it. Throws `stale_version`, `wrong_state`, `time_passed`, `content_invalid`, `not_found`.
   */
  readonly scheduleAtTimes: (
    caller: Caller,
    planned: PlannedTimes,
  ) => { readonly postId: PostId; readonly labelled: boolean };
  /** Makes drafts of what waits at these accounts; a copy goes to the bin instead. */
  readonly backToDraft: (
    caller: Caller,
    post: {
      readonly postId: PostId;
      readonly accountIds: readonly AccountId[];
      readonly made: boolean;
      readonly withoutLabel: string | null;
    },
  ) => Promise<void>;
}

/** A post's content as the check of it wants it. */
export interface DraftContent {
  readonly parts: readonly PostPart[];
  readonly options: PostOptions;
}
