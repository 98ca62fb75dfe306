import type { Answer } from '../../exchange.ts';
import type { Person } from '../people/people.ts';
import { forbidden, invalidRequest } from '../problems.ts';
import type { XState } from '../state.ts';

/** Media ids are good for a day after they were finished. */
export const mediaLifeMs = 86_400_000;

/** The longest video of somebody without Premium, in milliseconds. */
const longestVideoMs = 140_000;

/** Why these media cannot go with a post: unknown, another's, expired, unfinished, failed, or a wrong mixture. */
export function mediaRefusal(
  state: XState,
  ids: readonly string[],
  author: Person,
  now: number,
): Answer | undefined {
  const found = ids.map((id) => state.media.get(id));
  const bad = ids.filter((_, index) => {
    const medium = found[index];
    if (medium === undefined || medium.account !== author.id) return true;
    return medium.failure !== null || now < medium.readyAt || now > medium.at + mediaLifeMs;
  });
  if (bad.length > 0 || new Set(ids).size < ids.length) {
    return invalidRequest({ name: 'media.media_ids', values: bad, message: 'Your media IDs are invalid.' });
  }
  const moving = found.filter((medium) => medium?.kind !== 'photo');
  if (moving.length > 0 && ids.length > 1) {
    return invalidRequest({
      name: 'media.media_ids',
      values: ids,
      message: 'A post takes up to 4 photos, or 1 GIF, or 1 video.',
    });
  }
  const long = moving.some((medium) => (medium?.durationMs ?? 0) > longestVideoMs);
  if (long && !author.subscription.startsWith('Premium')) {
    return forbidden('This user is not allowed to post a video longer than 2 minutes');
  }
  return undefined;
}
