import { describe, expect, it } from 'vitest';
import { mastodon } from '../../../../src/engine/platforms/mastodon/platform.ts';

const now = Date.UTC(2026, 7, 1, 13);
const classify = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  mastodon.classify({ status, headers: new Headers(headers), body }, now);

describe('refusals', () => {
  it.each([
    [401, 'The access token is invalid', 'auth_revoked'],
    [401, 'The access token was revoked', 'auth_revoked'],
    [401, 'The access token expired', 'auth_expired'],
    [401, 'This method requires an authenticated user', 'auth_revoked'],
    [403, 'This action is outside the authorized scopes', 'scope_missing'],
    [403, 'Your login is currently disabled', 'account_action_required'],
    [403, 'Your login is missing a confirmed e-mail address', 'account_action_required'],
    [403, 'Your login is currently pending approval', 'account_action_required'],
    [403, 'This action is not allowed', 'platform_refused'],
    [404, 'Record not found', 'platform_refused'],
    [410, 'Gone', 'platform_refused'],
    [413, 'Too large', 'media_invalid'],
    [422, 'Validation failed: Text character limit of 500 exceeded', 'content_rejected'],
    [422, "Validation failed: Text can't be blank", 'content_rejected'],
    [422, 'バリデーションに失敗しました: Textを入力してください', 'content_rejected'],
    [422, 'Validation failed: File content type is invalid', 'media_invalid'],
    [422, 'Cannot attach a video to a post that already contains images', 'media_invalid'],
    [422, 'Cannot attach files that have not finished processing. Try again in a moment!', 'unavailable'],
    [429, 'Too many requests', 'rate_limited'],
    [503, 'Remote data could not be fetched', 'unavailable'],
    [400, 'invalid_grant', 'auth_revoked'],
    [302, '', 'platform_changed'],
  ])('%i %s is %s', (status, error, code) => {
    expect(classify(status, { error })).toMatchObject({ code, detail: error });
  });

  it('are told by the header where the sentence is in another language', () => {
    const challenge =
      'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token expired"';
    expect(
      classify(401, { error: 'Das Zugriffstoken ist abgelaufen' }, { 'www-authenticate': challenge }).code,
    ).toBe('auth_expired');
    const scope = 'Bearer realm="Doorkeeper", error="insufficient_scope"';
    expect(classify(403, { error: 'Nicht erlaubt' }, { 'www-authenticate': scope }).code).toBe(
      'scope_missing',
    );
  });

  it.each([null, 'text', [], { error: 5 }, { error: { nested: true } }, undefined])(
    'are read from %j',
    (body) => {
      expect(classify(500, body).code).toBe('unavailable');
      expect(classify(429, body)).toMatchObject({ code: 'rate_limited', retryAt: now + 300_000 });
    },
  );

  it('say when a limit ends, as a date', () => {
    const headers = {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-08-01T14:00:00.618774Z',
    };
    expect(classify(429, null, headers).retryAt).toBe(Date.UTC(2026, 7, 1, 14, 0, 0, 618));
    expect(
      mastodon.rateSignals({ status: 200, headers: new Headers(headers), body: null }, 'posts.list'),
    ).toEqual([
      {
        window: 'posts.list',
        scope: 'account',
        limit: 300,
        remaining: 0,
        resetAt: Date.UTC(2026, 7, 1, 14, 0, 0, 618),
      },
    ]);
    expect(
      mastodon.rateSignals(
        { status: 200, headers: new Headers({ 'x-ratelimit-remaining': '1' }), body: null },
        'a',
      ),
    ).toEqual([]);
  });
});
