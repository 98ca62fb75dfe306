import type { Post } from '../../../shared/models/post.ts';

const editableStates = new Set([
  'draft',
  'scheduled',
  'failed',
  'missed',
  'cancelled',
  'needs_you',
  'with_network',
]);

/** Whether a post is on its way, or out: then it is shown and not edited. */
export const isLocked = (post: Post | null): boolean =>
  post !== null && post.deliveries.some(({ state }) => !editableStates.has(state));
