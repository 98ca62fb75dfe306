import { describe, expect, it } from 'vitest';
import { tiktok } from '../../../../src/engine/platforms/tiktok/platform.ts';
import { connected } from './account.ts';

const day = 86_400_000;

describe('reading back', () => {
  it('pages through public videos, newest first, and stops where it is told to', async () => {
    const { http, part, network } = await connected();
    const { account } = part({ text: '' });
    const all = await tiktok.api.ownPosts(http, account, { since: null, limit: 45 });
    if (!all.ok) throw new Error(all.failure.detail);
    const ids = all.data.map(({ remoteId }) => remoteId);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    const times = all.data.map(({ publishedAt }) => publishedAt);
    expect(times).toEqual(times.toSorted((left, right) => right - left));
    expect(all.data[0]).toMatchObject({
      url: expect.stringContaining('/tiktok/@mara_bakes/video/'),
      metrics: { video_views: expect.any(Number), likes: expect.any(Number) },
    });
    const since = network.now() - 20 * day;
    const recent = await tiktok.api.ownPosts(http, account, { since, limit: 45 });
    expect(recent.ok && recent.data.length).toBe(times.filter((at) => at >= since).length);
  });

  it('goes back through the past page by page, to its end', async () => {
    const { http, part } = await connected();
    const { account } = part({ text: '' });
    const all = await tiktok.api.ownPosts(http, account, { since: null, limit: 500 });
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages < 50; pages += 1) {
      const page: Awaited<ReturnType<typeof tiktok.api.history>> = await tiktok.api.history(http, account, {
        cursor,
        limit: 7,
      });
      if (!page.ok) throw new Error(page.failure.detail);
      seen.push(...page.data.posts.map(({ remoteId }) => remoteId));
      cursor = page.data.next;
      if (cursor === null) break;
    }
    expect(cursor).toBeNull();
    expect(seen).toEqual(all.ok && all.data.map(({ remoteId }) => remoteId));
  });

  it('reads numbers twenty at a time, which grow, and leaves out what it does not know', async () => {
    const { http, part, network } = await connected();
    const { account } = part({ text: '' });
    const all = await tiktok.api.ownPosts(http, account, { since: null, limit: 45 });
    if (!all.ok) throw new Error(all.failure.detail);
    const posts = [...all.data, { remoteId: '7000000000000000001', publishedAt: 0 }];
    const first = await tiktok.api.postMetrics(http, account, posts, network.now());
    if (!first.ok) throw new Error(first.failure.detail);
    expect([...first.data.keys()]).toEqual(all.data.map(({ remoteId }) => remoteId));
    await network.pass(3_600_000);
    const second = await tiktok.api.postMetrics(http, account, posts, network.now());
    const views = (of: Awaited<ReturnType<typeof tiktok.api.postMetrics>>) =>
      of.ok ? [...of.data.values()].reduce((sum, { video_views: seen = 0 }) => sum + seen, 0) : 0;
    expect(views(second)).toBeGreaterThanOrEqual(views(first));
    expect(views(first)).toBeGreaterThan(0);
  });

  it('lists nothing of a private account', async () => {
    const { http, part } = await connected('tobi_repairs');
    expect(
      await tiktok.api.ownPosts(http, part({ text: '' }).account, { since: null, limit: 5 }),
    ).toMatchObject({
      ok: true,
      data: [],
    });
  });

  it('says which scope is missing', async () => {
    const { http, part } = await connected('mara_bakes', ['user.info.basic', 'video.upload']);
    const { account } = part({ text: '' });
    expect(await tiktok.api.ownPosts(http, account, { since: null, limit: 5 })).toMatchObject({
      failure: { code: 'scope_missing' },
    });
  });
});

describe('the doctor', () => {
  const ids = async (person: string, scopes?: readonly string[]) => {
    const { http, part, network } = await connected(person, scopes);
    const found = await tiktok.api.doctor(http, part({ text: '' }).account, network.now());
    for (const { id } of found) expect(Object.keys(tiktok.words.doctor)).toContain(id);
    return found.map(({ id, status }) => `${status} ${id}`);
  };

  it('tells what is open, and that nobody knows of the audit', async () => {
    expect(await ids('mara_bakes')).toEqual([
      'ok tiktok_direct',
      'warning tiktok_audit',
      'ok tiktok_length',
      'ok tiktok_pending',
    ]);
    expect(await ids('harbourcoffee')).toContain('ok tiktok_closed');
  });

  it('tells that drafts are all there is', async () => {
    expect(await ids('mara_bakes', ['user.info.basic', 'video.upload'])).toEqual([
      'ok tiktok_drafts_only',
      'ok tiktok_pending',
    ]);
  });
});
