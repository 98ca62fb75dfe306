import { expect, test } from 'vitest';
import type { AccountHttp, Call } from '../../../src/engine/http/call.ts';
import { understand } from '../../../src/engine/http/outcome.ts';
import { bluesky } from '../../../src/engine/platforms/bluesky/platform.ts';
import { mastodon } from '../../../src/engine/platforms/mastodon/platform.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import { platforms } from '../../../src/engine/platforms/registry.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import { youtube } from '../../../src/engine/platforms/youtube/platform.ts';

const now = Date.UTC(2026, 10, 20);
const account = {
  remoteId: '1',
  username: 'mara@example.social',
  webOrigin: 'https://example.social',
  facts: { host: 'example.social' },
};

/** Answers calls in order, as a network's transcript has it, and keeps what was asked. */
function transcript(platform: Platform, ...answers: readonly { status?: number; body: unknown }[]) {
  const asked: { path: string; query: unknown; chargedMicros: number }[] = [];
  const http: AccountHttp = {
    endpoints: platform.endpoints,
    prepare: async () => await Promise.resolve(null),
    async send<Answer>(call: Call<Answer>) {
      const { status = 200, body } = answers[asked.length] ?? { status: 500, body: null };
      const answer = { status, body, headers: new Headers() };
      const { result, chargedMicros } = understand(
        platform,
        call,
        { kind: 'answered', answer, text: '' },
        now,
      );
      asked.push({ path: call.path, query: call.query, chargedMicros });
      return await Promise.resolve(result);
    },
  };
  return { http, asked };
}

test('each network reads others whole, or says why it does not', () => {
  for (const { api, words } of platforms) {
    const reads = api.publicPosts !== undefined && api.publicProfile !== undefined;
    expect(words.unread?.competitors === undefined).toBe(reads);
    expect(words.unread?.trends === undefined).toBe(api.trends !== undefined);
  }
});

test('Mastodon: by name on a server, boosts and answers left out, films told from pictures', async () => {
  const person = {
    id: '109',
    username: 'anna',
    acct: 'anna@other.example',
    display_name: 'Anna',
    url: 'https://other.example/@anna',
    followers_count: 42,
  };
  const { http, asked } = transcript(
    mastodon,
    { body: person },
    { status: 404, body: { error: 'Record not found' } },
  );
  expect(await mastodon.api.publicProfile(http, account, 'https://other.example/@anna')).toMatchObject({
    data: { remoteId: '109', handle: 'anna@other.example', followers: 42 },
  });
  expect(asked[0]).toMatchObject({ path: '/api/v1/accounts/lookup', query: { acct: 'anna@other.example' } });
  expect(await mastodon.api.publicProfile(http, account, '@bert')).toMatchObject({ ok: true, data: null });
  expect(asked[1]).toMatchObject({ query: { acct: 'bert@example.social' } });

  const status = (id: string, more: object) => ({
    id,
    uri: `https://other.example/users/anna/statuses/${id}`,
    created_at: '2026-11-19T08:00:00.000Z',
    content: '<p>Hello</p>',
    account: person,
    media_attachments: [],
    favourites_count: 3,
    ...more,
  });
  const listed = transcript(
    mastodon,
    {
      body: [
        status('5', { media_attachments: [{ id: '1', type: 'video' }] }),
        status('4', { in_reply_to_id: '2' }),
        status('3', { content: '<p>See <a href="https://example.com/a">https://example.com/a</a></p>' }),
        status('2', { created_at: '2026-01-01T08:00:00.000Z' }),
      ],
    },
    { body: [] },
  );
  const posts = await mastodon.api.publicPosts(
    listed.http,
    account,
    { remoteId: '109', handle: 'anna@other.example' },
    { since: Date.UTC(2026, 10, 1), limit: 20 },
  );
  expect(posts).toMatchObject({
    data: {
      posts: [
        { remoteId: 'https://other.example/users/anna/statuses/5', format: 'video', metrics: { likes: 3 } },
        { format: 'link' },
      ],
      knownSince: Date.UTC(2026, 10, 1),
    },
  });
  expect(posts.ok && posts.data.posts).toHaveLength(2);
  expect(listed.asked).toHaveLength(1);
});

test('Mastodon: what two days of a hashtag come to, and links where the server has them', async () => {
  const history = [
    { day: '1', uses: '12', accounts: '9' },
    { day: '0', uses: '30', accounts: '20' },
    { day: '-1', uses: '500', accounts: '200' },
  ];
  const { http } = transcript(
    mastodon,
    { body: [{ name: 'rye', url: 'https://example.social/tags/rye', history }] },
    { status: 404, body: { error: 'Not found' } },
  );
  expect(await mastodon.api.trends(http, account, null)).toMatchObject({
    ok: true,
    data: [{ topic: '#rye', kind: 'hashtag', count: 42 }],
  });
});

test('Bluesky: nobody is no fault of the account, and what passes on is not theirs', async () => {
  const missing = transcript(bluesky, {
    status: 400,
    body: { error: 'InvalidRequest', message: 'Profile not found' },
  });
  expect(await bluesky.api.publicProfile(missing.http, account, '@anna')).toMatchObject({ data: null });
  expect(missing.asked[0]).toMatchObject({ query: { actor: 'anna.bsky.social' } });
  const gone = transcript(bluesky, {
    status: 400,
    body: { error: 'AccountDeactivated', message: 'Account is deactivated' },
  });
  expect(await bluesky.api.publicProfile(gone.http, account, 'anna.example')).toMatchObject({ ok: false });

  const view = (key: string, did: string, embed?: object) => ({
    post: {
      uri: `at://${did}/app.bsky.feed.post/${key}`,
      cid: 'c',
      author: { did, handle: 'anna.example' },
      record: { text: 'Hello', createdAt: '2026-11-19T08:00:00.000Z', ...(embed && { embed }) },
      likeCount: 7,
      indexedAt: '2026-11-19T08:00:01.000Z',
    },
  });
  const media = { $type: 'app.bsky.embed.images', images: [] };
  const listed = transcript(bluesky, {
    body: {
      feed: [
        view('3l1', 'did:plc:anna', { $type: 'app.bsky.embed.recordWithMedia', media }),
        { ...view('3l2', 'did:plc:bert'), reason: { $type: 'app.bsky.feed.defs#reasonRepost' } },
      ],
    },
  });
  expect(
    await bluesky.api.publicPosts(
      listed.http,
      account,
      { remoteId: 'did:plc:anna', handle: 'anna.example' },
      { since: 0, limit: 50 },
    ),
  ).toMatchObject({ data: { posts: [{ format: 'picture', metrics: { likes: 7 } }], knownSince: 0 } });
});

test('Bluesky: trends keep their own words, with whole addresses', async () => {
  const trend = {
    topic: 'rye',
    displayName: 'Rye season',
    link: '/profile/trending.bsky.app/feed/1',
    startedAt: '2026-11-19T08:00:00Z',
    postCount: 120,
    actors: [],
  };
  const { http } = transcript(bluesky, { body: { trends: [trend] } });
  expect(await bluesky.api.trends(http, account, null)).toMatchObject({
    data: [{ topic: 'Rye season', url: 'https://bsky.app/profile/trending.bsky.app/feed/1', count: 120 }],
  });
});

test('X: only what was found is paid for', async () => {
  const user = {
    id: '7',
    username: 'anna',
    name: 'Anna',
    protected: true,
    public_metrics: { followers_count: 9 },
  };
  const nobody = { errors: [{ title: 'Not Found Error', resource_type: 'user', value: 'bert' }] };
  const post = {
    id: '1990000000000000001',
    text: 'Hello',
    created_at: '2026-11-19T08:00:00.000Z',
    attachments: { media_keys: ['7_1'] },
    public_metrics: { like_count: 4, reply_count: 1, retweet_count: 0, quote_count: 0 },
  };
  const { http, asked } = transcript(
    x,
    { body: { data: user } },
    { body: nobody },
    { body: { data: [post], meta: { result_count: 1 } } },
    { body: { data: [{ trend_name: '#rye', tweet_count: 40 }, { trend_name: 'Snow' }] } },
    { body: { data: [] } },
  );
  expect(await x.api.publicProfile(http, account, 'https://x.com/anna')).toMatchObject({
    data: { remoteId: '7', handle: 'anna', followers: 9, isClosed: true },
  });
  expect(await x.api.publicProfile(http, account, '@bert')).toMatchObject({ data: null });
  expect(await x.api.publicProfile(http, account, 'no such name')).toMatchObject({ data: null });
  const of = { remoteId: '7', handle: 'anna' };
  expect(await x.api.publicPosts(http, account, of, { since: 0, limit: 20 })).toMatchObject({
    data: { posts: [{ format: 'video', metrics: { likes: 4, comments: 1 } }], knownSince: 0 },
  });
  expect(await x.api.trends(http, account, null)).toMatchObject({
    data: [
      { topic: '#rye', kind: 'hashtag', count: 40 },
      { topic: 'Snow', kind: 'topic', count: null },
    ],
  });
  expect(await x.api.trends(http, account, 'DE')).toMatchObject({ data: [] });
  expect(asked.slice(3).map(({ path }) => path)).toEqual([
    '/2/trends/by/woeid/1',
    '/2/trends/by/woeid/23424829',
  ]);
  expect(asked.map(({ chargedMicros }) => chargedMicros)).toEqual([10_000, 0, 5_000, 20_000, 0]);
  expect(asked[2]?.query).toMatchObject({ exclude: 'replies,retweets', max_results: '20' });
});

test('X: posts are known back to the oldest that was read, also where an answer among them was left out', async () => {
  const post = (id: string, more: object = {}) => ({
    id,
    text: 'Hello',
    created_at: `2026-11-1${id}T08:00:00.000Z`,
    public_metrics: { like_count: 4, reply_count: 1, retweet_count: 0, quote_count: 0 },
    ...more,
  });
  const answer = { referenced_tweets: [{ type: 'replied_to', id: '1' }] };
  const data = [post('9'), post('8', answer), post('7'), post('6'), post('5')];
  const { http } = transcript(x, { body: { data, meta: { result_count: 5, next_token: 'more' } } });
  const of = { remoteId: '7', handle: 'anna' };
  const read = await x.api.publicPosts(http, account, of, { since: 0, limit: 5 });
  expect(read).toMatchObject({ data: { knownSince: Date.UTC(2026, 10, 15, 8) } });
  expect(read.ok && read.data.posts).toHaveLength(4);
});

test('YouTube: a channel by its handle, its public videos, and the most popular of a country', async () => {
  const channel = {
    id: 'UC1234567890123456789012',
    snippet: { title: 'Anna', customUrl: '@anna' },
    statistics: { subscriberCount: '1230', hiddenSubscriberCount: true },
  };
  const video = (id: string, privacyStatus: string) => ({
    id,
    snippet: { title: `Film ${id}`, publishedAt: '2026-11-19T08:00:00Z' },
    status: { privacyStatus },
    statistics: { viewCount: '10', likeCount: '2' },
  });
  const { http, asked } = transcript(
    youtube,
    { body: { items: [channel] } },
    { body: { items: [{ contentDetails: { videoId: 'a' } }, { contentDetails: { videoId: 'b' } }] } },
    { body: { items: [video('a', 'public'), video('b', 'unlisted')] } },
    { body: { items: [video('c', 'public')] } },
  );
  const found = await youtube.api.publicProfile(http, account, 'https://www.youtube.com/@anna');
  expect(found).toMatchObject({ data: { remoteId: channel.id, handle: 'anna', followers: null } });
  expect(asked[0]?.query).toMatchObject({ forHandle: '@anna' });
  const of = { remoteId: channel.id, handle: 'anna' };
  const posts = await youtube.api.publicPosts(http, account, of, { since: 0, limit: 10 });
  expect(posts).toMatchObject({
    data: { posts: [{ remoteId: 'a', text: 'Film a', metrics: { likes: 2 } }], knownSince: 0 },
  });
  expect(posts.ok && posts.data.posts).toHaveLength(1);
  expect(asked[1]?.query).toMatchObject({ playlistId: 'UU1234567890123456789012' });
  expect(await youtube.api.trends(http, account, 'DE')).toMatchObject({
    data: [{ topic: 'Film c', kind: 'video', count: 10 }],
  });
  expect(asked[3]?.query).toMatchObject({ chart: 'mostPopular', regionCode: 'DE' });
});
