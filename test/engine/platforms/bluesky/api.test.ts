import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../../src/engine/platforms/bluesky/platform.ts';
import type { UploadSource } from '../../../../src/engine/platforms/publishing.ts';
import { mp4, png } from '../../../conformance/x/sample-media.ts';
import { connected } from './account.ts';
import type { Connected } from './account.ts';

const uploaded = async ({ http, network, account }: Connected, source: UploadSource): Promise<string> => {
  const result = await bluesky.api.upload(http, source, null, {
    now: () => network.now(),
    saved: () => undefined,
    signal: new AbortController().signal,
    account,
    options: {},
  });
  if (result.state !== 'ready') throw new Error(JSON.stringify(result));
  return result.media.remoteId;
};

const recordOf = async (
  anna: Connected,
  key: string,
  collection = 'app.bsky.feed.post',
): Promise<unknown> => {
  const query = new URLSearchParams({ repo: anna.profile.remoteId, collection, rkey: key });
  const url = `${anna.network.endpoints.api}/xrpc/com.atproto.repo.getRecord?${query.toString()}`;
  const headers = { authorization: `Bearer ${anna.tokens.accessToken}` };
  return (await fetch(url, { headers })).json();
};

describe('the account', () => {
  it('is told with its server and numbers', async () => {
    const { profile } = await connected();
    expect(profile).toMatchObject({
      username: 'mara-bakes.practice.test',
      displayName: 'Mara Linden',
      facts: { emailConfirmed: true, active: true },
      metrics: { followers: expect.any(Number), posts: expect.any(Number) },
    });
    expect(profile.remoteId).toMatch(/^did:plc:[a-z2-7]{24}$/);
  });

  it('is looked at by the doctor', async () => {
    const { http, account, network } = await connected('crowd_9');
    const findings = await bluesky.api.doctor(http, account, network.now());
    expect(findings.map(({ id }) => id)).toEqual([
      'bluesky_server',
      'bluesky_email_unconfirmed',
      'bluesky_limits',
    ]);
  });
});

describe('publishing', () => {
  it('writes a post with its facets under the key that was chosen', async () => {
    const anna = await connected();
    const key = anna.newKey();
    const text = '🥖 See https://example.com, @harbourcoffee.practice.test and @nobody.practice.test #rye';
    const result = await bluesky.api.publish(
      anna.http,
      anna.part({ text, key, options: { languages: ['de'] } }),
    );
    expect(result).toMatchObject({ ok: true, data: { remoteId: key } });
    if (!result.ok) return;
    const page = await fetch(result.data.url);
    expect(await page.text()).toContain('https://example.com');
    expect(await recordOf(anna, key)).toMatchObject({
      value: {
        text,
        langs: ['de'],
        facets: [
          { features: [{ uri: 'https://example.com' }] },
          { features: [{ did: expect.stringMatching(/^did:plc:/) }] },
          { features: [{ tag: 'rye' }] },
        ],
      },
    });
  });

  it('makes one post of two sends under one key', async () => {
    const anna = await connected();
    const part = anna.part({ text: 'Only once' });
    const first = await bluesky.api.publish(anna.http, part);
    await anna.network.pass(60_000);
    expect(await bluesky.api.publish(anna.http, part)).toMatchObject({ ok: true });
    expect(first).toMatchObject({ ok: true, data: { remoteId: part.key } });
    const log = await anna.network.log();
    expect(log.filter(({ operation }) => operation === 'posts.create')).toHaveLength(1);
  });

  it('proves by the key whether a post is there', async () => {
    const anna = await connected();
    const sent = { text: '', mediaCount: 0, inReplyTo: null, sendingAt: 0, handle: null };
    const key = anna.newKey();
    const probe = () =>
      bluesky.api.probe(
        anna.http,
        { ...sent, account: anna.account, key },
        { now: () => anna.network.now() },
      );
    expect(await probe()).toEqual({ state: 'absent' });
    await bluesky.api.publish(anna.http, anna.part({ text: 'Here', key }));
    expect(await probe()).toMatchObject({ state: 'present', remoteId: key });
    await anna.network.fault('records.get', { kind: 'status', status: 503 });
    expect(await probe()).toMatchObject({ state: 'failed', failure: { code: 'unavailable' } });
  });

  it('takes an expired session for no proof of absence', async () => {
    const anna = await connected();
    await anna.network.pass(3 * 3_600_000);
    const sent = {
      account: anna.account,
      text: '',
      mediaCount: 0,
      inReplyTo: null,
      sendingAt: 0,
      handle: null,
    };
    expect(
      await bluesky.api.probe(anna.http, { ...sent, key: anna.newKey() }, { now: () => 0 }),
    ).toMatchObject({ state: 'failed', failure: { code: 'auth_expired' } });
  });

  it('makes threads that refer to their root', async () => {
    const anna = await connected();
    const root = await anna.published({ text: 'One' });
    const second = await anna.published({ text: 'Two', inReplyTo: root });
    const third = await anna.published({ text: 'Three', inReplyTo: second });
    expect(await recordOf(anna, third)).toMatchObject({
      value: {
        reply: {
          root: { uri: expect.stringContaining(root) },
          parent: { uri: expect.stringContaining(second) },
        },
      },
    });
    const own = await bluesky.api.ownPosts(anna.http, anna.account, { since: null, limit: 3 });
    expect(own.ok && own.data.map(({ remoteId, inReplyTo }) => [remoteId, inReplyTo])).toEqual([
      [third, second],
      [second, root],
      [root, null],
    ]);
  });

  it('says no where the answered post is gone', async () => {
    const anna = await connected();
    const root = await anna.published({ text: 'Soon gone' });
    await bluesky.api.remove(anna.http, anna.account, root);
    const reply = await bluesky.api.publish(anna.http, anna.part({ text: 'Late', inReplyTo: root }));
    expect(reply).toMatchObject({ ok: false, failure: { code: 'content_rejected', reach: 'refused' } });
  });

  it('shows pictures with their alternative texts and shapes', async () => {
    const anna = await connected();
    const media = [png({ altText: 'A loaf' }), png({ length: 2_100, altText: ' ' })];
    const mediaIds = await Promise.all(media.map((source) => uploaded(anna, source)));
    const key = await anna.published({ text: '', media, mediaIds });
    expect(await recordOf(anna, key)).toMatchObject({
      value: {
        embed: {
          $type: 'app.bsky.embed.images',
          images: [
            { alt: 'A loaf', aspectRatio: { width: 640, height: 480 } },
            { alt: '', aspectRatio: { width: 640, height: 480 } },
          ],
        },
      },
    });
  });

  it('shows a video, and only with a confirmed address', async () => {
    const anna = await connected();
    const media = [mp4()];
    const key = await anna.published({ text: 'Moving', media, mediaIds: [await uploaded(anna, mp4())] });
    expect(await recordOf(anna, key)).toMatchObject({
      value: { embed: { $type: 'app.bsky.embed.video', video: { mimeType: 'video/mp4' } } },
    });
    const other = await connected('crowd_9');
    const part = other.part({ text: 'Moving', media, mediaIds: [await uploaded(other, mp4())] });
    expect(await bluesky.api.publish(other.http, part)).toMatchObject({ ok: false });
  });

  it('makes a link card, limits replies and quotes, and warns of content', async () => {
    const anna = await connected();
    const media = [png()];
    const options = {
      linkTitle: 'Prices',
      linkDescription: 'All of them',
      linkPicture: true,
      replies: 'following',
      quotes: false,
      label: 'graphic-media',
    };
    const text = 'See https://example.com/prices';
    const key = await anna.published({ text, media, mediaIds: [await uploaded(anna, png())], options });
    expect(await recordOf(anna, key)).toMatchObject({
      value: {
        embed: { external: { uri: 'https://example.com/prices', title: 'Prices', thumb: { $type: 'blob' } } },
        labels: { values: [{ val: 'graphic-media' }] },
      },
    });
    expect(await recordOf(anna, key, 'app.bsky.feed.threadgate')).toMatchObject({
      value: { allow: [{ $type: 'app.bsky.feed.threadgate#followingRule' }] },
    });
    expect(await recordOf(anna, key, 'app.bsky.feed.postgate')).toMatchObject({
      value: { embeddingRules: [{ $type: 'app.bsky.feed.postgate#disableRule' }] },
    });
  });

  it('is not out without its gates', async () => {
    const anna = await connected();
    await anna.network.fault('records.put', { kind: 'status', status: 502 });
    const result = await bluesky.api.publish(
      anna.http,
      anna.part({ text: 'Quiet', options: { replies: 'nobody' } }),
    );
    expect(result).toMatchObject({ ok: false, failure: { code: 'unavailable', reach: 'refused' } });
    expect((await anna.network.log()).filter(({ operation }) => operation === 'posts.create')).toEqual([]);
  });

  it('deletes, and says so a second time', async () => {
    const anna = await connected();
    const key = await anna.published({ text: 'Away' });
    for (const _ of [1, 2]) {
      expect(await bluesky.api.remove(anna.http, anna.account, key)).toMatchObject({
        ok: true,
        data: { deleted: true },
      });
    }
    expect(await recordOf(anna, key)).toMatchObject({ error: 'RecordNotFound' });
  });
});

describe('reading', () => {
  it('gives numbers that grow, by 25 at a time', async () => {
    const anna = await connected();
    const past = await bluesky.api.ownPosts(anna.http, anna.account, { since: null, limit: 40 });
    if (!past.ok) throw new Error(past.failure.detail);
    const posts = [...past.data, { remoteId: '3aaaaaaaaaaaa', publishedAt: 0 }];
    const read = await bluesky.api.postMetrics(anna.http, anna.account, posts, anna.network.now());
    expect(read.ok && read.data.size).toBe(past.data.length);
    expect(read.ok && read.data.get(past.data[0]?.remoteId ?? '')).toMatchObject({
      likes: expect.any(Number),
      comments: expect.any(Number),
      shares: expect.any(Number),
      saves: expect.any(Number),
    });
  });

  it('walks back through the past to its end', async () => {
    const anna = await connected();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await bluesky.api.history(anna.http, anna.account, { cursor, limit: 20 });
      if (!page.ok) throw new Error(page.failure.detail);
      seen.push(...page.data.posts.map(({ remoteId }) => remoteId));
      cursor = page.data.next;
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThanOrEqual(30);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('hears mentions and replies, and only newer ones the next time', async () => {
    const anna = await connected();
    const all = await bluesky.api.mentions(anna.http, anna.account, { sinceId: null, limit: 30 });
    if (!all.ok) throw new Error(all.failure.detail);
    expect(new Set(all.data.map(({ kind }) => kind))).toEqual(new Set(['mention', 'reply']));
    const reply = all.data.find(({ kind }) => kind === 'reply');
    expect(reply?.onPost).toMatch(/^[2-7a-z]{13}$/);
    const sinceId = all.data[2]?.remoteId ?? null;
    const newer = await bluesky.api.mentions(anna.http, anna.account, { sinceId, limit: 30 });
    expect(newer.ok && newer.data).toEqual(all.data.slice(0, 2));
  });

  it('answers a mention in its own thread', async () => {
    const anna = await connected();
    const all = await bluesky.api.mentions(anna.http, anna.account, { sinceId: null, limit: 1 });
    const [mention] = all.ok ? all.data : [];
    const key = await anna.published({ text: 'Thank you', inReplyTo: mention?.remoteId ?? '' });
    expect(await recordOf(anna, key)).toMatchObject({
      value: { reply: { parent: { uri: mention?.remoteId } } },
    });
  });

  it('finds public posts by words', async () => {
    const anna = await connected();
    await anna.published({ text: 'A zanzibar of rye' });
    const found = await bluesky.api.search(anna.http, anna.account, { query: 'zanzibar rye', limit: 5 });
    expect(found.ok && found.data).toMatchObject([{ kind: 'found', text: 'A zanzibar of rye' }]);
  });

  it('reads its limits from the headers', async () => {
    const anna = await connected();
    const answer = {
      status: 200,
      body: null,
      headers: new Headers({
        'ratelimit-limit': '5000',
        'ratelimit-remaining': '0',
        'ratelimit-reset': '1795000000',
      }),
    };
    expect(bluesky.rateSignals(answer, 'posts.create')).toEqual([
      { window: 'posts.create', scope: 'account', limit: 5000, remaining: 0, resetAt: 1_795_000_000_000 },
    ]);
    await anna.network.fault('posts.create', { kind: 'rate_limit', resetInMs: 90_000 });
    expect(await bluesky.api.publish(anna.http, anna.part({ text: 'Too much' }))).toMatchObject({
      ok: false,
      failure: { code: 'rate_limited', retryAt: anna.network.now() + 90_000 },
    });
  });
});
