import type { Core } from './core.ts';
import type { PlanningDeps } from './planning/planning-deps.ts';
import { backToDraft } from './posts/back-to-draft.ts';
import { createPlannedPosts } from './posts/planned-posts.ts';
import type { PostsDeps } from './posts/posts-deps.ts';
import { scheduleAtTimes } from './posts/schedule-at-times.ts';
import { expectedPosts } from './recurrences/planned-instants.ts';
import type { TimingHandlers } from './timing/handlers.ts';

/** What planning needs of the other features. */
export function planningDepsOf(core: Core, posts: PostsDeps, timing: TimingHandlers): PlanningDeps {
  const { check } = createPlannedPosts(posts);
  return {
    ...core,
    weeklySlots: (workspaceId) => posts.settingsOf(workspaceId).slots,
    expectedPosts: (workspaceId, from, until) => expectedPosts(core, workspaceId, from, until),
    async bestSlots(workspaceId, accountId, timeZone) {
      const caller = { workspaceId, actor: 'planner' };
      const { slots } = await timing.best(caller, { accountId, zone: timeZone });
      return slots.map(({ weekday, hour, gain, low, high, posts: samples }) => ({
        weekday,
        minute: hour * 60,
        gain,
        low,
        high,
        samples,
      }));
    },
    checkContent: check,
    scheduleAtTimes: (caller, planned) => scheduleAtTimes(posts, caller, planned),
    backToDraft: (caller, post) => backToDraft(posts, caller, post),
  };
}
