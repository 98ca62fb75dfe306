import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../../../src/engine/http/call.ts';
import type { FailureCode } from '../../../../src/engine/http/call.ts';
import { classify } from '../../../../src/engine/platforms/x/classify.ts';

const now = Date.UTC(2026, 10, 22, 12);
const seconds = (instant: number): string => String(instant / 1_000);
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});
const forbidden = (detail: string) => ({ detail, type: 'about:blank', title: 'Forbidden', status: 403 });
const numbered = (code: number, message = 'words') => ({ errors: [{ code, message }] });
const typed = (segment: string, host = 'api.x.com', more: object = {}) => ({
  title: 'Title',
  detail: 'Detail of it.',
  type: `https://${host}/2/problems/${segment}`,
  ...more,
});

const rows: readonly [name: string, status: number, body: unknown, code: FailureCode][] = [
  [
    'an expired or revoked token',
    401,
    { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
    'auth_expired',
  ],
  ['an invalid token by number', 401, numbered(89, 'Invalid or expired token.'), 'auth_expired'],
  [
    'a spent refresh token',
    400,
    { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
    'auth_revoked',
  ],
  ['a revoked refresh token', 400, { error: 'invalid_grant' }, 'auth_revoked'],
  ['an unknown app at the token endpoint', 401, { error: 'invalid_client' }, 'account_action_required'],
  ['a missing scope', 403, typed('oauth2-scope-missing'), 'scope_missing'],
  ['a missing scope by resource', 403, typed('not-authorized-for-resource'), 'scope_missing'],
  ['an app that may only read', 403, typed('oauth1-permissions'), 'scope_missing'],
  ['the wrong kind of token', 403, typed('unsupported-authentication'), 'auth_revoked'],
  [
    'an app that is not enrolled',
    403,
    typed('client-forbidden', 'api.x.com', { reason: 'client-not-enrolled' }),
    'account_action_required',
  ],
  ['a suspended user', 403, typed('user-suspended'), 'account_action_required'],
  [
    'a suspended user at the old host',
    403,
    typed('user-suspended', 'api.twitter.com'),
    'account_action_required',
  ],
  ['a suspended account by number', 403, numbered(64), 'account_action_required'],
  ['a locked account', 403, numbered(326), 'account_action_required'],
  [
    'a callback address that is not registered',
    400,
    numbered(415, 'Callback URL not approved for this client application.'),
    'account_action_required',
  ],
  [
    'a duplicate',
    403,
    forbidden('You are not allowed to create a Tweet with duplicate content.'),
    'duplicate',
  ],
  ['a duplicate by number', 403, numbered(187, 'Status is a duplicate.'), 'duplicate'],
  ['a duplicate with a number in quotes', 403, { errors: [{ code: '187', message: '' }] }, 'duplicate'],
  [
    'something not permitted',
    403,
    forbidden('You are not permitted to perform this action.'),
    'content_rejected',
  ],
  ['two cashtags', 403, forbidden('Posts are limited to a maximum of one cashtag.'), 'content_rejected'],
  [
    'a reply nobody asked for',
    403,
    forbidden(
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
    ),
    'content_rejected',
  ],
  [
    'a video that is too long',
    403,
    forbidden('This user is not allowed to post a video longer than 2 minutes'),
    'media_invalid',
  ],
  ['the daily limit of posts', 403, numbered(185), 'quota_exhausted'],
  ['a text that is too long', 403, numbered(186), 'content_rejected'],
  ['what looks automated', 403, numbered(226), 'account_action_required'],
  [
    'a bad field',
    400,
    typed('invalid-request', 'api.x.com', { errors: [{ parameters: { text: ['…'] }, message: 'no' }] }),
    'content_rejected',
  ],
  [
    'a bad media id',
    400,
    typed('invalid-request', 'api.x.com', {
      errors: [{ parameters: { 'media.media_ids': ['1'] }, message: 'no' }],
    }),
    'media_invalid',
  ],
  [
    'media ids that expired',
    400,
    {
      errors: [{ parameters: {}, message: 'Your media IDs are invalid.' }],
      type: 'https://api.x.com/2/problems/invalid-request',
    },
    'media_invalid',
  ],
  [
    'no credits',
    402,
    {
      title: 'Payment Required',
      status: 402,
      detail: 'credits depleted',
      type: 'https://api.x.com/2/problems/credits-depleted',
    },
    'credits_exhausted',
  ],
  ['no credits without a body', 402, null, 'credits_exhausted'],
  [
    'no credits in other words',
    403,
    forbidden('Your account has reached its spending limit.'),
    'credits_exhausted',
  ],
  ['too many connections', 409, { title: 'ConnectionException' }, 'platform_refused'],
  [
    'a rate limit',
    429,
    { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
    'rate_limited',
  ],
  ['a rate limit by number', 429, numbered(88, 'Rate limit exceeded'), 'rate_limited'],
  ['a rate limit by type', 429, typed('rate-limit-exceeded'), 'rate_limited'],
  ['the monthly cap', 429, typed('usage-capped'), 'quota_exhausted'],
  ['an inner error', 500, { title: 'Internal Server Error' }, 'unavailable'],
  ['a bad gateway in HTML', 502, null, 'unavailable'],
  ['overload', 503, { title: 'Service Unavailable' }, 'unavailable'],
  ['a gateway time-out', 504, null, 'unavailable'],
  ['overload by number', 403, numbered(130), 'unavailable'],
  ['a plain no', 403, forbidden('Forbidden'), 'platform_refused'],
  [
    'a missing thing',
    404,
    { title: 'Not Found', type: 'about:blank', status: 404, detail: 'Not Found' },
    'platform_refused',
  ],
  ['a file too large', 413, null, 'media_invalid'],
  ['a path that is gone', 410, null, 'platform_changed'],
  [
    'a partial error',
    200,
    {
      errors: [
        {
          detail: 'Could not find tweet with id: [456].',
          type: 'https://api.x.com/2/problems/resource-not-found',
        },
      ],
    },
    'platform_refused',
  ],
  [
    'a partial error about one field',
    200,
    { data: [], errors: [typed('not-authorized-for-field')] },
    'platform_refused',
  ],
  [
    'a duplicate told beside data',
    200,
    { data: {}, errors: [{ code: 187, message: 'Status is a duplicate.' }] },
    'duplicate',
  ],
  ['a success nobody can read', 200, 'nonsense', 'platform_changed'],
  ['a redirect', 302, null, 'platform_changed'],
];

describe('reading the errors of X', () => {
  it.each(rows)('%s (%d) is understood', (_, status, body, code) => {
    expect(classify(answer(status, body), now).code).toBe(code);
  });

  it('waits for the reset of the window', () => {
    const headers = {
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': seconds(now + 400_000),
    };
    expect(classify(answer(429, null, headers), now).retryAt).toBe(now + 400_000);
  });

  it('waits for the day when the day is used up', () => {
    const headers = {
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '40',
      'x-rate-limit-reset': seconds(now + 400_000),
      'x-user-limit-24hour-limit': '100',
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': seconds(now + 40_000_000),
    };
    expect(classify(answer(429, null, headers), now).retryAt).toBe(now + 40_000_000);
  });

  it('waits for the reset where nothing says what is used up', () => {
    const headers = { 'x-rate-limit-remaining': '3', 'x-rate-limit-reset': seconds(now + 9_000) };
    expect(classify(answer(429, null, headers), now).retryAt).toBe(now + 9_000);
  });

  it('waits a window where X does not say, and when what it says has passed', () => {
    expect(classify(answer(429, null), now).retryAt).toBe(now + 900_000);
    const past = { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': seconds(now - 5_000) };
    expect(classify(answer(429, null, past), now).retryAt).toBe(now + 900_000);
  });

  it('honours Retry-After in both forms', () => {
    expect(classify(answer(429, null, { 'retry-after': '30' }), now).retryAt).toBe(now + 30_000);
    const date = new Date(now + 60_000).toUTCString();
    expect(classify(answer(503, null, { 'retry-after': date }), now).retryAt).toBe(now + 60_000);
    expect(classify(answer(503, null, { 'retry-after': 'soon' }), now).retryAt).toBeNull();
    expect(classify(answer(503, null), now).retryAt).toBeNull();
  });

  it('waits hours at the daily limit and for the next month at the monthly cap', () => {
    expect(classify(answer(403, numbered(185)), now).retryAt).toBe(now + 3 * 3_600_000);
    expect(classify(answer(429, typed('usage-capped')), now).retryAt).toBe(Date.UTC(2026, 11, 1));
  });

  it('gives no time where waiting does not help', () => {
    expect(classify(answer(402, null), now).retryAt).toBeNull();
    expect(classify(answer(401, null), now).retryAt).toBeNull();
  });

  it('keeps the most telling words, short and without secrets', () => {
    expect(classify(answer(403, forbidden('Because.')), now).detail).toBe('Because.');
    const bad = typed('invalid-request', 'api.x.com', {
      detail: 'One or more parameters to your request was invalid.',
      errors: [{ parameters: { text: ['x'] }, message: 'text: too long' }],
    });
    expect(classify(answer(400, bad), now).detail).toBe('text: too long');
    const token = 'dGhpc2lzYXZlcnlzZWNyZXR0b2tlbg'.repeat(3);
    expect(classify(answer(403, forbidden(`Bearer ${token} and ${token} are\n no good`)), now).detail).toBe(
      '… and … are no good',
    );
    const long = classify(answer(403, forbidden('ab '.repeat(400))), now).detail;
    expect(long).toHaveLength(300);
    expect(long.endsWith('…')).toBe(true);
  });

  it('never throws, whatever the answer', () => {
    const shaped = fc.record(
      {
        title: fc.anything(),
        detail: fc.anything(),
        type: fc.oneof(fc.webUrl(), fc.anything()),
        status: fc.anything(),
        error: fc.anything(),
        errors: fc.oneof(
          fc.array(fc.record({ code: fc.anything(), message: fc.anything(), parameters: fc.anything() })),
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    );
    const headers = fc.dictionary(
      fc.constantFrom(
        'retry-after',
        'x-rate-limit-reset',
        'x-rate-limit-remaining',
        'x-user-limit-24hour-reset',
      ),
      fc.string({ unit: fc.constantFrom('0', '9', '-', '.', 'e', ' ', 'x') }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(shaped, fc.anything()),
        headers,
        (status, body, said) => {
          const failure = classify(answer(status, body, said), now);
          expect(failureCodes).toContain(failure.code);
          expect(failure.detail.length).toBeLessThanOrEqual(300);
          expect(failure.retryAt === null || Number.isSafeInteger(failure.retryAt)).toBe(true);
        },
      ),
    );
  });
});
