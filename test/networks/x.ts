import { x as platform } from '../../src/engine/platforms/x/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const sample = (text: string, media: Sample['parts'][number]['media'] = []): Sample => ({
  parts: [{ text, media }],
  options: {},
  needsMediaHost: false,
});

const problem = (status: number, type: string, detail: string) => ({
  title: 'Refused',
  detail,
  type: `https://api.x.com/2/problems/${type}`,
  status,
});

/** X at the practice network. */
export const x: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: null },
  created: ['posts.create'],
  samples: {
    text: sample('Rye & spelt at seven o’clock'),
    link: sample('The new bread list: https://example.com/bread?day=monday'),
    image: sample('One loaf', ['png']),
    images: sample('Three loaves on a board', ['png', 'jpeg', 'png']),
    video: sample('The oven, in two seconds', ['mp4']),
    thread: {
      parts: [
        { text: 'How a loaf is made, the first of three', media: [] },
        { text: 'How a loaf is made, the second of three', media: ['jpeg'] },
        { text: 'How a loaf is made, the third of three', media: [] },
      ],
      options: {},
      needsMediaHost: false,
    },
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'posts.create',
      status: 429,
      body: problem(429, 'about:blank', 'Too Many Requests'),
      code: 'rate_limited',
    },
    {
      name: 'quota_exhausted',
      operation: 'posts.create',
      status: 403,
      body: {
        detail: 'You have reached your daily limit.',
        errors: [{ code: 185, message: 'User is over daily status update limit.' }],
      },
      code: 'quota_exhausted',
    },
    {
      name: 'scope_missing',
      operation: 'posts.create',
      status: 403,
      body: problem(
        403,
        'oauth1-permissions',
        'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
      ),
      code: 'scope_missing',
    },
    {
      name: 'duplicate',
      operation: 'posts.create',
      status: 403,
      body: {
        detail: 'You are not allowed to create a Tweet with duplicate content.',
        type: 'about:blank',
        title: 'Forbidden',
        status: 403,
      },
      code: 'duplicate',
    },
    {
      name: 'content_rejected',
      operation: 'posts.create',
      status: 400,
      body: problem(400, 'invalid-request', 'One or more parameters to your request was invalid.'),
      code: 'content_rejected',
    },
    {
      name: 'unavailable',
      operation: 'users.me',
      status: 503,
      body: { title: 'Service Unavailable', status: 503 },
      code: 'unavailable',
    },
    {
      name: 'version_expired',
      operation: 'users.me',
      status: 410,
      body: { title: 'Gone', status: 410 },
      code: 'platform_changed',
    },
  ],
};
