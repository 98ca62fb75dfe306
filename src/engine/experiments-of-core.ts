import type { Core } from './core.ts';
import type { ExperimentDeps } from './experiments/experiment-deps.ts';
import { engagementsOf } from './metrics/engagement.ts';
import { postsDepsOf } from './posts-of-core.ts';
import { createPlannedPosts } from './posts/planned-posts.ts';
import { zoneOf } from './posts/slots.ts';

/** The needs of tests of versions, in any thread. */
export function experimentDepsOf(core: Core): ExperimentDeps {
  const posts = postsDepsOf(core);
  return {
    ...core,
    posts: createPlannedPosts(posts),
    timeRules: posts.timeRules,
    zoneOf: (workspaceId) => zoneOf(posts, workspaceId),
    engagementsOf,
  };
}
