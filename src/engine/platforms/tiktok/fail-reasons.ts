import type { Failure, FailureCode } from '../../http/call.ts';
import { evidence } from '../evidence.ts';
import { sentenceOf } from './words.ts';

/** `fail_reason` of a publication, by what must be done about it. */
const known: ReadonlyMap<string, FailureCode> = new Map([
  ['file_format_check_failed', 'media_invalid'],
  ['duration_check_failed', 'media_invalid'],
  ['frame_rate_check_failed', 'media_invalid'],
  ['picture_size_check_failed', 'media_invalid'],
  ['video_pull_failed', 'media_invalid'],
  ['photo_pull_failed', 'media_invalid'],
  ['publish_cancelled', 'platform_refused'],
  ['auth_removed', 'auth_revoked'],
  ['spam_risk_too_many_posts', 'quota_exhausted'],
  ['spam_risk_user_banned_from_posting', 'account_action_required'],
  ['spam_risk_text', 'content_rejected'],
  ['spam_risk', 'platform_refused'],
]);

/** TikTok broke something of its own: the same may be published again. */
export const isTikToksFault = (reason: string): boolean =>
  reason === 'internal' || reason === 'internal_error';

/** Why TikTok made no post of what it took, in plain words where the reason is known. */
export const failureOf = (reason: string): Failure => ({
  code: isTikToksFault(reason) ? 'unavailable' : (known.get(reason) ?? 'platform_refused'),
  reach: 'refused',
  retryAt: null,
  detail: sentenceOf(reason) ?? evidence(reason),
  status: 200,
});
