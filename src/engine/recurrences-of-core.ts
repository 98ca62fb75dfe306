import type { Core } from './core.ts';
import { postsDepsOf } from './posts-of-core.ts';
import { createPlannedPosts } from './posts/planned-posts.ts';
import type { RecurrenceDeps } from './recurrences/recurrence-deps.ts';

/** The needs of the recurrences, in any thread. */
export function recurrenceDepsOf(core: Core): RecurrenceDeps {
  const posts = postsDepsOf(core);
  return {
    ...core,
    posts: createPlannedPosts(posts),
    timeRules: posts.timeRules,
    catchUpOf: (workspaceId) => posts.settingsOf(workspaceId).catchUp,
  };
}
