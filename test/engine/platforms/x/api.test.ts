import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { x } from '../../../../src/engine/platforms/x/platform.ts';
import { startPractice } from '../../../conformance/x/practice.ts';
import type { PracticeAccount } from '../../../conformance/x/practice.ts';

let practice: PracticeAccount;

beforeAll(async () => {
  practice = await startPractice();
});

afterAll(async () => {
  await practice.stop();
});

beforeEach(async () => {
  await practice.control('DELETE', 'faults');
});

const publish = (text: string, inReplyTo: string | null = null) =>
  x.api.publish(practice.http, { account: practice.account, text, mediaIds: [], inReplyTo });

const published = async (text: string, inReplyTo: string | null = null): Promise<string> => {
  const result = await publish(text, inReplyTo);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.data.remoteId;
};

const ownPosts = async (options: { since?: number | null; limit?: number } = {}) => {
  const result = await x.api.ownPosts(practice.http, practice.account, {
    since: null,
    limit: 10,
    ...options,
  });
  if (!result.ok) throw new Error(result.failure.detail);
  return result.data;
};

const failureOf = async (result: ReturnType<typeof publish>) => {
  const { ok, ...rest } = await result;
  return ok ? null : 'failure' in rest ? rest.failure : null;
};

describe('the account', () => {
  it('is told with its numbers and facts', async () => {
    const result = await x.api.profile(practice.http, null);
    expect(result).toMatchObject({
      ok: true,
      data: {
        username: 'mara_bakes',
        displayName: 'Mara Linden',
        profileUrl: `${practice.origin}/mara_bakes`,
        facts: { subscription: 'None', protected: false },
      },
    });
    if (!result.ok) return;
    const { followers, metrics, avatarUrl } = result.data;
    expect(followers).toBeGreaterThan(0);
    expect(metrics).toMatchObject({ followers, following: expect.any(Number), posts: expect.any(Number) });
    expect(avatarUrl).not.toContain('_normal');
  });
});

describe('publishing', () => {
  it('answers with the id and an address that leads to the post', async () => {
    const result = await publish('The first loaf of the day');
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(result.data.url).toBe(`${practice.origin}/mara_bakes/status/${result.data.remoteId}`);
    const page = await fetch(result.data.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('The first loaf of the day');
  });

  it('makes threads of replies to oneself', async () => {
    const first = await published('A thread about rye');
    const second = await published('Rye is patient', first);
    const third = await published('So are bakers', second);
    const [newest, middle, oldest] = await ownPosts({ limit: 5 });
    expect([newest, middle, oldest]).toMatchObject([
      { remoteId: third, inReplyTo: second },
      { remoteId: second, inReplyTo: first },
      { remoteId: first, inReplyTo: null },
    ]);
  });

  it('passes on what X refuses', async () => {
    await published('Said once');
    expect(await failureOf(publish('Said once'))).toMatchObject({ code: 'duplicate', reach: 'refused' });
    expect(await failureOf(publish('a'.repeat(281)))).toMatchObject({ code: 'content_rejected' });
    expect(await failureOf(publish('$TWTR and $AAPL'))).toMatchObject({ code: 'content_rejected' });
    expect(await failureOf(publish(' '))).toMatchObject({ code: 'content_rejected' });
  });

  it('may not reply to strangers', async () => {
    const stranger = await practice.another('tobi_repairs');
    const post = await x.api.publish(stranger.http, {
      account: stranger.account,
      text: 'New brake pads today',
      mediaIds: [],
      inReplyTo: null,
    });
    if (!post.ok) throw new Error(post.failure.detail);
    expect(await failureOf(publish('Nice', post.data.remoteId))).toMatchObject({ code: 'content_rejected' });
  });

  it.each([
    [
      { kind: 'rate_limit', resetInMs: 60_000 },
      { code: 'rate_limited', reach: 'refused' },
    ],
    [{ kind: 'credits_depleted' }, { code: 'credits_exhausted', reach: 'refused' }],
    [
      { kind: 'status', status: 503 },
      { code: 'unknown_outcome', reach: 'unclear' },
    ],
    [{ kind: 'accept_then_reset' }, { code: 'unknown_outcome', reach: 'unclear' }],
    [{ kind: 'malformed' }, { code: 'unknown_outcome', reach: 'unclear' }],
  ])('understands %j', async (fault, failure) => {
    await practice.control('PUT', 'faults', [{ match: { operation: 'posts.create', nth: 1 }, fault }]);
    expect(await failureOf(publish(`Trouble ${JSON.stringify(fault)}`))).toMatchObject(failure);
  });

  it('waits for the reset that X names', async () => {
    const fault = { kind: 'rate_limit', resetInMs: 60_000 };
    await practice.control('PUT', 'faults', [{ match: { operation: 'posts.create' }, fault }]);
    const failure = await failureOf(publish('Too many'));
    expect(failure?.retryAt).toBeGreaterThan(Date.now() + 50_000);
    expect(failure?.retryAt).toBeLessThan(Date.now() + 70_000);
  });
});

describe('settling an unclear answer', () => {
  it.each([
    'Fresh & warm <today>: https://example.com/menu?day=1&week=2 and example.org',
    'Cafe\u0301  con\n\n\nleche 👍🏽 の',
    '&amp; is how one writes &',
  ])('finds %j once and only once', async (text) => {
    const sendingAt = Date.now();
    await practice.control('PUT', 'faults', [
      { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
    ]);
    expect(await failureOf(publish(text))).toMatchObject({ reach: 'unclear' });
    const sent = { text, inReplyTo: null, sendingAt, mediaCount: 0 };
    const found = (await ownPosts({ since: sendingAt - 60_000, limit: 20 })).filter((seen) =>
      x.api.matches(sent, seen),
    );
    expect(found).toHaveLength(1);
    const older = { ...sent, sendingAt: (found[0]?.publishedAt ?? 0) + 60_001 };
    expect(found.some((seen) => x.api.matches(older, seen))).toBe(false);
  });
});

describe('own posts', () => {
  it('are read page by page, newest first, without exceeding what was asked for', async () => {
    for (let n = 0; n < 7; n += 1) await published(`Numbered ${n}`);
    const before = practice.exchanges.length;
    const all = await ownPosts({ limit: 103 });
    expect(practice.exchanges.length - before).toBeLessThanOrEqual(2);
    const times = all.map(({ publishedAt }) => publishedAt);
    expect([...times].sort((one, other) => other - one)).toEqual(times);
    expect(new Set(all.map(({ remoteId }) => remoteId)).size).toBe(all.length);
    expect(await ownPosts({ limit: 2 })).toHaveLength(2);
  });

  it('follow the pages to the end', async () => {
    const some = await ownPosts({ limit: 100 });
    const pages = await x.api.ownPosts(
      {
        ...practice.http,
        send: (call, options) =>
          practice.http.send({ ...call, query: { ...call.query, max_results: '5' } }, options),
      },
      practice.account,
      { since: null, limit: some.length },
    );
    expect(pages).toMatchObject({ ok: true, data: some });
  });

  it('begin where asked, and may be none', async () => {
    const id = await published('After the line');
    const [newest] = await ownPosts({ limit: 1 });
    expect(newest?.remoteId).toBe(id);
    const since = newest?.publishedAt ?? 0;
    expect((await ownPosts({ since })).every(({ publishedAt }) => publishedAt >= since - 1_000)).toBe(true);
    expect(await ownPosts({ since: Date.now() - 1 })).toEqual([]);
  });

  it('are gone after they were deleted', async () => {
    const id = await published('Soon gone');
    expect(await x.api.remove(practice.http, practice.account, id)).toMatchObject({
      ok: true,
      data: { deleted: true },
    });
    expect((await ownPosts()).map(({ remoteId }) => remoteId)).not.toContain(id);
  });
});

describe('numbers', () => {
  it('have the private ones while a post is young, and leave out what X does not know', async () => {
    const young = { remoteId: await published('Fresh numbers'), publishedAt: Date.now() };
    const old = (await ownPosts({ limit: 100 })).find(
      ({ publishedAt }) => publishedAt < Date.now() - 31 * 86_400_000,
    );
    if (old === undefined) throw new Error('The practice person has no past.');
    const unknown = { remoteId: '1', publishedAt: Date.now() };
    const asked = [young, unknown, old];
    const before = practice.exchanges.length;
    const result = await x.api.postMetrics(practice.http, practice.account, asked, Date.now());
    if (!result.ok) throw new Error(result.failure.detail);
    expect(result.data.get(young.remoteId)).toMatchObject({ likes: 0, engagements: 0, clicks: 0 });
    expect(result.data.has('1')).toBe(false);
    for (const { url } of practice.exchanges.slice(before)) {
      const isPrivate = url.searchParams.get('tweet.fields')?.includes('non_public_metrics') ?? false;
      expect(isPrivate).toBe(url.searchParams.get('ids')?.includes(young.remoteId));
    }
    expect(result.data.get(old.remoteId)).toHaveProperty('impressions');
    expect(result.data.get(old.remoteId)).not.toHaveProperty('clicks');
  });

  it('are asked for a hundred at a time, and not at all for nothing', async () => {
    const before = practice.exchanges.length;
    const posts = Array.from({ length: 150 }, (_, n) => ({
      remoteId: String(1_990_000_000_000_000_000n + BigInt(n)),
      publishedAt: Date.now() - (n < 120 ? 0 : 40 * 86_400_000),
    }));
    expect(await x.api.postMetrics(practice.http, practice.account, posts, Date.now())).toMatchObject({
      ok: true,
    });
    const counts = practice.exchanges
      .slice(before)
      .map(({ url }) => url.searchParams.get('ids')?.split(',').length);
    expect(counts).toEqual([100, 20, 30]);
    expect(await x.api.postMetrics(practice.http, practice.account, [], Date.now())).toMatchObject({
      ok: true,
    });
    expect(practice.exchanges.length - before).toBe(3);
  });
});

describe('mentions', () => {
  it('tell who wrote what, newest first, and only newer ones when asked', async () => {
    const options = { sinceId: null, limit: 5 };
    const result = await x.api.mentions(practice.http, practice.account, options);
    if (!result.ok) throw new Error(result.failure.detail);
    expect(result.data).toHaveLength(5);
    for (const mention of result.data) {
      expect(mention.author).toMatch(/^\w+$/);
      expect(mention.authorName).not.toBe('');
      expect(mention.text.toLowerCase()).toContain('@mara_bakes');
      expect(mention.url).toBe(`${practice.origin}/${mention.author}/status/${mention.remoteId}`);
    }
    const [newest, second] = result.data;
    expect(newest?.at).toBeGreaterThan(second?.at ?? 0);
    const newer = await x.api.mentions(practice.http, practice.account, {
      ...options,
      sinceId: second?.remoteId ?? null,
    });
    expect(newer).toMatchObject({ ok: true, data: [{ remoteId: newest?.remoteId }] });
  });
});
