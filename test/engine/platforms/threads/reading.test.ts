import { describe, expect, it } from 'vitest';
import { threads } from '../../../../src/engine/platforms/threads/platform.ts';
import { connected } from '../meta/containers/account.ts';

const day = 86_400_000;

describe('numbers', () => {
  it('are read for each post, and posts that are gone are left out', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    const id = await of.published({ text: 'How do you like rye?' });
    await of.network.pass(day);
    const posts = [id, '18000000000000001'].map((remoteId) => ({ remoteId, publishedAt: 0 }));
    const read = await threads.api.postMetrics(of.http, account, posts, of.network.now());
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect([...read.data.keys()]).toEqual([id]);
    expect(read.data.get(id)?.impressions).toBeGreaterThan(0);
    expect(read.data.get(id)).toMatchObject({ shares: expect.any(Number), quotes: expect.any(Number) });
  });

  it('of the account are those of 30 days, views summed by days', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    const read = await threads.api.accountMetrics(of.http, account, of.network.now());
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const { impressions = 0, likes = 0 } = read.data;
    expect(impressions).toBeGreaterThan(likes * 10);
  });

  it('do without followers where insights were not granted', async () => {
    const of = await connected(threads, { ticks: '1', granted: 'threads_content_publish' });
    expect(of.profile).toMatchObject({ username: 'mara_bakes', followers: null });
  });
});

describe('the past', () => {
  it('is read page by page to its end, each post once', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 30; page += 1) {
      const result = await threads.api.history(of.http, account, { cursor, limit: 25 });
      if (!result.ok) throw new Error(result.failure.detail);
      seen.push(...result.data.posts.map(({ remoteId }) => remoteId));
      cursor = result.data.next;
      if (cursor === null) break;
    }
    expect(cursor).toBeNull();
    expect(seen.length).toBeGreaterThan(39);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('listening', () => {
  it('finds mentions, and only newer ones when asked', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    const all = await threads.api.mentions(of.http, account, { sinceId: null, limit: 5 });
    if (!all.ok) throw new Error(all.failure.detail);
    expect(all.data).toHaveLength(5);
    for (const { text, author, url } of all.data) {
      expect(text).toContain('@mara_bakes');
      expect(url).toContain(`/threads/@${author}/post/`);
    }
    const sinceId = all.data[2]?.remoteId ?? '';
    const newer = await threads.api.mentions(of.http, account, { sinceId, limit: 5 });
    expect(newer).toMatchObject({ ok: true, data: all.data.slice(0, 2) });
  });

  it('reads what others wrote under own posts', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    const own = await threads.api.history(of.http, account, { cursor: null, limit: 30 });
    if (!own.ok) throw new Error(own.failure.detail);
    const root = own.data.posts[0]?.remoteId ?? '';
    await of.published({ text: 'By myself', inReplyTo: root });
    const options = { posts: own.data.posts, since: null, limit: 20 };
    const read = await threads.api.comments(of.http, account, options);
    if (!read.ok) throw new Error(read.failure.detail);
    expect(read.data.length).toBeGreaterThan(0);
    expect(read.data.every(({ author, kind }) => author !== 'mara_bakes' && kind === 'reply')).toBe(true);
  });

  it('searches for words', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    await of.published({ text: 'Nobody says Zwetschgendatschi but me' });
    const found = await threads.api.search(of.http, account, { query: 'zwetschgendatschi', limit: 5 });
    expect(found).toMatchObject({ ok: true, data: [{ kind: 'found', author: 'mara_bakes' }] });
    const poor = await connected(threads, { ticks: '1', granted: 'threads_content_publish' });
    expect(await threads.api.search(poor.http, account, { query: 'x', limit: 5 })).toMatchObject({
      ok: false,
      failure: { code: 'scope_missing' },
    });
  });
});

describe('deleting', () => {
  it('takes a post away, once', async () => {
    const of = await connected(threads);
    const { account } = of.part({ text: '' });
    const id = await of.published({ text: 'Soon gone' });
    expect(await threads.api.remove(of.http, account, id)).toMatchObject({
      ok: true,
      data: { deleted: true },
    });
    expect(await threads.api.remove(of.http, account, id)).toMatchObject({
      ok: false,
      failure: { reach: 'refused' },
    });
    const own = await threads.api.ownPosts(of.http, account, { since: null, limit: 5 });
    expect(own.ok && own.data.some(({ remoteId }) => remoteId === id)).toBe(false);
  });
});
