import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../../src/engine/http/call.ts';
import { classifyGraph } from '../../../../src/engine/platforms/meta/classify.ts';
import { insightNumber } from '../../../../src/engine/platforms/meta/insights.ts';
import { usageSignals } from '../../../../src/engine/platforms/meta/usage.ts';
import { pageList, profileOf } from '../../../../src/engine/platforms/facebook/page-schema.ts';
import { postList, remotePostOf } from '../../../../src/engine/platforms/facebook/post-schema.ts';

const now = Date.UTC(2026, 10, 22, 12);

/** Shapes that Graph was seen to answer with. */
const errors: readonly [FailureCode, number, object][] = [
  [
    'rate_limited',
    400,
    {
      message: '(#17) User request limit reached',
      type: 'OAuthException',
      is_transient: true,
      code: 17,
      error_subcode: 2_446_079,
    },
  ],
  [
    'rate_limited',
    403,
    {
      message: '(#4) Application request limit reached',
      type: 'OAuthException',
      is_transient: true,
      code: 4,
    },
  ],
  [
    'auth_revoked',
    400,
    {
      message: 'Error validating access token: The user has not authorized application 1.',
      type: 'OAuthException',
      code: 190,
      error_subcode: 458,
    },
  ],
  [
    'auth_expired',
    400,
    {
      message: 'Error validating access token: Session has expired on Friday, 18-Aug',
      type: 'OAuthException',
      code: 190,
      error_subcode: 463,
    },
  ],
  [
    'unavailable',
    400,
    { message: '(#2) Service temporarily unavailable', type: 'OAuthException', is_transient: true, code: 2 },
  ],
  [
    'platform_changed',
    400,
    { message: 'Unknown path components: /impressions/day', type: 'IGApiException', code: 2_500 },
  ],
  [
    'content_rejected',
    400,
    {
      message: "Unsupported get request. Object with ID '2' does not exist",
      type: 'GraphMethodException',
      code: 100,
    },
  ],
];

describe('what Graph was seen to answer', () => {
  it.each(errors)('is understood as %s', (code, status, error) => {
    const answer = { status, body: { error }, headers: new Headers() };
    expect(classifyGraph(answer, now, { tokensEnd: 'none' }).code).toBe(code);
  });

  it('has usage in percent', () => {
    const headers = new Headers({ 'x-app-usage': '{"call_count":2,"total_cputime":2,"total_time":2}' });
    expect(usageSignals({ headers }, now)).toMatchObject([{ scope: 'app', remaining: 98 }]);
  });

  it('has Pages without a name of their own', () => {
    const { data } = pageList.parse({
      data: [
        {
          access_token: 'a token',
          category: '相机/照片',
          category_list: [{ id: '2208', name: 'a category' }],
          name: 'A Page',
          id: '2121008874780932',
          tasks: ['ANALYZE', 'ADVERTISE', 'MESSAGING', 'MODERATE', 'CREATE_CONTENT', 'MANAGE'],
        },
      ],
      paging: { cursors: { before: 'before', after: 'after' } },
    });
    const [page] = data;
    expect(page && profileOf(page, 'https://www.facebook.com')).toMatchObject({
      remoteId: '2121008874780932',
      username: '2121008874780932',
      displayName: 'A Page',
      profileUrl: 'https://www.facebook.com/2121008874780932',
      followers: null,
      metrics: {},
    });
  });

  it('has posts with a time and little else', () => {
    const { data } = postList.parse({
      data: [{ id: '4_10113477241177441', message: 'Words', created_time: '2021-07-04T19:50:58+0000' }],
      paging: { next: 'https://graph.facebook.com/v10.0/4/posts?until=1624385168' },
    });
    const account = { remoteId: '4', username: '4', webOrigin: 'https://www.facebook.com', facts: {} };
    const [post] = data;
    expect(post && remotePostOf(account, post)).toEqual({
      remoteId: '4_10113477241177441',
      url: 'https://www.facebook.com/4_10113477241177441',
      text: 'Words',
      publishedAt: Date.UTC(2021, 6, 4, 19, 50, 58),
      inReplyTo: null,
      mediaCount: 0,
      metrics: { shares: 0 },
    });
  });

  it('has a total beside the values of a metric', () => {
    const insight = {
      name: 'profile_activity',
      period: 'lifetime',
      values: [{ value: 11 }],
      total_value: { value: 11 },
    };
    expect(insightNumber([insight], 'profile_activity')).toBe(11);
  });
});
