import { facebook as platform } from '../../src/engine/platforms/facebook/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const sample = (options: Sample['options'], ...parts: Sample['parts']): Sample => ({
  parts,
  options,
  needsMediaHost: false,
});

const refusal = (code: number, message: string, more: Readonly<Record<string, unknown>> = {}) => ({
  error: { message, type: 'OAuthException', code, fbtrace_id: 'AAAAAAAAAAA', ...more },
});

/** Facebook at the practice network: Pages, each with a token of its own. */
export const facebook: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: null },
  created: ['posts.create', 'comments.create'],
  samples: {
    text: sample({}, { text: 'The first loaf of the day', media: [] }),
    link: sample({}, { text: 'How it is made: https://example.com/bread', media: [] }),
    image: sample({}, { text: 'Look at this crust', media: ['jpeg'] }),
    images: sample({}, { text: 'Two of them', media: ['jpeg', 'png'] }),
    video: sample({}, { text: 'How it rises', media: ['mp4'] }),
    story: sample({ format: 'story' }, { text: '', media: ['jpeg'] }),
    thread: sample({}, { text: 'Rye', media: [] }, { text: 'Water', media: [] }, { text: 'Time', media: [] }),
    first_comment: sample(
      {},
      { text: 'Rye, from the beginning', media: ['jpeg'] },
      { text: 'The recipe: https://example.com/rye', media: [] },
    ),
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'posts.create',
      status: 400,
      headers: {
        'x-business-use-case-usage': JSON.stringify({
          '1': [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 20 }],
        }),
      },
      body: refusal(32, '(#32) Page request limit reached'),
      code: 'rate_limited',
    },
    {
      name: 'auth_revoked',
      operation: 'posts.create',
      status: 400,
      body: refusal(190, 'Error validating access token: The user has not authorized application 1.', {
        error_subcode: 458,
      }),
      code: 'auth_revoked',
    },
    {
      name: 'auth_expired',
      operation: 'posts.create',
      status: 400,
      body: refusal(190, 'Error validating access token: Session has expired on Friday, 18-Aug', {
        error_subcode: 463,
      }),
      code: 'auth_expired',
    },
    {
      name: 'scope_missing',
      operation: 'posts.create',
      status: 403,
      body: refusal(200, '(#200) Requires pages_manage_posts permission'),
      code: 'scope_missing',
    },
    {
      name: 'account_action_required',
      operation: 'posts.create',
      status: 400,
      body: refusal(368, 'The action attempted has been deemed abusive or is otherwise disallowed'),
      code: 'account_action_required',
    },
    {
      name: 'duplicate',
      operation: 'posts.create',
      status: 400,
      body: refusal(506, 'Duplicate status message', { error_subcode: 1_455_006 }),
      code: 'duplicate',
    },
    {
      name: 'content_rejected',
      operation: 'posts.create',
      status: 400,
      body: refusal(100, 'Invalid parameter', { error_subcode: 1_609_008 }),
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'media.upload',
      status: 400,
      body: refusal(100, 'Invalid parameter', { error_subcode: 1_366_046 }),
      code: 'media_invalid',
    },
    {
      name: 'version_expired',
      operation: 'users.me',
      status: 400,
      body: refusal(2_500, 'Unknown path components: /61550000001'),
      code: 'platform_changed',
    },
    {
      name: 'unavailable',
      operation: 'posts.list',
      status: 400,
      body: refusal(2, '(#2) Service temporarily unavailable', { is_transient: true }),
      code: 'unavailable',
    },
  ],
};
