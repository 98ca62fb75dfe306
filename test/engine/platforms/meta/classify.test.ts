import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../../src/engine/http/call.ts';
import { classifyGraph } from '../../../../src/engine/platforms/meta/classify.ts';

const now = Date.UTC(2026, 10, 22, 12);
const page = { tokensEnd: 'none' } as const;
const person = { tokensEnd: 'sixty_days' } as const;

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});

const error = (code: number, subcode?: number, more: object = {}) => ({
  error: {
    message: 'Words that may change',
    type: 'OAuthException',
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    fbtrace_id: 'AAAAAAAAAAA',
    ...more,
  },
});

describe('an error of Graph', () => {
  it.each<[FailureCode, number, number | undefined, number]>([
    ['auth_revoked', 190, undefined, 400],
    ['auth_revoked', 190, 458, 400],
    ['account_action_required', 190, 459, 400],
    ['auth_revoked', 190, 460, 400],
    ['auth_revoked', 190, 463, 400],
    ['account_action_required', 190, 464, 400],
    ['auth_revoked', 190, 467, 400],
    ['auth_revoked', 190, 492, 400],
    ['auth_revoked', 102, undefined, 400],
    ['scope_missing', 10, undefined, 403],
    ['scope_missing', 200, undefined, 403],
    ['scope_missing', 299, undefined, 400],
    ['rate_limited', 4, undefined, 403],
    ['rate_limited', 17, 2_446_079, 400],
    ['rate_limited', 32, undefined, 400],
    ['rate_limited', 341, undefined, 400],
    ['rate_limited', 613, undefined, 400],
    ['rate_limited', 80_001, undefined, 400],
    ['rate_limited', 80_002, undefined, 400],
    ['account_action_required', 368, undefined, 400],
    ['rate_limited', 100, 1_390_008, 400],
    ['account_action_required', 4, 2_207_051, 400],
    ['account_action_required', 25, 2_207_050, 400],
    ['duplicate', 506, 1_455_006, 400],
    ['duplicate', 100, 1_366_051, 400],
    ['content_rejected', 100, undefined, 400],
    ['content_rejected', 100, 1_609_008, 400],
    ['content_rejected', 36_004, 2_207_010, 400],
    ['media_invalid', 100, 1_366_046, 400],
    ['media_invalid', 352, 2_207_026, 400],
    ['media_invalid', 9_004, 2_207_052, 400],
    ['media_invalid', 36_000, 2_207_004, 400],
    ['unavailable', 9_007, 2_207_027, 400],
    ['quota_exhausted', 9, 2_207_042, 400],
    ['unavailable', 1, undefined, 500],
    ['unavailable', 2, undefined, 400],
    ['platform_changed', 2_500, undefined, 400],
    ['account_action_required', 100, 1_404_078, 400],
    ['content_rejected', 987_654, undefined, 400],
  ])('means %s with code %i and subcode %s', (code, number, subcode, status) => {
    expect(classifyGraph(answer(status, error(number, subcode)), now, page).code).toBe(code);
  });

  it('tells a session that ran out from one that was ended, by what is known of the token', () => {
    const ended = answer(400, error(190, 463));
    expect(classifyGraph(ended, now, person).code).toBe('auth_expired');
    expect(classifyGraph(ended, now, page).code).toBe('auth_revoked');
    const dated = answer(
      400,
      error(190, 463, {
        message: 'Error validating access token: Session has expired on Friday, 18-Aug',
      }),
    );
    expect(classifyGraph(dated, now, page).code).toBe('auth_expired');
  });

  it('is in doubt where Graph does not know itself whether it acted', () => {
    expect(classifyGraph(answer(400, error(1)), now, page).inDoubt).toBe(true);
    expect(classifyGraph(answer(400, error(2, undefined, { is_transient: true })), now, page).inDoubt).toBe(
      true,
    );
    expect(
      classifyGraph(answer(400, error(987_654, undefined, { is_transient: true })), now, page),
    ).toMatchObject({
      code: 'unavailable',
      inDoubt: true,
    });
    expect(
      classifyGraph(answer(400, error(4, undefined, { is_transient: true })), now, page),
    ).not.toHaveProperty('inDoubt');
  });

  it('waits as long as the usage header says, else five minutes', () => {
    const usage = JSON.stringify({
      '1234': [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 40 }],
    });
    const limited = answer(400, error(32), { 'x-business-use-case-usage': usage });
    expect(classifyGraph(limited, now, page).retryAt).toBe(now + 40 * 60_000);
    expect(classifyGraph(answer(400, error(32)), now, page).retryAt).toBe(now + 300_000);
  });

  it('says whose the limit is', () => {
    expect(classifyGraph(answer(403, error(4)), now, page).limitOf).toBe('app');
    expect(classifyGraph(answer(400, error(32)), now, page)).not.toHaveProperty('limitOf');
  });

  it('shows what Graph wants shown to the user', () => {
    const body = error(506, undefined, {
      error_user_title: 'Duplicate',
      error_user_msg: 'This update is identical to the last one.',
    });
    expect(classifyGraph(answer(400, body), now, page).detail).toBe(
      'Duplicate: This update is identical to the last one.',
    );
    expect(classifyGraph(answer(400, error(506)), now, page).detail).toBe('Words that may change');
  });

  it('is read from the shape of a token endpoint and of an upload host', () => {
    const token = { error_type: 'OAuthException', code: 400, error_message: 'Matching code was not found' };
    expect(classifyGraph(answer(400, token), now, page)).toMatchObject({
      code: 'content_rejected',
      detail: 'Matching code was not found',
    });
    const upload = (retriable: boolean) => ({
      debug_info: { retriable, type: 'ProcessingFailedError', message: 'Request processing failed' },
    });
    expect(classifyGraph(answer(400, upload(false)), now, page).code).toBe('media_invalid');
    expect(classifyGraph(answer(400, upload(true)), now, page).code).toBe('unavailable');
  });

  it.each<[number, unknown, FailureCode]>([
    [500, null, 'unavailable'],
    [503, '<html>', 'unavailable'],
    [401, null, 'auth_revoked'],
    [429, {}, 'rate_limited'],
    [413, [], 'media_invalid'],
    [400, { error: 'a word' }, 'content_rejected'],
    [404, { error: null }, 'platform_refused'],
    [200, { error: {} }, 'platform_changed'],
    [400, { error: { code: 'many', error_subcode: [], message: 7 } }, 'content_rejected'],
  ])('never throws: status %i with %j is %s', (status, body, code) => {
    expect(classifyGraph(answer(status, body), now, page).code).toBe(code);
  });
});
