import { describe, expect, it } from 'vitest';
import { instagram } from '../../../../src/engine/platforms/instagram/platform.ts';
import type { PublishPart } from '../../../../src/engine/platforms/publishing.ts';
import { connected, mediaOn } from '../meta/containers/account.ts';
import type { Connected } from '../meta/containers/account.ts';

const day = 86_400_000;
const story = { format: 'story' } as const;

const publish = (of: Connected, part: PublishPart, handle: string) =>
  instagram.api.publish(of.http, { ...part, handle });

const operations = ({ sent }: Connected): string[] => sent.map(({ operation }) => operation);

describe('a picture', () => {
  it('is fetched from its public address, published once it is finished, and found in the list', async () => {
    const of = await connected(instagram);
    const { host, image } = await mediaOn();
    const media = [image({ altText: 'A loaf' })];
    const part = of.part({
      text: 'Out of the oven #rye',
      media,
      options: { collaborators: ['@tobi_repairs'] },
    });
    const { handle } = await of.staged(part);
    expect(host.fetched).toEqual(['/medium-1']);
    const sendingAt = of.network.now();
    const result = await publish(of, part, handle);
    if (!result.ok || !('remoteId' in result.data)) throw new Error(JSON.stringify(result));
    const { remoteId, url } = result.data;
    expect(BigInt(remoteId)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(url).toMatch(new RegExp(`^${of.network.url}/instagram/p/\\w{11}/$`));
    expect(await (await fetch(url)).text()).toContain('Out of the oven');
    const [container, post] = await of.network.log();
    expect(container).toMatchObject({
      detail: {
        fields: {
          caption: 'Out of the oven #rye',
          alt_text: 'A loaf',
          collaborators: '["tobi_repairs"]',
        },
      },
    });
    expect(post).toMatchObject({ operation: 'posts.create', id: remoteId, text: 'Out of the oven #rye' });
    const own = await instagram.api.ownPosts(of.http, part.account, { since: sendingAt - 60_000, limit: 5 });
    if (!own.ok) throw new Error(own.failure.detail);
    expect(own.data).toMatchObject([{ remoteId, url, mediaCount: 1, inReplyTo: null }]);
    const sent = { text: part.text, inReplyTo: null, sendingAt, mediaCount: 1 };
    expect(own.data.filter((seen) => instagram.api.matches(sent, seen))).toHaveLength(1);
    expect(own.data.filter((seen) => instagram.api.matches({ ...sent, text: 'Another' }, seen))).toEqual([]);
  });

  it('is refused as PNG, where it cannot be fetched, and before anything is sent where there is no place for it', async () => {
    const of = await connected(instagram);
    const { png, gone, image } = await mediaOn();
    const failureOf = async (media: PublishPart['media']) => {
      const result = await of.stage(of.part({ text: 'No', media }));
      return result.state === 'failed' ? result.failure : result;
    };
    expect(await failureOf([png()])).toMatchObject({ code: 'media_invalid', reach: 'refused' });
    expect(await failureOf([gone()])).toMatchObject({
      code: 'media_invalid',
      detail: expect.stringContaining('could not be fetched'),
    });
    expect(await failureOf([image({}, 1_000, 3_000)])).toMatchObject({ code: 'media_invalid' });
    const homeless = image({ publicUrl: () => Promise.resolve(null) });
    expect(await failureOf([homeless])).toMatchObject({ code: 'media_invalid', reach: 'not_sent' });
    expect(await failureOf([])).toMatchObject({ code: 'content_rejected', reach: 'not_sent' });
    expect(await of.posts()).toEqual([]);
  });
});

describe('a video', () => {
  it('is a reel, waited for while Instagram works on it', async () => {
    const of = await connected(instagram);
    const { video } = await mediaOn();
    await of.network.fault('containers.create', { kind: 'slow_media', ms: 40_000 });
    const part = of.part({ text: 'How it rises', media: [video()], options: { share_to_feed: false } });
    const first = await of.stage(part);
    expect(first).toMatchObject({ state: 'processing', askAt: of.network.now() + 5_000 });
    if (first.state !== 'processing') return;
    await of.network.pass(5_000);
    const second = await of.stage(part, first.staged);
    expect(second).toMatchObject({ state: 'processing', askAt: of.network.now() + 15_000 });
    if (second.state !== 'processing') return;
    await of.network.pass(60_000);
    const third = await of.stage(part, second.staged);
    expect(third.state).toBe('ready');
    expect(operations(of).filter((name) => name === 'containers.create')).toHaveLength(1);
    if (third.state !== 'ready') return;
    expect(await publish(of, part, third.staged.handle)).toMatchObject({
      ok: true,
      data: { url: expect.stringContaining('/reel/') },
    });
    expect((await of.posts())[0]).toMatchObject({
      detail: { kind: 'REELS', fields: { share_to_feed: 'false' } },
    });
  });

  it('is not published before it is finished (9007), and is tried again', async () => {
    const of = await connected(instagram);
    const { video } = await mediaOn();
    const part = of.part({ text: 'Too early', media: [video()] });
    const first = await of.stage(part);
    if (first.state !== 'processing') throw new Error(first.state);
    expect(await publish(of, part, first.staged.handle)).toMatchObject({
      ok: false,
      failure: { code: 'unavailable', reach: 'refused' },
    });
    expect(await of.posts()).toEqual([]);
  });

  it('that Instagram cannot use is refused with its reason, and what was staged is of no more use', async () => {
    const of = await connected(instagram);
    const { video } = await mediaOn();
    const part = of.part({ text: 'Short', media: [video(1_000)] });
    const first = await of.stage(part);
    if (first.state !== 'processing') throw new Error(first.state);
    await of.network.pass(5_000);
    expect(await of.stage(part, first.staged)).toMatchObject({
      state: 'failed',
      spent: true,
      failure: { code: 'media_invalid', detail: expect.stringContaining('2207026') },
    });
  });

  it('that is worked on for an hour is made anew', async () => {
    const of = await connected(instagram);
    const { video } = await mediaOn();
    await of.network.fault('containers.create', { kind: 'slow_media', ms: day });
    const part = of.part({ text: 'Never', media: [video()] });
    const first = await of.stage(part);
    if (first.state !== 'processing') throw new Error(first.state);
    await of.network.pass(3_700_000);
    expect(await of.stage(part, first.staged)).toMatchObject({
      state: 'failed',
      spent: true,
      failure: { code: 'unavailable' },
    });
  });
});

describe('several media and stories', () => {
  it('make a carousel: children first, in order, videos waited for', async () => {
    const of = await connected(instagram);
    const { image, video } = await mediaOn();
    const part = of.part({ text: 'Three', media: [image({ altText: 'One' }), video(), image()] });
    const first = await of.stage(part);
    expect(first.state).toBe('processing');
    const { handle } = await of.staged(part);
    expect(await publish(of, part, handle)).toMatchObject({ ok: true });
    const [post] = await of.posts();
    expect(post).toMatchObject({
      text: 'Three',
      media: [expect.any(String), expect.any(String), expect.any(String)],
    });
    const own = await instagram.api.ownPosts(of.http, part.account, { since: null, limit: 1 });
    expect(own).toMatchObject({ ok: true, data: [{ mediaCount: 3, text: 'Three' }] });
  });

  it('goes on with the children that were made', async () => {
    const of = await connected(instagram);
    const { image, video } = await mediaOn();
    const part = of.part({ text: 'Two', media: [video(), image()] });
    const first = await of.stage(part);
    if (first.state !== 'processing') throw new Error(first.state);
    await of.network.pass(10_000);
    expect(await of.stage(part, first.staged)).toMatchObject({ state: 'ready' });
    expect(operations(of).filter((name) => name === 'containers.create')).toHaveLength(3);
  });

  it('show a story apart, which is found without words', async () => {
    const of = await connected(instagram);
    const { image } = await mediaOn();
    const remoteId = await of.published({ text: '', media: [image()], options: story });
    expect((await of.posts())[0]).toMatchObject({ detail: { kind: 'STORIES' } });
    const own = await instagram.api.ownPosts(of.http, of.part({ text: '' }).account, {
      since: of.network.now() - 1_000,
      limit: 5,
    });
    expect(own).toMatchObject({ ok: true, data: [{ remoteId, text: '', mediaCount: 1 }] });
  });
});

describe('the first comment', () => {
  it('stands under the post', async () => {
    const of = await connected(instagram);
    const { image } = await mediaOn();
    const root = await of.published({ text: 'A post', media: [image()] });
    const comment = await of.published({
      text: 'More of it: #bread',
      role: 'comment',
      root,
      inReplyTo: root,
    });
    expect((await of.posts())[1]).toMatchObject({
      operation: 'comments.create',
      id: comment,
      inReplyTo: root,
    });
  });

  it('is found where the answer was lost, and doubted where it is not there', async () => {
    const of = await connected(instagram);
    const { image } = await mediaOn();
    const root = await of.published({ text: 'A post', media: [image()] });
    const part = of.part({ text: 'Lost', role: 'comment', root, inReplyTo: root });
    const { handle } = await of.staged(part);
    expect(await of.probe(part, handle)).toMatchObject({ state: 'processing' });
    const sendingAt = of.network.now();
    await of.network.fault('comments.create', { kind: 'accept_then_reset' });
    expect(await publish(of, part, handle)).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    const [, comment] = await of.posts();
    expect(await of.probe(part, handle, sendingAt)).toMatchObject({
      state: 'present',
      remoteId: comment?.['id'],
    });
    const other = of.part({ text: 'Never sent', role: 'comment', root, inReplyTo: root });
    await of.network.pass(600_000);
    expect(await of.probe(other, handle, sendingAt)).toEqual({ state: 'forgotten' });
  });
});

describe('the quota', () => {
  it('that Instagram itself tells is read before anything is made', async () => {
    const of = await connected(instagram);
    const { image } = await mediaOn();
    const body = { data: [{ quota_usage: 50, config: { quota_total: 50, quota_duration: 86_400 } }] };
    await of.network.fault('users.quota', { kind: 'status', status: 200, body });
    expect(await of.stage(of.part({ text: 'Too many', media: [image()] }))).toMatchObject({
      state: 'failed',
      spent: false,
      failure: { code: 'quota_exhausted', retryAt: of.network.now() + 3_600_000 },
    });
    expect(await of.network.log()).toEqual([]);
  });

  it('holds nothing up where it cannot be read', async () => {
    const of = await connected(instagram);
    const { image } = await mediaOn();
    await of.network.fault('users.quota', { kind: 'status', status: 500 });
    expect(await of.stage(of.part({ text: 'Fine', media: [image()] }))).toMatchObject({ state: 'ready' });
  });
});
