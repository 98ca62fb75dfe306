import { instagram as platform } from '../../src/engine/platforms/instagram/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const sample = (options: Sample['options'], ...parts: Sample['parts']): Sample => ({
  parts,
  options,
  needsMediaHost: true,
});

const refusal = (code: number, message: string, more: Readonly<Record<string, unknown>> = {}) => ({
  error: { message, type: 'OAuthException', code, fbtrace_id: 'AAAAAAAAAAA', ...more },
});

/** Instagram at the practice network: every post has media, which are fetched from a public address. */
export const instagram: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: null },
  created: ['posts.create', 'comments.create'],
  makes: 'containers.publish',
  samples: {
    image: sample({}, { text: 'Look at this crust #rye', media: ['jpeg'] }),
    images: sample({}, { text: 'Two of them', media: ['jpeg', 'jpeg'] }),
    story: sample({ format: 'story' }, { text: '', media: ['jpeg'] }),
    first_comment: sample(
      {},
      { text: 'Rye, from the beginning', media: ['jpeg'] },
      { text: '#sourdough #rye', media: [] },
    ),
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'containers.publish',
      status: 400,
      headers: {
        'x-business-use-case-usage': JSON.stringify({
          '17841400000000001': [{ type: 'instagram', call_count: 100, estimated_time_to_regain_access: 20 }],
        }),
      },
      body: refusal(4, '(#4) Application request limit reached'),
      code: 'rate_limited',
    },
    {
      name: 'quota_exhausted',
      operation: 'containers.publish',
      status: 400,
      body: refusal(9, 'Application request limit reached', { error_subcode: 2_207_042 }),
      code: 'quota_exhausted',
    },
    {
      name: 'auth_revoked',
      operation: 'containers.publish',
      status: 400,
      body: refusal(190, 'Error validating access token: The session has been invalidated', {
        error_subcode: 460,
      }),
      code: 'auth_revoked',
    },
    {
      name: 'auth_expired',
      operation: 'containers.publish',
      status: 400,
      body: refusal(190, 'Error validating access token: Session has expired on Friday, 18-Aug', {
        error_subcode: 463,
      }),
      code: 'auth_expired',
    },
    {
      name: 'scope_missing',
      operation: 'containers.publish',
      status: 403,
      body: refusal(10, '(#10) Application does not have permission for this action'),
      code: 'scope_missing',
    },
    {
      name: 'account_action_required',
      operation: 'containers.publish',
      status: 400,
      body: refusal(25, 'The account is restricted', { error_subcode: 2_207_050 }),
      code: 'account_action_required',
    },
    {
      name: 'content_rejected',
      operation: 'containers.create',
      status: 400,
      body: refusal(36_004, 'The caption was too long.', { error_subcode: 2_207_010 }),
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'containers.create',
      status: 400,
      body: refusal(9_004, 'The media could not be fetched from this URI.', {
        error_subcode: 2_207_052,
      }),
      code: 'media_invalid',
    },
    {
      name: 'version_expired',
      operation: 'users.me',
      status: 400,
      body: refusal(2_500, 'Unknown path components: /v1.0'),
      code: 'platform_changed',
    },
    {
      name: 'unavailable',
      operation: 'containers.create',
      status: 500,
      body: refusal(-1, 'Instagram server error', { error_subcode: 2_207_001, is_transient: true }),
      code: 'unavailable',
    },
  ],
};
