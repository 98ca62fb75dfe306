import { mastodon as platform } from '../../src/engine/platforms/mastodon/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const sample = (given: Partial<Sample> & Pick<Sample, 'parts'>): Sample => ({
  options: {},
  needsMediaHost: false,
  ...given,
});

/** Mastodon: servers of many owners, and repeats that they know by their key. */
export const mastodon: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  connect: { by: 'consent', server: 'mastodon.practice.test' },
  created: ['posts.create'],
  samples: {
    text: sample({ parts: [{ text: 'The first loaf of the day 🥖 #rye', media: [] }] }),
    link: sample({ parts: [{ text: 'Prices are on https://example.com/prices now', media: [] }] }),
    image: sample({
      parts: [{ text: 'Out of the oven', media: ['jpeg'] }],
      options: { visibility: 'unlisted', spoilerText: 'Food' },
    }),
    images: sample({ parts: [{ text: 'Four of them', media: ['jpeg', 'png', 'jpeg', 'png'] }] }),
    video: sample({ parts: [{ text: 'How it rises', media: ['mp4'] }] }),
    thread: sample({
      parts: [
        { text: 'Three things about rye', media: [] },
        { text: 'It is patient', media: ['png'] },
        { text: 'And it keeps', media: [] },
      ],
    }),
  },
  refusals: [
    {
      name: 'rate_limited',
      operation: 'posts.create',
      status: 429,
      headers: { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0', 'retry-after': '60' },
      body: { error: 'Too many requests' },
      code: 'rate_limited',
    },
    {
      name: 'auth_revoked',
      operation: 'posts.create',
      status: 401,
      body: { error: 'The access token was revoked' },
      code: 'auth_revoked',
    },
    {
      name: 'auth_expired',
      operation: 'posts.create',
      status: 401,
      body: { error: 'The access token expired' },
      code: 'auth_expired',
    },
    {
      name: 'scope_missing',
      operation: 'posts.create',
      status: 403,
      body: { error: 'This action is outside the authorized scopes' },
      code: 'scope_missing',
    },
    {
      name: 'account_action_required',
      operation: 'posts.create',
      status: 403,
      body: { error: 'Your login is currently disabled' },
      code: 'account_action_required',
    },
    {
      name: 'content_rejected',
      operation: 'posts.create',
      status: 422,
      body: { error: 'Validation failed: Text character limit of 500 exceeded' },
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'media.upload',
      status: 422,
      body: { error: 'Validation failed: File content type is invalid, File is invalid' },
      code: 'media_invalid',
    },
    {
      name: 'unavailable',
      operation: 'posts.list',
      status: 503,
      body: { error: 'There was a temporary problem serving your request, please try again' },
      code: 'unavailable',
    },
  ],
};
