import { youtube as platform } from '../../src/engine/platforms/youtube/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const options = { title: 'The first loaf of the day', madeForKids: 'no', privacy: 'public' } as const;

const sample = (...parts: Sample['parts']): Sample => ({ parts, options, needsMediaHost: false });

const refusal = (status: number, reason: string, message: string) => ({
  error: { code: status, message, errors: [{ message, domain: 'youtube.api', reason }] },
});

/** YouTube at the practice network: one video a post, which comes into being when its upload is complete. */
export const youtube: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: null },
  created: ['posts.create', 'comments.create'],
  samples: {
    video: sample({ text: 'How it rises, and what it costs: https://example.com/bread', media: ['mp4'] }),
    first_comment: sample(
      { text: 'Rye, from the beginning', media: ['mp4'] },
      { text: 'The recipe is in the description', media: [] },
    ),
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'posts.list',
      status: 429,
      body: refusal(429, 'rateLimitExceeded', 'Too many requests.'),
      code: 'rate_limited',
    },
    {
      name: 'quota_exhausted',
      operation: 'media.initialize',
      status: 403,
      body: refusal(
        403,
        'quotaExceeded',
        'The request cannot be completed because you have exceeded your quota.',
      ),
      code: 'quota_exhausted',
    },
    {
      name: 'auth_expired',
      operation: 'media.initialize',
      status: 401,
      body: refusal(401, 'authError', 'Invalid Credentials'),
      code: 'auth_expired',
    },
    {
      name: 'scope_missing',
      operation: 'media.initialize',
      status: 403,
      body: refusal(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.'),
      code: 'scope_missing',
    },
    {
      name: 'account_action_required',
      operation: 'media.initialize',
      status: 403,
      body: refusal(403, 'accessNotConfigured', 'YouTube Data API v3 has not been used in this project.'),
      code: 'account_action_required',
    },
    {
      name: 'content_rejected',
      operation: 'media.initialize',
      status: 400,
      body: refusal(400, 'invalidTitle', 'The request metadata specifies an invalid or empty video title.'),
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'media.initialize',
      status: 400,
      body: refusal(400, 'mediaBodyRequired', 'The request does not include the video content.'),
      code: 'media_invalid',
    },
    {
      name: 'unavailable',
      operation: 'users.me',
      status: 503,
      body: refusal(503, 'backendError', 'Backend Error'),
      code: 'unavailable',
    },
  ],
};
