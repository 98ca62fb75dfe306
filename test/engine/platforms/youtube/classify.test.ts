import { describe, expect, it } from 'vitest';
import { nextPacificMidnight, pacificDay } from '../../../../src/engine/platforms/youtube/pacific-day.ts';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';

const now = Date.UTC(2026, 10, 22, 12);

const classify = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  youtube.classify({ status, headers: new Headers(headers), body }, now);

const of = (status: number, reason: string, message = 'Words') =>
  classify(status, { error: { code: status, message, errors: [{ message, domain: 'youtube', reason }] } });

describe('reasons', () => {
  it.each([
    [403, 'quotaExceeded', 'quota_exhausted'],
    [403, 'dailyLimitExceeded', 'quota_exhausted'],
    [400, 'uploadLimitExceeded', 'quota_exhausted'],
    [403, 'rateLimitExceeded', 'rate_limited'],
    [429, 'userRateLimitExceeded', 'rate_limited'],
    [401, 'authError', 'auth_expired'],
    [401, 'required', 'auth_expired'],
    [401, 'youtubeSignupRequired', 'account_action_required'],
    [403, 'insufficientPermissions', 'scope_missing'],
    [403, 'accessNotConfigured', 'account_action_required'],
    [403, 'channelSuspended', 'account_action_required'],
    [403, 'accountClosed', 'account_action_required'],
    [400, 'invalidTitle', 'content_rejected'],
    [400, 'invalidDescription', 'content_rejected'],
    [400, 'invalidTags', 'content_rejected'],
    [400, 'invalidPublishAt', 'content_rejected'],
    [403, 'forbiddenPrivacySetting', 'content_rejected'],
    [403, 'commentsDisabled', 'content_rejected'],
    [400, 'mediaBodyRequired', 'media_invalid'],
    [400, 'invalidFilename', 'media_invalid'],
    [403, 'forbidden', 'platform_refused'],
    [404, 'videoNotFound', 'platform_refused'],
    [500, 'backendError', 'unavailable'],
    [503, 'quotaExceeded', 'unavailable'],
    [400, 'nobodyKnowsThis', 'content_rejected'],
    [403, 'nobodyKnowsThis', 'platform_refused'],
  ])('%i %s is %s', (status, reason, code) => {
    expect(of(status, reason)).toMatchObject({ code, detail: 'Words' });
  });

  it('come as newer errors and as OAuth’s, too', () => {
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' },
    ];
    expect(classify(403, { error: { code: 403, status: 'PERMISSION_DENIED', details } }).code).toBe(
      'scope_missing',
    );
    expect(
      classify(403, {
        error: { code: 403, status: 'PERMISSION_DENIED', details: [{ reason: 'SERVICE_DISABLED' }] },
      }).code,
    ).toBe('account_action_required');
    expect(
      classify(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }),
    ).toMatchObject({
      code: 'auth_revoked',
      detail: 'Token has been expired or revoked.',
    });
    expect(classify(401, { error: 'invalid_client' }).code).toBe('account_action_required');
  });

  it.each([
    null,
    undefined,
    'page',
    5,
    [],
    {},
    { error: 5 },
    { error: null },
    { error: { errors: 'x', details: 3 } },
  ])('are not needed (%j)', (body) => {
    expect(classify(400, body).code).toBe('content_rejected');
    expect(classify(401, body).code).toBe('auth_expired');
    expect(classify(403, body).code).toBe('platform_refused');
    expect(classify(429, body)).toMatchObject({ code: 'rate_limited', retryAt: now + 60_000 });
    expect(classify(502, body)).toMatchObject({ code: 'unavailable', retryAt: null, detail: '' });
  });

  it('have words without markup and without tokens', () => {
    const message = `You have exceeded your <a href="/youtube/v3#quota">quota</a> with ${'a'.repeat(80)}.`;
    expect(of(403, 'quotaExceeded', message).detail).toBe('You have exceeded your quota with ….');
  });
});

describe('limits', () => {
  it('of a project end at midnight in California, those of a channel a day later', () => {
    expect(of(403, 'quotaExceeded')).toMatchObject({ limitOf: 'app', retryAt: Date.UTC(2026, 10, 23, 8) });
    const channel = of(400, 'uploadLimitExceeded');
    expect(channel.retryAt).toBe(now + 86_400_000);
    expect(channel.limitOf).toBeUndefined();
  });

  it('of speed end when the network says', () => {
    const body = { error: { errors: [{ reason: 'rateLimitExceeded' }] } };
    expect(classify(403, body, { 'retry-after': '7' })).toMatchObject({
      retryAt: now + 7_000,
      limitOf: 'app',
    });
    expect(classify(503, null, { 'retry-after': '7' }).retryAt).toBe(now + 7_000);
  });
});

describe('midnight in California', () => {
  it.each([
    ['in winter', '2026-11-22T12:00:00Z', '2026-11-23T08:00:00Z'],
    ['in summer', '2026-07-01T12:00:00Z', '2026-07-02T07:00:00Z'],
    ['a moment before', '2026-11-23T07:59:59.999Z', '2026-11-23T08:00:00Z'],
    ['at the very moment', '2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'],
    ['before the day of 23 hours', '2026-03-08T07:30:00Z', '2026-03-08T08:00:00Z'],
    ['on the day of 23 hours, before the change', '2026-03-08T08:00:00Z', '2026-03-09T07:00:00Z'],
    ['on the day of 23 hours, after the change', '2026-03-08T18:00:00Z', '2026-03-09T07:00:00Z'],
    ['before the day of 25 hours', '2026-11-01T06:59:00Z', '2026-11-01T07:00:00Z'],
    ['on the day of 25 hours, in the hour that comes twice', '2026-11-01T09:30:00Z', '2026-11-02T08:00:00Z'],
    ['on the day of 25 hours, at its end', '2026-11-02T07:30:00Z', '2026-11-02T08:00:00Z'],
  ])('comes %s', (_, at, midnight) => {
    expect(new Date(nextPacificMidnight(Date.parse(at))).toISOString()).toBe(
      new Date(midnight).toISOString(),
    );
  });

  it('names the days of reports', () => {
    expect(pacificDay(Date.parse('2026-11-22T07:59:00Z'), 0)).toBe('2026-11-21');
    expect(pacificDay(Date.parse('2026-03-09T06:30:00Z'), 1)).toBe('2026-03-07');
  });
});
