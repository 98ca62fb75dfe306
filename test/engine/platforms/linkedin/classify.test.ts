import { describe, expect, it } from 'vitest';
import { classify } from '../../../../src/engine/platforms/linkedin/classify.ts';
import { madeAt, postIdOf } from '../../../../src/engine/platforms/linkedin/wire/urn.ts';
import { linkedin } from '../../../networks/linkedin.ts';

const now = Date.UTC(2026, 10, 23, 15, 30);
const read = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  classify({ status, body, headers: new Headers(headers) }, now);

describe('what LinkedIn refuses', () => {
  it.each(linkedin.refusals)('$name is understood', ({ status, body, headers, code }) => {
    expect(read(status, body, headers).code).toBe(code);
  });

  it('names the original of a duplicate', () => {
    const body = {
      message: 'BadRequestResponseException: Content is a duplicate of urn:li:share:7141138937766391808',
      status: 422,
    };
    expect(read(422, body)).toMatchObject({
      code: 'duplicate',
      existingId: 'urn:li:share:7141138937766391808',
    });
  });

  it('rests until the next day of UTC where the day is used up, and knows whose day it is', () => {
    const said = (whose: string) => ({
      status: 429,
      code: 'TOO_MANY_REQUESTS',
      message: `Resource level throttle ${whose} DAY limit for calls to this resource is reached.`,
    });
    const next = Date.UTC(2026, 10, 24);
    expect(read(429, said('MEMBER'))).toMatchObject({ code: 'quota_exhausted', retryAt: next });
    expect(read(429, said('MEMBER')).limitOf).toBeUndefined();
    expect(read(429, said('APPLICATION'))).toMatchObject({ retryAt: next, limitOf: 'app' });
  });

  it('takes a request that LinkedIn no longer knows for a change of LinkedIn, not for a missing right', () => {
    const message = 'Unpermitted fields present in PARAMETER: Data Processing Exception [/shares[0]]';
    expect(read(403, { status: 403, serviceErrorCode: 100, code: 'ACCESS_DENIED', message }).code).toBe(
      'platform_changed',
    );
  });

  it('does not know after a conflict whether the post was made', () => {
    expect(read(409, { message: 'Unable to obtain activity', status: 409 })).toMatchObject({
      code: 'unavailable',
      inDoubt: true,
    });
  });

  it.each([null, '', [], 'x', { message: 5 }, { error: {} }])('reads %j without trouble', (body) => {
    expect(read(500, body).code).toBe('unavailable');
    expect(read(404, body).code).toBe('platform_refused');
  });
});

describe('ids', () => {
  it('hold the time', () => {
    expect(madeAt('urn:li:share:7141138937766391808')).toBe(1_702_580_198_709);
    expect(madeAt('urn:li:comment:(urn:li:activity:7141138937766391808,7141138937766391809)')).toBe(
      1_702_580_198_709,
    );
    expect(madeAt('urn:li:person:abc')).toBeNull();
  });

  it.each([
    [
      'https://www.linkedin.com/feed/update/urn:li:share:7141138937766391808/',
      'urn:li:share:7141138937766391808',
    ],
    [
      'https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7141138937766391808',
      'urn:li:ugcPost:7141138937766391808',
    ],
    [
      'https://www.linkedin.com/posts/mara-linden_bread-activity-7141138937766391808-AbCd?utm_source=share',
      'urn:li:activity:7141138937766391808',
    ],
    ['https://www.linkedin.com/in/mara-linden/', null],
  ])('stand in %s', (url, urn) => {
    expect(postIdOf(url)).toBe(urn);
  });
});
