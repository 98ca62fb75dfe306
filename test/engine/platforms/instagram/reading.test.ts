import { describe, expect, it } from 'vitest';
import { instagram } from '../../../../src/engine/platforms/instagram/platform.ts';
import { connected, mediaOn } from '../meta/containers/account.ts';

const day = 86_400_000;

describe('the past', () => {
  it('is read page by page to its end, each post once', async () => {
    const of = await connected(instagram);
    const { account } = of.part({ text: '' });
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 30; page += 1) {
      const result = await instagram.api.history(of.http, account, { cursor, limit: 20 });
      if (!result.ok) throw new Error(result.failure.detail);
      seen.push(...result.data.posts.map(({ remoteId }) => remoteId));
      expect(result.data.posts.every(({ metrics }) => (metrics.likes ?? -1) >= 0)).toBe(true);
      cursor = result.data.next;
      if (cursor === null) break;
    }
    expect(cursor).toBeNull();
    expect(seen.length).toBeGreaterThan(39);
    expect(new Set(seen).size).toBe(seen.length);
    const whole = await instagram.api.ownPosts(of.http, account, { since: null, limit: 100 });
    expect(whole.ok && whole.data.map(({ remoteId }) => remoteId)).toEqual(seen);
  });
});

describe('numbers', () => {
  it('come for pictures, reels and stories by their own names, and not for posts that are gone', async () => {
    const of = await connected(instagram);
    const { image, video } = await mediaOn();
    const picture = await of.published({ text: 'A picture?', media: [image()] });
    const reel = await of.published({ text: 'A reel', media: [video()] });
    const story = await of.published({ text: '', media: [image()], options: { format: 'story' } });
    await of.network.pass(day / 2);
    const posts = [picture, reel, story, '18000000000000001'].map((remoteId) => ({
      remoteId,
      publishedAt: 0,
    }));
    const { account } = of.part({ text: '' });
    const read = await instagram.api.postMetrics(of.http, account, posts, of.network.now());
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect([...read.data.keys()]).toEqual([picture, reel, story]);
    expect(read.data.get(picture)).toMatchObject({
      impressions: expect.any(Number),
      likes: expect.any(Number),
      saves: expect.any(Number),
      profile_clicks: expect.any(Number),
      engagements: expect.any(Number),
    });
    expect(read.data.get(picture)?.impressions).toBeGreaterThan(0);
    expect(read.data.get(picture)).not.toHaveProperty('video_views');
    expect(read.data.get(reel)?.video_views).toBe(read.data.get(reel)?.impressions);
    expect(read.data.get(story)).not.toHaveProperty('saves');
    // A story's numbers end with it; what everybody sees stays.
    await of.network.pass(day);
    const later = await instagram.api.postMetrics(of.http, account, posts, of.network.now());
    expect(later.ok && later.data.get(story)).toEqual({
      likes: expect.any(Number),
      comments: expect.any(Number),
    });
  });

  it('survive a name that Instagram retires (code 100)', async () => {
    const of = await connected(instagram);
    const { account } = of.part({ text: '' });
    const own = await instagram.api.ownPosts(of.http, account, { since: null, limit: 1 });
    const [post] = own.ok ? own.data : [];
    if (post === undefined) throw new Error('There is no past.');
    const http = {
      ...of.http,
      send: (call: Parameters<typeof of.http.send>[0], options?: Parameters<typeof of.http.send>[1]) => {
        const metric = call.query?.['metric'];
        const retired = typeof metric === 'string' ? metric.replace('saved', 'impressions') : undefined;
        return of.http.send(
          retired === undefined ? call : { ...call, query: { ...call.query, metric: retired } },
          options,
        );
      },
    };
    const read = await instagram.api.postMetrics(http as typeof of.http, account, [post], of.network.now());
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(read.data.get(post.remoteId)).toMatchObject({ impressions: expect.any(Number) });
    expect(read.data.get(post.remoteId)).not.toHaveProperty('saves');
  });

  it('of the account are those of 30 days', async () => {
    const of = await connected(instagram);
    const { account } = of.part({ text: '' });
    const read = await instagram.api.accountMetrics(of.http, account, of.network.now());
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(read.data.impressions).toBeGreaterThan(0);
    expect(read.data).toMatchObject({ likes: expect.any(Number), clicks: expect.any(Number) });
  });
});

describe('comments', () => {
  it('by others are read, and own ones are not', async () => {
    const of = await connected(instagram);
    const { account } = of.part({ text: '' });
    const own = await instagram.api.ownPosts(of.http, account, { since: null, limit: 30 });
    if (!own.ok) throw new Error(own.failure.detail);
    const root = own.data[0]?.remoteId ?? '';
    await of.published({ text: 'By myself', role: 'comment', root, inReplyTo: root });
    const read = await instagram.api.comments(of.http, account, {
      posts: [...own.data, { remoteId: '18000000000000001', publishedAt: 0 }],
      since: null,
      limit: 20,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(read.data.length).toBeGreaterThan(0);
    for (const { author, kind, onPost, at } of read.data) {
      expect(author).not.toBe('mara_bakes');
      expect(kind).toBe('comment');
      expect(own.data.map(({ remoteId }) => remoteId)).toContain(onPost);
      expect(at).toBeLessThanOrEqual(of.network.now());
    }
    const times = read.data.map(({ at }) => at);
    expect(times.toSorted((one, other) => other - one)).toEqual(times);
  });
});

describe('the connection check', () => {
  it('tells the kind of account and the limit that holds for it', async () => {
    const of = await connected(instagram, { person: 'harbourcoffee' });
    const { image } = await mediaOn();
    await of.published({ text: 'One', media: [image()] });
    const { account } = of.part({ text: '' });
    const read = () => instagram.api.doctor(of.http, account, of.network.now());
    expect(await read()).toEqual([
      {
        id: 'instagram_professional',
        status: 'ok',
        params: { username: 'harbourcoffee', type: 'business' },
      },
      { id: 'instagram_quota', status: 'ok', params: { used: 1, total: 100, hours: 24 } },
    ]);
    await of.network.fault('users.quota', { kind: 'status', status: 500 });
    expect((await read())[1]).toMatchObject({ id: 'instagram_quota_unknown', status: 'warning' });
    const personal = { ...account, facts: { accountType: 'PERSONAL' } };
    expect((await instagram.api.doctor(of.http, personal, 0))[0]).toMatchObject({ status: 'problem' });
  });
});
