import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../../src/engine/platforms/bluesky/platform.ts';

const now = Date.UTC(2026, 10, 22);
const classify = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  bluesky.classify({ status, headers: new Headers(headers), body }, now);

describe('refusals', () => {
  it.each([
    [400, 'ExpiredToken', 'auth_expired'],
    [401, 'InvalidToken', 'auth_revoked'],
    [400, 'InvalidToken', 'auth_revoked'],
    [400, 'BlobNotFound', 'media_invalid'],
    [401, 'AuthenticationRequired', 'auth_revoked'],
    [403, 'ScopeMissing', 'scope_missing'],
    [401, 'AccountTakedown', 'account_action_required'],
    [400, 'AccountDeactivated', 'account_action_required'],
    [400, 'RepoTakendown', 'account_action_required'],
    [429, 'RateLimitExceeded', 'rate_limited'],
    [400, 'BlobTooLarge', 'media_invalid'],
    [413, 'PayloadTooLarge', 'media_invalid'],
    [400, 'InvalidRequest', 'content_rejected'],
    [400, 'InvalidSwap', 'unavailable'],
    [502, 'UpstreamFailure', 'unavailable'],
    [503, 'NotEnoughResources', 'unavailable'],
    [500, 'InternalServerError', 'unavailable'],
    [501, 'MethodNotImplemented', 'platform_changed'],
    [403, 'Forbidden', 'platform_refused'],
    [418, 'Teapot', 'platform_refused'],
  ])('%i %s is %s', (status, error, code) => {
    expect(classify(status, { error, message: 'Words' })).toMatchObject({ code, detail: 'Words' });
  });

  it('of a file are told from those of a text', () => {
    const message = 'Referenced Mimetype does not match stored blob';
    expect(classify(400, { error: 'InvalidRequest', message }).code).toBe('media_invalid');
  });

  it.each([null, 'text', [], { error: 5 }, { error: { nested: true } }, undefined])(
    'are read from %j',
    (body) => {
      expect(classify(500, body).code).toBe('unavailable');
      expect(classify(429, body)).toMatchObject({ code: 'rate_limited', retryAt: now + 300_000 });
    },
  );

  it('say when a limit ends', () => {
    const reset = String(now / 1_000 + 60);
    expect(classify(429, null, { 'ratelimit-remaining': '0', 'ratelimit-reset': reset }).retryAt).toBe(
      now + 60_000,
    );
    expect(classify(429, null, { 'retry-after': '7' }).retryAt).toBe(now + 7_000);
    expect(classify(503, null, { 'retry-after': '7' }).retryAt).toBe(now + 7_000);
  });

  it('show no token', () => {
    const message = `Bearer ${'a'.repeat(60)} is bad`;
    expect(classify(401, { error: 'InvalidToken', message }).detail).toBe('… is bad');
  });
});

describe('finding one’s own post', () => {
  const sent = { text: 'See https://example.com/long/path', inReplyTo: null, sendingAt: now, mediaCount: 0 };
  const seen = {
    remoteId: '3a',
    url: null,
    text: sent.text,
    publishedAt: now,
    inReplyTo: null,
    mediaCount: 0,
    metrics: {},
  };

  it('goes by text, parent, media and time', () => {
    expect(bluesky.api.matches(sent, seen)).toBe(true);
    expect(bluesky.api.matches(sent, { ...seen, text: 'Something else' })).toBe(false);
    expect(bluesky.api.matches(sent, { ...seen, inReplyTo: '3b' })).toBe(false);
    expect(bluesky.api.matches(sent, { ...seen, mediaCount: 1 })).toBe(false);
    expect(bluesky.api.matches(sent, { ...seen, publishedAt: now - 3_600_000 })).toBe(false);
  });
});
