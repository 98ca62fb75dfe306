import type { WorkspaceSettings } from '../../shared/models/settings.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { AccountHttp } from '../http/call.ts';
import type { FeatureDeps, OpenTimeRules } from '../feature.ts';
import type { MediaHost } from '../ports.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { PublishDeps } from './publish/publish-deps.ts';

/** What the posts feature needs; the functions belong to other features and are handed in by engine.ts. */
export interface PostsDeps extends FeatureDeps {
  readonly settingsOf: (workspaceId: WorkspaceId) => WorkspaceSettings;
  /** When series will post in a stretch of time (epoch ms) for which no posts are made yet. */
  readonly plannedInstants: (workspaceId: WorkspaceId, from: number, until: number) => readonly number[];
  /** The planning rules, for whatever gives a post a time. */
  readonly timeRules: OpenTimeRules;
  /** What this month has cost and what is reserved, in micro-dollars. */
  readonly spentThisMonth: (workspaceId: WorkspaceId) => number;
  /** Calls to an account's network, for what the user asks for at once. */
  readonly httpOf: (accountId: string) => AccountHttp;
  readonly mediaFile: (sha256: string) => string;
  readonly renderPicture: PublishDeps['renderPicture'];
  /** Where media of a workspace can be fetched by its networks; null where no such place is set up. */
  readonly mediaHostOf: (workspaceId: WorkspaceId) => MediaHost | null;
  /** Whether the secrets of real accounts are at hand. */
  readonly vaultState: () => 'ready' | 'locked' | 'absent';
}

/** The ledger as this feature's functions use it. */
export function ledgerOf(deps: PostsDeps): Ledger {
  return { db: deps.db, clock: deps.ports.clock, newId: deps.newId, changed: deps.changed };
}
