import type { Medium } from '../state.ts';
import { mediaLifeMs } from './attach.ts';
import { keyOf } from './represent.ts';

/** A finished upload as X answers it. Without `processing_info` it can be used at once. */
export function mediumAnswer(medium: Medium, now: number): Record<string, unknown> {
  return {
    id: medium.id,
    media_key: keyOf(medium.id, medium.kind),
    size: medium.size,
    expires_after_secs: Math.max(0, Math.floor((medium.at + mediaLifeMs - now) / 1000)),
    ...(medium.readyAt > 0 && { processing_info: processing(medium, now) }),
  };
}

/** How far the processing of a video or an animation is. */
function processing(medium: Medium, now: number): Record<string, unknown> {
  if (now >= medium.readyAt) {
    if (medium.failure === null) return { state: 'succeeded', progress_percent: 100 };
    return {
      state: 'failed',
      progress_percent: 100,
      error: { code: 1, name: 'InvalidMedia', message: medium.failure },
    };
  }
  const total = medium.readyAt - medium.at;
  const share = total > 0 ? (now - medium.at) / total : 0;
  const check_after_secs = Math.max(1, Math.min(10, Math.ceil((medium.readyAt - now) / 1000)));
  if (share < 0.1) return { state: 'pending', check_after_secs };
  return { state: 'in_progress', check_after_secs, progress_percent: Math.max(1, Math.floor(share * 100)) };
}
