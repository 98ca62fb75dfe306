import { describe, expect, it } from 'vitest';
import { threads } from '../../../../src/engine/platforms/threads/platform.ts';
import type { PublishPart } from '../../../../src/engine/platforms/publishing.ts';
import { connected, mediaOn } from '../meta/containers/account.ts';
import type { Connected } from '../meta/containers/account.ts';

const day = 86_400_000;

const publish = (of: Connected, part: PublishPart, handle: string) =>
  threads.api.publish(of.http, { ...part, handle });

const refusal = async (of: Connected, part: PublishPart) => {
  const result = await of.stage(part);
  return result.state === 'failed' ? result.failure : result;
};

describe('words', () => {
  it('go out in two steps, with what was chosen, and are found in the list', async () => {
    const of = await connected(threads);
    const part = of.part({
      text: 'The first loaf of the day 🥖',
      options: {
        reply_control: 'followers_only',
        topic_tag: '#sourdough',
        link_attachment: 'https://example.com/bread',
      },
    });
    const { handle } = await of.staged(part);
    expect(await of.posts()).toEqual([]);
    const sendingAt = of.network.now();
    const result = await publish(of, part, handle);
    if (!result.ok || !('remoteId' in result.data)) throw new Error(JSON.stringify(result));
    const { remoteId, url } = result.data;
    expect(url).toMatch(new RegExp(`^${of.network.url}/threads/@mara_bakes/post/\\w{11}$`));
    expect(await (await fetch(url)).text()).toContain('The first loaf');
    expect((await of.posts())[0]).toMatchObject({
      id: remoteId,
      detail: {
        fields: {
          media_type: 'TEXT',
          reply_control: 'followers_only',
          topic_tag: 'sourdough',
          link_attachment: 'https://example.com/bread',
        },
      },
    });
    expect(of.sent.map(({ body }) => JSON.stringify(body ?? '')).join('')).not.toContain('auto_publish');
    const own = await threads.api.ownPosts(of.http, part.account, { since: sendingAt - 60_000, limit: 5 });
    expect(own).toMatchObject({ ok: true, data: [{ remoteId, url, mediaCount: 0, inReplyTo: null }] });
  });

  it('make threads of replies to oneself; who may reply and the topic are of the first', async () => {
    const of = await connected(threads);
    const options = { topic_tag: 'rye', reply_control: 'mentioned_only' };
    const first = await of.published({ text: 'About rye', options });
    const second = await of.published({ text: 'It is patient', inReplyTo: first, root: first, options });
    const third = await of.published({ text: 'And it keeps', inReplyTo: second, root: first, options });
    const [, one] = await of.posts();
    expect(one).toMatchObject({ inReplyTo: first, detail: { fields: { media_type: 'TEXT' } } });
    expect(JSON.stringify(one)).not.toContain('topic_tag');
    const own = await threads.api.ownPosts(of.http, of.part({ text: '' }).account, {
      since: of.network.now() - 1_000,
      limit: 10,
    });
    if (!own.ok) throw new Error(own.failure.detail);
    expect(new Map(own.data.map(({ remoteId, inReplyTo }) => [remoteId, inReplyTo]))).toEqual(
      new Map([
        [first, null],
        [second, first],
        [third, second],
      ]),
    );
  });

  it('that answer a post which is not ready are tried again in a moment', async () => {
    const of = await connected(threads);
    expect(await refusal(of, of.part({ text: 'Too early', inReplyTo: '18000000000000001' }))).toMatchObject({
      code: 'unavailable',
      retryAt: of.network.now() + 5_000,
    });
  });

  it('are refused where they are too long or hold too many links', async () => {
    const of = await connected(threads);
    expect(await refusal(of, of.part({ text: 'a'.repeat(501) }))).toMatchObject({
      code: 'content_rejected',
      detail: expect.stringContaining('500 characters'),
    });
    expect(await refusal(of, of.part({ text: '🥖'.repeat(126) }))).toMatchObject({
      code: 'content_rejected',
    });
    const links = Array.from({ length: 6 }, (_, number) => `https://example.com/${number}`).join(' ');
    expect(await refusal(of, of.part({ text: links }))).toMatchObject({ code: 'content_rejected' });
    expect(await refusal(of, of.part({ text: ' ' }))).toMatchObject({ code: 'content_rejected' });
  });
});

describe('media', () => {
  it('are fetched: one picture, one video, and a carousel of both', async () => {
    const of = await connected(threads);
    const { image, png, video, host } = await mediaOn();
    await of.published({ text: 'One', media: [png()] });
    await of.published({ text: '', media: [video()] });
    await of.published({ text: 'Three', media: [image({ altText: 'A loaf' }), video(), png()] });
    expect(host.fetched).toHaveLength(5);
    expect((await of.posts()).map(({ detail }) => detail)).toMatchObject([
      { kind: 'IMAGE' },
      { kind: 'VIDEO' },
      { kind: 'CAROUSEL' },
    ]);
    const own = await threads.api.ownPosts(of.http, of.part({ text: '' }).account, { since: null, limit: 3 });
    expect(own.ok && own.data.map(({ mediaCount }) => mediaCount)).toEqual([3, 1, 1]);
  });

  it('that cannot be fetched or used are refused: a picture at once, a video after a while', async () => {
    const of = await connected(threads);
    const { gone, video } = await mediaOn();
    expect(await refusal(of, of.part({ text: 'No', media: [gone()] }))).toMatchObject({
      code: 'media_invalid',
    });
    for (const [medium, words] of [
      [gone({ kind: 'video', mimeType: 'video/mp4' }), 'FAILED_DOWNLOADING_VIDEO'],
      [video(301_000), 'INVALID_DURATION'],
    ] as const) {
      const part = of.part({ text: 'No', media: [medium] });
      const first = await of.stage(part);
      if (first.state !== 'processing') throw new Error(first.state);
      await of.network.pass(5_000);
      expect(await of.stage(part, first.staged)).toMatchObject({
        state: 'failed',
        spent: true,
        failure: { code: 'media_invalid', detail: words },
      });
    }
  });
});

describe('a publish whose answer was lost', () => {
  it('is settled by its container and never made twice', async () => {
    const of = await connected(threads);
    const part = of.part({ text: 'Once and only once' });
    const { handle } = await of.staged(part);
    await of.network.fault('containers.publish', { kind: 'reset_before' });
    expect(await publish(of, part, handle)).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await of.probe(part, handle)).toEqual({ state: 'absent' });
    await of.network.fault('containers.publish', { kind: 'accept_then_reset' });
    expect(await publish(of, part, handle)).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await of.probe(part, handle)).toMatchObject({ state: 'present' });
    await of.network.fault('containers.publish', { kind: 'delay', ms: 0 });
    expect(await publish(of, part, handle)).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await of.posts()).toHaveLength(1);
  });

  it('is doubted where Threads does not know itself (code 2)', async () => {
    const of = await connected(threads);
    const part = of.part({ text: 'Unsure' });
    const { handle } = await of.staged(part);
    const body = { error: { message: 'Retry later.', type: 'OAuthException', is_transient: true, code: 2 } };
    await of.network.fault('containers.publish', { kind: 'status', status: 400, body });
    expect(await publish(of, part, handle)).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await of.probe(part, handle)).toEqual({ state: 'absent' });
  });

  it('is not out where its container has run out', async () => {
    const of = await connected(threads);
    const part = of.part({ text: 'Too late' });
    const { handle } = await of.staged(part);
    await of.network.pass(day + 1_000);
    expect(await of.probe(part, handle)).toEqual({ state: 'expired' });
  });
});

describe('the quota', () => {
  it('of posts and of replies is read before anything is made', async () => {
    const of = await connected(threads);
    const full = { quota_total: 250, quota_duration: 86_400 };
    const body = {
      data: [
        {
          quota_usage: 250,
          config: full,
          reply_quota_usage: 999,
          reply_config: { ...full, quota_total: 1_000 },
        },
      ],
    };
    const first = await of.published({ text: 'Before' });
    await of.network.fault('users.quota', { kind: 'status', status: 200, body });
    expect(await refusal(of, of.part({ text: 'Too many' }))).toMatchObject({ code: 'quota_exhausted' });
    expect(await of.stage(of.part({ text: 'A reply', inReplyTo: first }))).toMatchObject({ state: 'ready' });
    expect(await threads.api.doctor(of.http, of.part({ text: '' }).account, 0)).toMatchObject([
      { id: 'threads_quota_full', status: 'problem', params: { used: 250, total: 250, hours: 24 } },
      { id: 'threads_reply_quota_low', status: 'warning' },
    ]);
  });
});

describe('an app that may not', () => {
  it('learns why: the session is over, ended by the person, or lacks a permission', async () => {
    const of = await connected(threads);
    const part = of.part({ text: 'No' });
    const { handle } = await of.staged(part);
    await of.network.fault('containers.publish', { kind: 'token_revoked' });
    expect(await publish(of, part, handle)).toMatchObject({ failure: { code: 'auth_revoked' } });
    const old = await connected(threads);
    await old.network.pass(61 * day);
    expect(await refusal(old, part)).toMatchObject({ code: 'auth_expired', reach: 'refused' });
    const poor = await connected(threads, { ticks: '1', granted: 'threads_basic' });
    expect(await refusal(poor, poor.part({ text: 'No' }))).toMatchObject({ code: 'scope_missing' });
  });
});
