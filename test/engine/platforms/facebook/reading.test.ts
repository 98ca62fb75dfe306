import { describe, expect, it } from 'vitest';
import { facebook } from '../../../../src/engine/platforms/facebook/platform.ts';
import type { HistoryPage } from '../../../../src/engine/platforms/reading.ts';
import { mp4, png } from '../../../conformance/x/sample-media.ts';
import { connected, value } from './account.ts';

const dayMs = 86_400_000;
const everything = { since: null, limit: 1_000 };

describe('a Page’s own posts', () => {
  it('come newest first with their media and numbers', async () => {
    const here = await connected();
    const since = here.network.now();
    const id = await here.published({ text: 'Two', media: [png(), png({ length: 2_100 })] });
    await here.network.pass(dayMs);
    const posts = value(await facebook.api.ownPosts(here.http, here.account, { since, limit: 10 }));
    expect(posts).toMatchObject([
      {
        remoteId: id,
        text: 'Two',
        mediaCount: 2,
        publishedAt: since,
        metrics: { likes: expect.any(Number) },
      },
    ]);
    expect(posts[0]?.metrics.likes).toBeGreaterThan(0);
  });

  it('are read page by page, back to the first, each once', async () => {
    const here = await connected();
    const all = value(await facebook.api.ownPosts(here.http, here.account, everything));
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const page: HistoryPage = value(
        await facebook.api.history(here.http, here.account, { cursor, limit: 7 }),
      );
      read.push(...page.posts.map(({ remoteId }) => remoteId));
      cursor = page.next;
    } while (cursor !== null);
    expect(read).toEqual(all.map(({ remoteId }) => remoteId));
    expect(read.length).toBeGreaterThan(30);
  });

  it('lag behind where the listing does', async () => {
    const here = await connected();
    const since = here.network.now();
    await here.published({ text: 'Rye' });
    await here.network.fault('posts.list', { kind: 'lag_listings', ms: 60_000 });
    expect(value(await facebook.api.ownPosts(here.http, here.account, { since, limit: 10 }))).toEqual([]);
  });
});

describe('the numbers of posts', () => {
  it('are how often a post was seen and what people did with it', async () => {
    const here = await connected();
    const video = here.part({ text: 'How it rises', media: [mp4()] });
    const { handle } = await here.staged(video);
    await facebook.api.publish(here.http, { ...video, handle });
    const text = await here.published({ text: 'Rye' });
    await here.network.pass(dayMs);
    const [film] = await here.posts();
    const posts = [text, String(film?.['id']), '6155100000001_1'].map((remoteId) => ({
      remoteId,
      publishedAt: 0,
    }));
    const metrics = value(await facebook.api.postMetrics(here.http, here.account, posts, here.network.now()));
    expect([...metrics.keys()]).toEqual([text, film?.['id']]);
    const names = ['clicks', 'comments', 'impressions', 'likes', 'shares'];
    expect(Object.keys(metrics.get(text) ?? {}).sort()).toEqual(names);
    expect(metrics.get(text)?.impressions).toBeGreaterThan(20);
    expect(metrics.get(String(film?.['id']))?.video_views).toBeGreaterThan(5);
  });

  it('are the counts alone without permission for insights', async () => {
    const here = await connected('mara_bakes', ['pages_read_engagement', 'pages_manage_posts']);
    const remoteId = await here.published({ text: 'Rye' });
    const posts = [{ remoteId, publishedAt: 0 }];
    const metrics = value(await facebook.api.postMetrics(here.http, here.account, posts, here.network.now()));
    expect(metrics.get(remoteId)).toEqual({ likes: 0, comments: 0, shares: 0 });
  });

  it('of the Page are those of 28 days', async () => {
    const here = await connected();
    const metrics = value(await facebook.api.accountMetrics(here.http, here.account, here.network.now()));
    expect(Object.keys(metrics).sort()).toEqual([
      'engagements',
      'impressions',
      'profile_clicks',
      'video_views',
    ]);
    expect(metrics.impressions).toBeGreaterThan(28 * 1_284 * 0.1);
  });
});

describe('what others write', () => {
  it('under posts comes newest first, without the Page’s own words', async () => {
    const here = await connected('harbourcoffee');
    const post = await here.published({ text: 'Which roast do you like best?' });
    await here.published({ text: 'Mine is the dark one', role: 'comment', inReplyTo: post, root: post });
    await here.network.pass(3 * dayMs);
    const posts = [{ remoteId: post, publishedAt: 0 }];
    const found = value(
      await facebook.api.comments(here.http, here.account, { posts, since: null, limit: 100 }),
    );
    expect(found.length).toBeGreaterThan(2);
    expect(found.every(({ onPost, kind }) => onPost === post && kind === 'comment')).toBe(true);
    expect(found.some(({ text }) => text === 'Mine is the dark one')).toBe(false);
    expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted((a, b) => b - a));
    expect(found[0]?.authorName).not.toBe('');
    const since = found[1]?.at ?? 0;
    const fresh = await facebook.api.comments(here.http, here.account, { posts, since, limit: 100 });
    expect(value(fresh).every(({ at }) => at >= since)).toBe(true);
  });

  it('about the Page comes newest first, up to the one that is known', async () => {
    const here = await connected();
    await here.network.pass(2 * dayMs);
    const all = value(await facebook.api.mentions(here.http, here.account, { sinceId: null, limit: 50 }));
    expect(all.length).toBeGreaterThan(3);
    expect(all[0]?.text).toContain('Mara Linden');
    const sinceId = all[2]?.remoteId ?? null;
    const fresh = await facebook.api.mentions(here.http, here.account, { sinceId, limit: 50 });
    expect(value(fresh)).toEqual(all.slice(0, 2));
  });

  it('is closed without the permission', async () => {
    const here = await connected('mara_bakes', ['pages_read_engagement']);
    expect(await facebook.api.mentions(here.http, here.account, { sinceId: null, limit: 5 })).toMatchObject({
      ok: false,
      failure: { code: 'scope_missing' },
    });
  });
});

describe('the connection doctor', () => {
  const ids = async (here: Awaited<ReturnType<typeof connected>>, http = here.http) => {
    const { facts } = here.pages[0]?.profile ?? { facts: {} };
    const found = await facebook.api.doctor(http, { ...here.account, facts }, here.network.now());
    return found.map(({ id, status }) => `${id} ${status}`);
  };

  it('finds all well', async () => {
    const found = await ids(await connected());
    expect(found).toEqual([
      'facebook_page_token ok',
      'facebook_can_post ok',
      'facebook_version ok',
      'facebook_insights ok',
      'facebook_mentions ok',
      'facebook_app ok',
    ]);
  });

  it('names what was not granted', async () => {
    const here = await connected('mara_bakes', ['pages_manage_posts', 'pages_read_engagement']);
    const found = await ids(here);
    expect(found).toContain('facebook_no_insights warning');
    expect(found).toContain('facebook_no_mentions warning');
  });

  it('tells a person’s token from a Page’s', async () => {
    const here = await connected();
    const found = await ids(here, here.network.http(here.tokens.accessToken));
    expect(found).toEqual(['facebook_user_token problem']);
  });

  it('has a sentence for everything that it finds', async () => {
    const found = await ids(await connected());
    const words = Object.keys(facebook.words.doctor);
    expect(found.every((line) => words.includes(line.split(' ')[0] ?? ''))).toBe(true);
  });
});
