import { describe, expect, it } from 'vitest';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import { scope } from '../../../../src/engine/platforms/youtube/scopes.ts';
import { connected, options, signIn } from './account.ts';
import type { Connected } from './account.ts';

const hour = 3_600_000;
const day = 24 * hour;

const later = async ({ network }: Connected, ms: number) => {
  await network.pass(ms);
  return network.http((await signIn(network, 'mara_bakes')).accessToken);
};

describe('the channel', () => {
  it('is told with its numbers and what it may upload', async () => {
    const { profile, network } = await connected();
    expect(profile).toMatchObject({
      remoteId: expect.stringMatching(/^UC.{22}$/),
      username: 'mara_bakes',
      displayName: 'Mara Linden',
      avatarUrl: `${network.url}/practice/avatars/mara_bakes.png`,
      metrics: { posts: expect.any(Number), video_views: expect.any(Number) },
      facts: { uploads: expect.stringMatching(/^UU/), longUploads: 'not_allowed' },
    });
    expect(profile.followers).toBe(profile.metrics.followers);
    expect(await (await fetch(profile.profileUrl ?? '')).text()).toContain('Mara Linden');
  });

  it('may be missing', async () => {
    await expect(connected('crowd_999')).rejects.toThrow('This Google account has no YouTube channel.');
  });
});

describe('own videos', () => {
  it('are read newest first, private ones among them, without a search', async () => {
    const here = await connected();
    const since = here.network.now();
    const open = await here.published({ text: 'Open' });
    await here.network.pass(1_000);
    const closed = await here.published({ text: '', options: { ...options, privacy: 'private' } });
    const own = await youtube.api.ownPosts(here.http, here.account, { since, limit: 10 });
    expect(own).toMatchObject({
      ok: true,
      data: [
        { remoteId: closed, text: 'The first loaf', inReplyTo: null },
        { remoteId: open, text: 'Open' },
      ],
    });
    expect(here.sent).not.toContain('posts.search');
  });

  it('are read page by page, and no further than asked', async () => {
    const here = await connected();
    const all = await youtube.api.ownPosts(here.http, here.account, { since: null, limit: 1_000 });
    if (!all.ok) throw new Error(all.failure.detail);
    const times = all.data.map(({ publishedAt }) => publishedAt);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(new Set(all.data.map(({ remoteId }) => remoteId)).size).toBe(all.data.length);
    const few = await youtube.api.ownPosts(here.http, here.account, { since: null, limit: 3 });
    expect(few.ok && few.data).toEqual(all.data.slice(0, 3));
  });

  it('are read without comments where that was not allowed', async () => {
    const here = await connected('mara_bakes', [scope.upload, scope.read]);
    expect(await youtube.api.ownPosts(here.http, here.account, { since: null, limit: 3 })).toMatchObject({
      ok: true,
      data: [{}, {}, {}],
    });
  });

  it('go back to the first, public ones alone, with their numbers', async () => {
    const here = await connected();
    await here.published({ options: { ...options, privacy: 'private' } });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await youtube.api.history(here.http, here.account, { cursor, limit: 20 });
      if (!page.ok) throw new Error(page.failure.detail);
      for (const { remoteId, metrics, url } of page.data.posts) {
        expect(metrics).toMatchObject({ impressions: expect.any(Number), likes: expect.any(Number) });
        expect(url).toContain(remoteId);
        seen.push(remoteId);
      }
      cursor = page.data.next;
    } while (cursor !== null);
    expect(seen.length).toBe(here.profile.metrics.posts);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('numbers', () => {
  it('of videos grow, fifty a look-up, and none come for what is gone', async () => {
    const here = await connected();
    const young = await here.published();
    const posts = [
      young,
      'ZZZZZZZZZZZ',
      ...Array.from({ length: 60 }, (_, n) => `practice${String(n).padStart(3, '0')}`),
    ];
    const asked = posts.map((remoteId) => ({ remoteId, publishedAt: 0 }));
    here.sent.length = 0;
    const now = await youtube.api.postMetrics(here.http, here.account, asked, here.network.now());
    expect(here.sent).toEqual(['posts.lookup', 'posts.lookup']);
    if (!now.ok) throw new Error(now.failure.detail);
    expect([...now.data.keys()]).toEqual([young]);
    expect(now.data.get(young)).toMatchObject({ impressions: 0, video_views: 0, likes: 0, comments: 0 });
    const http = await later(here, 2 * day);
    const then = await youtube.api.postMetrics(http, here.account, asked.slice(0, 1), here.network.now());
    if (!then.ok) throw new Error(then.failure.detail);
    const { impressions, video_views: views } = then.data.get(young) ?? {};
    expect(views).toBeGreaterThan(50);
    expect(impressions).toBe(views);
  });

  it('of comments are likes', async () => {
    const here = await connected();
    await here.network.pass(hour / 2);
    const comments = await youtube.api.comments(here.http, here.account, {
      posts: [],
      since: null,
      limit: 1,
    });
    const [comment] = comments.ok ? comments.data : [];
    if (comment === undefined) throw new Error('There is no comment.');
    const result = await youtube.api.postMetrics(
      here.http,
      here.account,
      [{ remoteId: comment.remoteId, publishedAt: comment.at }],
      here.network.now(),
    );
    expect(result.ok && result.data.get(comment.remoteId)).toEqual({ likes: expect.any(Number) });
  });

  it('of a day come from Analytics where that was allowed', async () => {
    const here = await connected();
    const result = await youtube.api.accountMetrics(here.http, here.account, here.network.now());
    expect(result).toMatchObject({
      ok: true,
      data: { impressions: expect.any(Number), likes: expect.any(Number), comments: expect.any(Number) },
    });
    const without = await connected('mara_bakes', [scope.read]);
    expect(
      await youtube.api.accountMetrics(without.http, without.account, without.network.now()),
    ).toMatchObject({
      ok: false,
      failure: { code: 'scope_missing' },
    });
  });
});

describe('listening', () => {
  it('hears comments of others under all videos, newest first', async () => {
    const here = await connected();
    const root = await here.published();
    await here.publish(here.part({ text: 'My own', media: [], role: 'comment', root, inReplyTo: root }));
    const result = await youtube.api.comments(here.http, here.account, { posts: [], since: null, limit: 20 });
    if (!result.ok) throw new Error(result.failure.detail);
    expect(result.data.length).toBeGreaterThan(3);
    const times = result.data.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    for (const { kind, onPost, text, author, url } of result.data) {
      expect(kind).toBe('comment');
      expect(text).not.toBe('My own');
      expect(author).toMatch(/^\w+$/);
      expect(url).toContain(`watch?v=${onPost}&lc=`);
    }
    const since = times[1] ?? 0;
    const newer = await youtube.api.comments(here.http, here.account, { posts: [], since, limit: 20 });
    expect(newer.ok && newer.data.every(({ at }) => at >= since)).toBe(true);
  });

  it('finds public videos, with their words as they were written', async () => {
    const here = await connected();
    const id = await here.published({
      text: 'Zymurgical notes',
      options: { ...options, title: `Mara's "rye" & more` },
    });
    const result = await youtube.api.search(here.http, here.account, { query: 'zymurgical', limit: 10 });
    expect(result).toMatchObject({
      ok: true,
      data: [
        {
          remoteId: id,
          kind: 'found',
          author: 'Mara Linden',
          text: `Mara's "rye" & more\nZymurgical notes`,
        },
      ],
    });
    expect(here.sent.at(-1)).toBe('posts.search');
  });
});

describe('addresses', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=x', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/watch?app=m&v=dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=UgxKREWxIgDrw8w2e_Z4AaABAg',
      'UgxKREWxIgDrw8w2e_Z4AaABAg',
    ],
    ['https://www.youtube.com/@mara', null],
    ['https://example.com/watch?v=dQw4w9WgXcQ', null],
  ])('%s', (url, id) => {
    expect(youtube.api.postIdOf(url)).toBe(id);
  });
});
