import type { WorkspaceSettings } from '../../shared/models/settings.ts';
import type { AccountId, MediaId, WorkspaceId } from '../../shared/models/ids.ts';
import type {
  Caller,
  ChosenTimes,
  FeatureDeps,
  NewPost,
  OpenTimeRules,
  TimedPost,
  TimeRules,
} from '../feature.ts';
import type { MediaFacts } from '../platforms/content.ts';

/** A row that became a post. */
interface ImportedPost extends NewPost {
  readonly source: 'import';
  /** Names the row, see `source-key.ts`; a workspace has each once. */
  readonly sourceKey: string;
  /** Null: a draft. */
  readonly times: ChosenTimes | null;
  /** What publishing costs at each account, in micro-dollars. */
  readonly costs: ReadonlyMap<AccountId, number>;
}

/** A file of this machine as it would stand in the library. */
export type LibraryFile = Omit<MediaFacts, 'altText'>;

/** What an import needs of other features; handed in by engine.ts. */
export interface ImportDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'words' | 'platformOf'> {
  readonly settingsOf: (workspaceId: WorkspaceId) => WorkspaceSettings;
  /** Whether there is a place from which networks can fetch media. */
  readonly hasMediaHost: (workspaceId: WorkspaceId) => boolean;
  readonly timeRules: OpenTimeRules;
  /** Hands out the workspace's free slots one after the other, as the rules allow; null where none is left. `taken`: instants that are none. */
  readonly slotTimes: (
    workspaceId: WorkspaceId,
    rules: TimeRules,
    taken: ReadonlySet<number>,
  ) => (posts: readonly TimedPost[]) => ChosenTimes | null;
  /** What a file of this machine is. Throws `media_invalid`. */
  readonly inspectFile: (path: string) => Promise<LibraryFile>;
  /** Takes a file of this machine into the library. Throws `media_invalid`. */
  readonly addFile: (caller: Caller, path: string) => Promise<{ readonly id: MediaId }>;
  /** Writes a post with its deliveries and, with a time, schedules them; joins the transaction that is open. */
  readonly createAndSchedule: (caller: Caller, post: ImportedPost) => void;
}
