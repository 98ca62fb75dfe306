import { bluesky as platform } from '../../src/engine/platforms/bluesky/platform.ts';
import type { NetworkSeed, Sample } from './seed.ts';

const sample = (given: Partial<Sample> & Pick<Sample, 'parts'>): Sample => ({
  options: {},
  needsMediaHost: false,
  ...given,
});

/** Bluesky: app passwords, and posts under keys that are chosen before they are sent. */
export const bluesky: NetworkSeed = {
  platform,
  people: ['mara_bakes', 'harbourcoffee', 'tobi_repairs'],
  handleOf: (person) => `${person.replaceAll('_', '-')}.practice.test`,
  connect: {
    by: 'password',
    server: null,
    passwordOf: (person) => `prac-tice-${person.slice(0, 4)}-only`,
  },
  created: ['posts.create'],
  samples: {
    text: sample({ parts: [{ text: 'The first loaf of the day 🥖', media: [] }] }),
    link: sample({
      parts: [{ text: 'Prices are on https://example.com/prices now', media: [] }],
      options: { linkTitle: 'Prices', linkDescription: 'All of them' },
    }),
    image: sample({ parts: [{ text: 'Out of the oven', media: ['jpeg'] }] }),
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
      headers: { 'ratelimit-limit': '5000', 'ratelimit-remaining': '0', 'retry-after': '60' },
      body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
      code: 'rate_limited',
    },
    {
      name: 'account_action_required',
      operation: 'posts.create',
      status: 400,
      body: { error: 'RepoTakendown', message: 'Account has been taken down' },
      code: 'account_action_required',
    },
    {
      name: 'content_rejected',
      operation: 'posts.create',
      status: 400,
      body: {
        error: 'InvalidRequest',
        message: 'Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes',
      },
      code: 'content_rejected',
    },
    {
      name: 'media_invalid',
      operation: 'media.upload',
      status: 413,
      body: { error: 'PayloadTooLarge', message: 'request entity too large' },
      code: 'media_invalid',
    },
    {
      name: 'unavailable',
      operation: 'posts.list',
      status: 502,
      body: { error: 'UpstreamFailure', message: 'Upstream Failure' },
      code: 'unavailable',
    },
  ],
};
