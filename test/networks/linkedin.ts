import { linkedin as platform } from '../../src/engine/platforms/linkedin/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const sample = (...parts: Sample['parts']): Sample => ({ parts, options: {}, needsMediaHost: false });

/** LinkedIn for one's own profile: no list to look into, but a duplicate names its original. */
export const linkedin: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: null },
  created: ['posts.create', 'comments.create'],
  samples: {
    text: sample({ text: 'The first loaf (of the day) is out *now* #baking', media: [] }),
    link: {
      ...sample({ text: 'Prices are on https://example.com/prices_now', media: [] }),
      options: { link_title: 'Prices', link_description: 'All of them' },
    },
    image: sample({ text: 'Out of the oven', media: ['jpeg'] }),
    images: sample({ text: 'Three of them', media: ['jpeg', 'png', 'jpeg'] }),
    video: sample({ text: 'How it rises', media: ['mp4'] }),
    first_comment: sample(
      { text: 'Three things about rye', media: [] },
      { text: 'It is patient, and it keeps [for days]', media: [] },
    ),
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'posts.create',
      status: 429,
      headers: { 'retry-after': '30' },
      body: {
        status: 429,
        code: 'TOO_MANY_REQUESTS',
        message: 'Resource level throttle limit for calls is reached.',
      },
      code: 'rate_limited',
    },
    {
      name: 'quota_exhausted',
      operation: 'posts.create',
      status: 429,
      body: {
        status: 429,
        code: 'TOO_MANY_REQUESTS',
        message: 'Resource level throttle MEMBER DAY limit for calls to this resource is reached.',
      },
      code: 'quota_exhausted',
    },
    {
      name: 'auth_revoked',
      operation: 'posts.create',
      status: 401,
      body: {
        status: 401,
        serviceErrorCode: 65_601,
        code: 'REVOKED_ACCESS_TOKEN',
        message: 'The token used in the request has been revoked by the user',
      },
      code: 'auth_revoked',
    },
    {
      name: 'auth_expired',
      operation: 'posts.create',
      status: 401,
      body: {
        status: 401,
        serviceErrorCode: 65_602,
        code: 'EXPIRED_ACCESS_TOKEN',
        message: 'The token used in the request has expired',
      },
      code: 'auth_expired',
    },
    {
      name: 'scope_missing',
      operation: 'posts.create',
      status: 403,
      body: {
        status: 403,
        serviceErrorCode: 100,
        code: 'ACCESS_DENIED',
        message: 'Not enough permissions to access: posts.CREATE',
      },
      code: 'scope_missing',
    },
    {
      name: 'duplicate',
      operation: 'posts.create',
      status: 422,
      body: {
        errorDetailType: 'com.linkedin.common.error.BadRequest',
        message:
          'com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of urn:li:share:7141138937766391808',
        errorDetails: {
          inputErrors: [{ description: 'Duplicate post is detected', input: {}, code: 'DUPLICATE_POST' }],
        },
        status: 422,
      },
      code: 'duplicate',
    },
    {
      name: 'content_rejected',
      operation: 'posts.create',
      status: 400,
      body: {
        status: 400,
        code: 'FIELD_LENGTH_TOO_LONG',
        message: 'commentary is longer than 3000 characters',
      },
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'posts.create',
      status: 400,
      body: {
        status: 400,
        code: 'FIELD_INVALID',
        message: 'urn:li:image:C4E10AQF is not available to the author',
      },
      code: 'media_invalid',
    },
    {
      name: 'version_expired',
      operation: 'media.status',
      status: 426,
      body: { status: 426, code: 'NONEXISTENT_VERSION', message: 'Requested version 202609 is not active' },
      code: 'platform_changed',
    },
    {
      name: 'unavailable',
      operation: 'media.initialize',
      status: 503,
      body: { status: 503, message: 'Service Unavailable' },
      code: 'unavailable',
    },
  ],
};
