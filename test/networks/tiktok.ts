import { tiktok as platform } from '../../src/engine/platforms/tiktok/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const direct = { mode: 'direct', privacy: 'PUBLIC_TO_EVERYONE' };

const sample = (text: string, media: Sample['parts'][number]['media'], needsMediaHost: boolean): Sample => ({
  parts: [{ text, media }],
  options: direct,
  needsMediaHost,
});

const error = (code: string, message: string) => ({
  data: {},
  error: { code, message, log_id: '202210112248442CB9319E1FB30C1073F3' },
});

/** TikTok: videos in chunks, of which the last makes the post, and photos from a public address. */
export const tiktok: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: null },
  created: ['posts.create', 'drafts.create'],
  samples: {
    video: sample('How it rises #rye', ['mp4'], false),
    image: sample('Out of the oven', ['jpeg'], true),
    images: sample('Two of them', ['jpeg', 'jpeg'], true),
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'containers.create',
      status: 429,
      body: error('rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.'),
      code: 'rate_limited',
    },
    {
      name: 'quota_exhausted',
      operation: 'containers.create',
      status: 403,
      body: error(
        'spam_risk_too_many_posts',
        'The daily post cap from the API is reached for the current user.',
      ),
      code: 'quota_exhausted',
    },
    {
      name: 'auth_expired',
      operation: 'containers.create',
      status: 401,
      body: error('access_token_invalid', 'The access token is invalid or not found in the request.'),
      code: 'auth_expired',
    },
    {
      name: 'scope_missing',
      operation: 'containers.create',
      status: 401,
      body: error('scope_not_authorized', 'The user did not authorize the scope required.'),
      code: 'scope_missing',
    },
    {
      name: 'account_action_required',
      operation: 'containers.create',
      status: 403,
      body: error('spam_risk_user_banned_from_posting', 'The user is banned from making new posts.'),
      code: 'account_action_required',
    },
    {
      name: 'content_rejected',
      operation: 'containers.create',
      status: 400,
      body: error('privacy_level_option_mismatch', 'Please check the privacy level.'),
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'containers.create',
      status: 400,
      body: error('invalid_file_upload', 'The file does not meet our specification.'),
      code: 'media_invalid',
    },
    {
      name: 'unavailable',
      operation: 'posts.list',
      status: 500,
      body: error('internal_error', 'Internal error.'),
      code: 'unavailable',
    },
  ],
};
