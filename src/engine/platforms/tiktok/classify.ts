import type { FailureCode, RawAnswer } from '../../http/call.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { evidence } from '../evidence.ts';
import type { Platform } from '../platform.ts';
import { readError } from './wire/envelope.ts';
import { sentenceOf } from './words.ts';

const hourMs = 3_600_000;

/** TikTok's windows are of a minute and sliding; it sends no header that says when one ends. */
const windowMs = 60_000;

/** `error.code` of the Content Posting and Display APIs, by what must be done. */
const known: ReadonlyMap<string, FailureCode> = new Map([
  ['access_token_invalid', 'auth_expired'],
  ['access_token_expired', 'auth_expired'],
  ['scope_not_authorized', 'scope_missing'],
  ['scope_permission_missed', 'scope_missing'],
  ['rate_limit_exceeded', 'rate_limited'],
  ['spam_risk_too_many_posts', 'quota_exhausted'],
  ['spam_risk_too_many_pending_share', 'quota_exhausted'],
  ['reached_active_user_cap', 'quota_exhausted'],
  ['spam_risk_user_banned_from_posting', 'account_action_required'],
  ['app_version_check_failed', 'account_action_required'],
  ['spam_risk_text', 'content_rejected'],
  ['spam_risk', 'platform_refused'],
  ['url_ownership_unverified', 'platform_refused'],
  ['unaudited_client_can_only_post_to_private_accounts', 'platform_refused'],
  ['privacy_level_option_mismatch', 'content_rejected'],
  ['invalid_file_upload', 'media_invalid'],
  ['invalid_param', 'content_rejected'],
  ['invalid_params', 'content_rejected'],
  ['internal_error', 'unavailable'],
]);

/** How long to wait where a day's number is used up: TikTok counts the last 24 hours and does not say from when. */
const waits: ReadonlyMap<string, number> = new Map([
  ['rate_limit_exceeded', windowMs],
  ['spam_risk_too_many_pending_share', hourMs],
  ['spam_risk_too_many_posts', 6 * hourMs],
  ['reached_active_user_cap', 6 * hourMs],
]);

/** Reads TikTok's errors, which are told apart by `error.code` and not by the status. Never throws, whatever the body. */
export const classify: Platform['classify'] = (answer, now) => {
  const { code: said, message } = readError(answer.body);
  const code = known.get(said) ?? codeOfStatus(answer.status);
  const sentence = sentenceOf(said);
  const words = evidence(message === '' ? said : message);
  return {
    code,
    retryAt: retryAtOf(code, said, answer, now),
    detail: sentence ?? words,
    ...(said === 'reached_active_user_cap' && { limitOf: 'app' as const }),
    // With a status of success nobody can say whether the work was done before it broke.
    ...(said === 'internal_error' && { inDoubt: true as const }),
  };
};

const codeOfStatus = (status: number): FailureCode => {
  if (status >= 500) return 'unavailable';
  switch (status) {
    case 400:
      return 'content_rejected';
    case 401:
      return 'auth_expired';
    case 408:
    case 416:
      return 'unavailable';
    case 413:
      return 'media_invalid';
    case 429:
      return 'rate_limited';
    default:
      return status >= 400 || status < 300 ? 'platform_refused' : 'platform_changed';
  }
};

const retryAtOf = (code: FailureCode, said: string, answer: RawAnswer, now: number): number | null => {
  const wish = retryAfterOf(answer.headers, now);
  if (code === 'unavailable') return wish;
  if (code === 'rate_limited') return Math.max(wish ?? 0, now + windowMs);
  return code === 'quota_exhausted' ? Math.max(wish ?? 0, now + (waits.get(said) ?? hourMs)) : null;
};
