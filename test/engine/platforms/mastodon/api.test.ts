import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mastodon } from '../../../../src/engine/platforms/mastodon/platform.ts';
import type { UploadProgress, UploadSource } from '../../../../src/engine/platforms/publishing.ts';
import { mp4, png } from '../../../conformance/x/sample-media.ts';
import { connected } from './account.ts';
import type { Connected } from './account.ts';

const step = async (
  { http, network, account }: Connected,
  source: UploadSource,
  progress: UploadProgress | null,
) => {
  let saved = progress;
  const result = await mastodon.api.upload(http, source, progress, {
    now: () => network.now(),
    saved: (given) => {
      saved = given;
    },
    signal: new AbortController().signal,
    account,
    options: {},
  });
  return { result, saved };
};

const uploaded = async (anna: Connected, source: UploadSource): Promise<string> => {
  let { result, saved } = await step(anna, source, null);
  while (result.state === 'processing') {
    await anna.network.pass(result.askAt - anna.network.now());
    ({ result, saved } = await step(anna, source, saved));
  }
  if (result.state !== 'ready') throw new Error(JSON.stringify(result));
  return result.media.remoteId;
};

const statusOf = async (anna: Connected, id: string): Promise<unknown> => {
  const response = await fetch(`${anna.network.endpoints.api}/api/v1/statuses/${id}`, {
    headers: { authorization: `Bearer ${anna.token}` },
  });
  return response.json();
};

describe('the account', () => {
  it('is told with the rules of its server', async () => {
    const { profile } = await connected();
    expect(profile).toMatchObject({
      username: 'mara_bakes@mastodon.practice.test',
      displayName: 'Mara Linden',
      followers: expect.any(Number),
      facts: { characters: 500, perUrl: 23, media: 4, description: 1500, api: 7, version: '4.5.0' },
    });
    expect(mastodon.rules(profile)).toMatchObject({ limit: 500, media: { maxItems: 4, altTextLimit: 1500 } });
    expect(mastodon.options(profile).map(({ id }) => id)).toContain('quotes');
    expect(mastodon.options(null).map(({ id }) => id)).not.toContain('quotes');
  });

  it('is looked at by the doctor', async () => {
    const { http, account, network } = await connected();
    const findings = await mastodon.api.doctor(http, account, network.now());
    expect(findings.map(({ id, status }) => `${status} ${id}`)).toEqual([
      'ok mastodon_server',
      'ok mastodon_limits',
      'ok mastodon_quotes',
    ]);
    expect(findings[0]?.params).toEqual({
      host: 'mastodon.practice.test',
      software: 'Mastodon',
      version: '4.5.0',
    });
  });

  it('reads the older form where the newer one is not there', async () => {
    const anna = await connected();
    await anna.network.fault('server.describe', { kind: 'status', status: 404 });
    expect(await mastodon.api.doctor(anna.http, anna.account, 0)).toMatchObject([
      { id: 'mastodon_unreadable' },
    ]);
  });
});

describe('publishing', () => {
  it('answers with the id and an address that leads to the post', async () => {
    const anna = await connected();
    const options = { visibility: 'unlisted', spoilerText: 'Bread', language: 'de-AT', quotes: 'nobody' };
    const result = await mastodon.api.publish(
      anna.http,
      anna.part({ text: 'Hello <all> & https://example.com', options }),
    );
    if (!result.ok || !('remoteId' in result.data)) throw new Error(JSON.stringify(result));
    const page = await fetch(result.data.url);
    expect(await page.text()).toContain('Hello &lt;all&gt;');
    expect(await statusOf(anna, result.data.remoteId)).toMatchObject({
      visibility: 'unlisted',
      spoiler_text: 'Bread',
      language: 'de',
    });
  });

  it('makes one post of two sends with one key, within the hour', async () => {
    const anna = await connected();
    const part = anna.part({ text: 'Only once' });
    const first = await mastodon.api.publish(anna.http, part);
    await anna.network.pass(30 * 60_000);
    const second = await mastodon.api.publish(anna.http, part);
    expect(second).toMatchObject({ ok: true, data: first.ok ? first.data : null });
    await anna.network.pass(31 * 60_000);
    await mastodon.api.publish(anna.http, part);
    const made = (await anna.network.log()).filter(({ operation }) => operation === 'posts.create');
    expect(made).toHaveLength(2);
  });

  it('makes threads of replies to oneself, and finds them in the list', async () => {
    const anna = await connected();
    const root = await anna.published({ text: 'One with @harbourcoffee and #rye' });
    const second = await anna.published({ text: 'Two\n\nwith a break', inReplyTo: root });
    const own = await mastodon.api.ownPosts(anna.http, anna.account, {
      since: anna.network.now() - 1,
      limit: 5,
    });
    expect(own.ok && own.data).toMatchObject([
      { remoteId: second, inReplyTo: root, text: 'Two\n\nwith a break' },
      { remoteId: root, inReplyTo: null, text: 'One with @harbourcoffee and #rye', mediaCount: 0 },
    ]);
    for (const post of own.ok ? own.data : []) {
      const { text, inReplyTo } = post;
      const sent = { text, inReplyTo, sendingAt: anna.network.now(), mediaCount: 0 };
      expect(mastodon.api.matches(sent, post)).toBe(true);
    }
  });

  it('shows pictures with their descriptions', async () => {
    const anna = await connected();
    const media = [png({ altText: 'A loaf' }), png({ length: 2_100 })];
    const mediaIds = [
      await uploaded(anna, png({ altText: 'A loaf' })),
      await uploaded(anna, png({ length: 2_100 })),
    ];
    const id = await anna.published({ text: '', media, mediaIds, options: { sensitive: true } });
    expect(await statusOf(anna, id)).toMatchObject({
      sensitive: true,
      media_attachments: [
        { type: 'image', description: 'A loaf' },
        { type: 'image', description: null },
      ],
    });
  });

  it('waits for a video that the server works on, and is refused with it before', async () => {
    const anna = await connected();
    const begun = await step(anna, mp4(), null);
    expect(begun.result).toMatchObject({ state: 'processing', askAt: expect.any(Number) });
    const mediaIds = [begun.saved?.remoteId ?? ''];
    const part = anna.part({ text: 'Moving', media: [mp4()], mediaIds });
    expect(await mastodon.api.publish(anna.http, part)).toMatchObject({
      ok: false,
      failure: { code: 'unavailable', reach: 'refused', retryAt: anna.network.now() + 5_000 },
    });
    await anna.network.pass(60_000);
    expect((await step(anna, mp4(), begun.saved)).result).toMatchObject({ state: 'ready' });
    expect(await mastodon.api.publish(anna.http, part)).toMatchObject({ ok: true });
  });

  it('sends a description again that got lost', async () => {
    const anna = await connected();
    const source = png({ altText: 'A loaf' });
    const plain = await step(anna, png(), null);
    const progress = plain.saved;
    if (progress === null) throw new Error('Nothing was saved.');
    const again = await step(anna, source, { ...progress, altTextSet: false });
    expect(again.result).toMatchObject({ state: 'ready' });
    const described = (await anna.network.log()).filter(({ operation }) => operation === 'media.metadata');
    expect(described).toMatchObject([{ id: progress.remoteId, text: 'A loaf' }]);
  });

  it('begins anew what the server no longer knows', async () => {
    const anna = await connected();
    const forgotten: UploadProgress = {
      remoteId: '1',
      nextOffset: 1,
      finalized: false,
      altTextSet: true,
      expiresAt: Infinity,
    };
    expect((await step(anna, png(), forgotten)).result).toMatchObject({ state: 'ready' });
  });

  it('deletes', async () => {
    const anna = await connected();
    const id = await anna.published({ text: 'Away' });
    expect(await mastodon.api.remove(anna.http, anna.account, id)).toMatchObject({ data: { deleted: true } });
    expect(await statusOf(anna, id)).toEqual({ error: 'Record not found' });
  });
});

describe('posts that the server keeps', () => {
  const later = (anna: Connected) => anna.network.now() + 3_600_000;
  const kept = async (anna: Connected, publishAt = later(anna)): Promise<string> => {
    const result = await mastodon.api.publish(anna.http, anna.part({ text: 'In an hour', publishAt }));
    if (!result.ok || !('scheduledId' in result.data)) throw new Error(JSON.stringify(result));
    expect(result.data.publishAt).toBe(publishAt);
    return result.data.scheduledId;
  };

  it('wait, and are found once they are out', async () => {
    const anna = await connected();
    const id = await kept(anna);
    const ask = () => mastodon.api.scheduled(anna.http, anna.account, id);
    expect(await ask()).toEqual({ state: 'waiting', publishAt: later(anna) });
    await anna.network.pass(3_600_000);
    const answer = await ask();
    expect(answer).toMatchObject({ state: 'published', remoteId: expect.any(String) });
    expect(answer.state === 'published' && (await statusOf(anna, answer.remoteId))).toMatchObject({
      content: '<p>In an hour</p>',
    });
  });

  it('are taken back once', async () => {
    const anna = await connected();
    const id = await kept(anna);
    expect(await mastodon.api.unschedule(anna.http, anna.account, id)).toMatchObject({
      data: { deleted: true },
    });
    expect(await mastodon.api.unschedule(anna.http, anna.account, id)).toMatchObject({
      data: { deleted: false },
    });
    expect(await mastodon.api.scheduled(anna.http, anna.account, id)).toEqual({ state: 'gone' });
  });

  it('need five minutes', async () => {
    const anna = await connected();
    const part = anna.part({ text: 'Soon', publishAt: anna.network.now() + 299_000 });
    expect(await mastodon.api.publish(anna.http, part)).toMatchObject({
      ok: false,
      failure: { code: 'content_rejected' },
    });
  });
});

describe('reading', () => {
  it('gives numbers, and leaves out what is gone', async () => {
    const anna = await connected();
    const past = await mastodon.api.ownPosts(anna.http, anna.account, { since: null, limit: 25 });
    const posts = past.ok ? past.data : [];
    expect(posts).toHaveLength(25);
    const read = await mastodon.api.postMetrics(
      anna.http,
      anna.account,
      [...posts, { remoteId: '1', publishedAt: 0 }],
      0,
    );
    expect(read.ok && read.data.size).toBe(25);
    expect(read.ok && read.data.get(posts[0]?.remoteId ?? '')).toEqual({
      likes: expect.any(Number),
      comments: expect.any(Number),
      shares: expect.any(Number),
      quotes: expect.any(Number),
    });
  });

  it('asks one by one where the server is older', async () => {
    const anna = await connected();
    const id = await anna.published({ text: 'Old server' });
    const older = { ...anna.account, facts: { ...anna.account.facts, api: 0 } };
    const posts = [id, '1'].map((remoteId) => ({ remoteId, publishedAt: 0 }));
    const read = await mastodon.api.postMetrics(anna.http, older, posts, 0);
    expect(read.ok && [...read.data.keys()]).toEqual([id]);
  });

  it('walks back through the past to its end', async () => {
    const anna = await connected();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await mastodon.api.history(anna.http, anna.account, { cursor, limit: 20 });
      if (!page.ok) throw new Error(page.failure.detail);
      seen.push(...page.data.posts.map(({ remoteId }) => remoteId));
      cursor = page.data.next;
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThanOrEqual(30);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('hears mentions and replies, and only newer ones the next time', async () => {
    const anna = await connected();
    const all = await mastodon.api.mentions(anna.http, anna.account, { sinceId: null, limit: 60 });
    if (!all.ok) throw new Error(all.failure.detail);
    expect(new Set(all.data.map(({ kind }) => kind))).toEqual(new Set(['mention', 'reply']));
    const sinceId = all.data[2]?.remoteId ?? null;
    const newer = await mastodon.api.mentions(anna.http, anna.account, { sinceId, limit: 60 });
    expect(newer.ok && newer.data).toEqual(all.data.slice(0, 2));
    const reply = all.data.find(({ kind }) => kind === 'reply');
    const posts = [{ remoteId: reply?.onPost ?? '', publishedAt: 0 }];
    const under = await mastodon.api.comments(anna.http, anna.account, { posts, since: null, limit: 20 });
    expect(under.ok && under.data.map(({ remoteId }) => remoteId)).toContain(reply?.remoteId);
  });

  it('finds public posts by words, and no others', async () => {
    const anna = await connected();
    await anna.published({ text: 'A zanzibar of rye' });
    await anna.published({ text: 'A secret zanzibar of rye', options: { visibility: 'private' } });
    const found = await mastodon.api.search(anna.http, anna.account, { query: 'zanzibar rye', limit: 5 });
    expect(found.ok && found.data).toMatchObject([{ kind: 'found', text: 'A zanzibar of rye' }]);
  });
});

describe('the practice network refuses as a server does', () => {
  const post = async (anna: Connected, body: unknown): Promise<unknown> => {
    const response = await fetch(`${anna.network.endpoints.api}/api/v1/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${anna.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { error } = z.looseObject({ error: z.string().optional() }).parse(await response.json());
    return [response.status, error ?? null];
  };

  it('texts, media and languages that it does not take', async () => {
    const anna = await connected();
    expect(await post(anna, { status: 'a'.repeat(501) })).toEqual([
      422,
      'Validation failed: Text character limit of 500 exceeded',
    ]);
    expect(await post(anna, { status: 'a'.repeat(499), spoiler_text: 'ab' })).toMatchObject([
      422,
      expect.any(String),
    ]);
    expect(await post(anna, { status: '' })).toEqual([422, "Validation failed: Text can't be blank"]);
    expect(await post(anna, { status: 'a', in_reply_to_id: '1' })).toEqual([404, 'Record not found']);
    expect(await post(anna, { status: 'a', media_ids: ['1'] })).toEqual([404, 'Record not found']);
    expect(await post(anna, { status: 'a', visibility: 'all' })).toMatchObject([422, expect.any(String)]);
    expect(await post(anna, { status: 'a', language: 'german' })).toMatchObject([422, expect.any(String)]);
    expect(await post(anna, { status: `${'a'.repeat(470)} https://example.com/${'a'.repeat(99)}` })).toEqual([
      200,
      null,
    ]);
  });

  it('what the token was not made for', async () => {
    const scopes = ['profile', 'read:accounts'];
    const anna = await connected({ scopes });
    expect(await mastodon.api.publish(anna.http, anna.part({ text: 'No' }))).toMatchObject({
      ok: false,
      failure: { code: 'scope_missing', detail: 'This action is outside the authorized scopes' },
    });
  });

  it('limits that are used up, with their end', async () => {
    const anna = await connected();
    await anna.network.fault('posts.create', { kind: 'rate_limit', resetInMs: 90_000 });
    expect(await mastodon.api.publish(anna.http, anna.part({ text: 'Too much' }))).toMatchObject({
      ok: false,
      failure: { code: 'rate_limited', retryAt: anna.network.now() + 90_000 },
    });
  });
});

describe('servers of other kinds', () => {
  const account = { id: '1', username: 'anna', acct: 'anna' };
  const bare = { id: '01HABC', created_at: '2026-11-22T12:00:00Z', content: '<p>Hi</p>', account };

  it('are understood when they say the least', async () => {
    const anna = await connected();
    await anna.network.fault('posts.list', { kind: 'status', status: 200, body: [bare] });
    expect(await mastodon.api.ownPosts(anna.http, anna.account, { since: null, limit: 1 })).toMatchObject({
      ok: true,
      data: [{ remoteId: '01HABC', text: 'Hi', url: null, inReplyTo: null, mediaCount: 0, metrics: {} }],
    });
    await anna.network.fault('posts.create', { kind: 'status', status: 200, body: bare });
    expect(await mastodon.api.publish(anna.http, anna.part({ text: 'Hi' }))).toMatchObject({
      ok: true,
      data: { remoteId: '01HABC' },
    });
  });

  it('may describe themselves in few words', async () => {
    const anna = await connected();
    const body = {
      uri: 'https://pleroma.example',
      version: '2.7.2 (compatible; Pleroma 2.6.0)',
      max_toot_chars: 5_000,
    };
    await anna.network.fault('server.describe', { kind: 'status', status: 200, body });
    const profile = await mastodon.api.profile(anna.http);
    expect(profile.ok && profile.data).toMatchObject({
      username: 'mara_bakes@pleroma.example',
      facts: { characters: 5_000, media: 4, perUrl: 23, api: 0 },
    });
    const [found] = await mastodon.api.doctor(anna.http, anna.account, 0);
    expect(found?.params).toEqual({ host: 'pleroma.example', software: 'Pleroma', version: '2.6.0' });
  });
});
