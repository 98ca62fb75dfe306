import type { Core } from './core.ts';
import { monthOf, readSpending } from './http/spending.ts';
import { mediaHostOf } from './media-host/media-host-of.ts';
import type { PostsDeps } from './posts/posts-deps.ts';
import { createTimeRules } from './planning/time-rules.ts';
import { expectedPosts } from './recurrences/planned-instants.ts';
import { readWorkspaceSettings } from './settings/workspace-settings.ts';

/** The posts feature's needs, in any thread. */
export function postsDepsOf(core: Core): PostsDeps {
  return {
    ...core,
    vaultState: () => core.vault.state,
    mediaHostOf: (workspaceId) => mediaHostOf(core, workspaceId),
    plannedInstants: (workspaceId, from, until) =>
      expectedPosts(core, workspaceId, from, until).map(({ at }) => at),
    timeRules: createTimeRules({
      ...core,
      expectedPosts: (workspaceId, from, until) => expectedPosts(core, workspaceId, from, until),
    }),
    settingsOf: (workspaceId) => readWorkspaceSettings(core, workspaceId),
    spentThisMonth(workspaceId) {
      const { spentMicros, reservedMicros } = readSpending(
        core.db,
        workspaceId,
        monthOf(core.ports.clock.now()),
      );
      return spentMicros + reservedMicros;
    },
  };
}
