import { threads as platform } from '../../src/engine/platforms/threads/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const sample = (needsMediaHost: boolean, options: Sample['options'], ...parts: Sample['parts']): Sample => ({
  parts,
  options,
  needsMediaHost,
});

const refusal = (code: number, message: string, more: Readonly<Record<string, unknown>> = {}) => ({
  error: { message, type: 'THApiException', code, fbtrace_id: 'AAAAAAAAAAA', ...more },
});

/** Threads at the practice network: words need nothing, media are fetched from a public address. */
export const threads: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: null },
  created: ['posts.create'],
  makes: 'containers.publish',
  samples: {
    text: sample(false, {}, { text: 'The first loaf of the day 🥖', media: [] }),
    link: sample(
      false,
      { topic_tag: 'bread', link_attachment: 'https://example.com/bread' },
      { text: 'How it is made', media: [] },
    ),
    image: sample(true, {}, { text: 'Look at this crust', media: ['jpeg'] }),
    images: sample(true, {}, { text: 'Two of them', media: ['jpeg', 'png'] }),
    video: sample(true, {}, { text: 'How it rises', media: ['mp4'] }),
    thread: sample(
      false,
      {},
      { text: 'Three things about rye', media: [] },
      { text: 'It is patient', media: [] },
      { text: 'And it keeps', media: [] },
    ),
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'containers.publish',
      status: 400,
      body: refusal(613, 'Calls to this api have exceeded the rate limit.'),
      code: 'rate_limited',
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
      body: refusal(100, 'User restricted', { error_subcode: 4_279_013 }),
      code: 'account_action_required',
    },
    {
      name: 'content_rejected',
      operation: 'containers.create',
      status: 400,
      body: refusal(100, 'Param text must be at most 500 characters long.'),
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'containers.create',
      status: 400,
      body: refusal(9_004, 'The media could not be fetched from this URI.', { error_subcode: 2_207_052 }),
      code: 'media_invalid',
    },
    {
      name: 'unavailable',
      operation: 'containers.create',
      status: 500,
      body: refusal(2, 'An unexpected error has occurred. Please retry your request later.', {
        is_transient: true,
      }),
      code: 'unavailable',
    },
  ],
};
