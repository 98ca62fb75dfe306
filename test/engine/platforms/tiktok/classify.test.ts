import { describe, expect, it } from 'vitest';
import { tiktok } from '../../../../src/engine/platforms/tiktok/platform.ts';

const now = 1_780_000_000_000;
const hour = 3_600_000;

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});
const error = (code: string, message = 'Words of TikTok.') => ({
  data: {},
  error: { code, message, log_id: '202210112248442CB9319E1FB30C1073F3' },
});

describe('what TikTok says no with', () => {
  it.each([
    [401, 'access_token_invalid', 'auth_expired', null],
    [401, 'scope_not_authorized', 'scope_missing', null],
    [401, 'scope_permission_missed', 'scope_missing', null],
    [429, 'rate_limit_exceeded', 'rate_limited', 60_000],
    [403, 'spam_risk_too_many_posts', 'quota_exhausted', 6 * hour],
    [403, 'spam_risk_too_many_pending_share', 'quota_exhausted', hour],
    [403, 'reached_active_user_cap', 'quota_exhausted', 6 * hour],
    [403, 'spam_risk_user_banned_from_posting', 'account_action_required', null],
    [403, 'url_ownership_unverified', 'platform_refused', null],
    [403, 'unaudited_client_can_only_post_to_private_accounts', 'platform_refused', null],
    [400, 'unaudited_client_can_only_post_to_private_accounts', 'platform_refused', null],
    [400, 'privacy_level_option_mismatch', 'content_rejected', null],
    [400, 'invalid_param', 'content_rejected', null],
    [400, 'invalid_params', 'content_rejected', null],
    [400, 'invalid_file_upload', 'media_invalid', null],
    [400, 'app_version_check_failed', 'account_action_required', null],
    [500, 'internal_error', 'unavailable', null],
    [200, 'rate_limit_exceeded', 'rate_limited', 60_000],
    [403, 'something_new', 'platform_refused', null],
    [400, 'something_new', 'content_rejected', null],
    [503, 'something_new', 'unavailable', null],
  ])('%i %s is %s', (status, code, expected, waits) => {
    const result = tiktok.classify(answer(status, error(code)), now);
    expect(result).toMatchObject({ code: expected, retryAt: waits === null ? null : now + waits });
  });

  it('speaks in words of ours where it is known, and in those of TikTok elsewhere', () => {
    const detailOf = (code: string) => tiktok.classify(answer(403, error(code)), now).detail;
    expect(detailOf('unaudited_client_can_only_post_to_private_accounts')).toMatch(/draft/);
    expect(detailOf('something_new')).toBe('Words of TikTok.');
  });

  it('waits as long as the network asks for, and a minute at least', () => {
    const retryAt = (seconds: string) =>
      tiktok.classify(answer(429, error('rate_limit_exceeded'), { 'retry-after': seconds }), now).retryAt;
    expect(retryAt('90')).toBe(now + 90_000);
    expect(retryAt('1')).toBe(now + 60_000);
  });

  it('blames the app for the number of people who post with it', () => {
    expect(tiktok.classify(answer(403, error('reached_active_user_cap')), now).limitOf).toBe('app');
    expect(tiktok.classify(answer(403, error('spam_risk_too_many_posts')), now).limitOf).toBeUndefined();
  });

  it('leaves a write open that broke at TikTok with the status of a yes', () => {
    expect(tiktok.classify(answer(200, error('internal_error')), now).inDoubt).toBe(true);
  });

  it.each([null, '', 'Bad Gateway', [], { error: null }, { error: 7 }, { error: { code: {} } }, { data: 1 }])(
    'reads %j without breaking',
    (body) => {
      for (const status of [200, 400, 403, 404, 416, 429, 500]) {
        expect(() => tiktok.classify(answer(status, body), now)).not.toThrow();
        expect(tiktok.refuses(answer(status, body))).toBe(false);
      }
    },
  );

  it('sees a no in a yes', () => {
    expect(tiktok.refuses(answer(200, error('access_token_invalid')))).toBe(true);
    expect(tiktok.refuses(answer(200, { error: 'invalid_grant', error_description: '' }))).toBe(true);
    expect(tiktok.refuses(answer(200, error('ok', '')))).toBe(false);
    expect(tiktok.refuses(answer(201, null))).toBe(false);
  });
});
