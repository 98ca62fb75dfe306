import { describe, expect, it } from 'vitest';
import { facebook } from '../../../../src/engine/platforms/facebook/platform.ts';
import { mp4, png } from '../../../conformance/x/sample-media.ts';
import { connected, value } from './account.ts';
import type { Connected } from './account.ts';

const minuteMs = 60_000;
const reel = { format: 'reel' };
const story = { format: 'story' };

const stateOf = async (here: Connected, handle: string, sendingAt = here.network.now()) =>
  facebook.api.probe(here.http, { ...here.sentPart(here.part({}), handle), sendingAt }, here.network);

describe('a post on a Page', () => {
  it('is out at once, with its address', async () => {
    const here = await connected();
    const result = value(await here.publish({ text: 'Rye today' }));
    expect(result).toMatchObject({ url: expect.stringContaining('/posts/') });
    expect(await here.posts()).toMatchObject([{ text: 'Rye today' }]);
  });

  it.each([
    [{}, 'https://example.com/bread'],
    [{ link_preview: false }, null],
  ])('shows a preview of its link with %j', async (options, link) => {
    const here = await connected();
    await here.published({ text: 'The recipe: https://example.com/bread.', options });
    expect(await here.posts()).toMatchObject([{ detail: { link } }]);
  });

  it('holds pictures in order, with their descriptions, and none of them is a post of its own', async () => {
    const here = await connected();
    const media = [png({ altText: 'A loaf' }), png({ length: 2_100 })];
    await here.published({ text: 'Two', media });
    const log = await here.network.log();
    expect(log.map(({ operation }) => operation)).toEqual(['media.upload', 'media.upload', 'posts.create']);
    expect(log).toMatchObject([{ detail: { altText: 'A loaf' } }, { detail: { altText: null } }, {}]);
    expect(await here.posts()).toMatchObject([{ media: [log[0]?.['id'], log[1]?.['id']] }]);
  });

  it('is refused where it says the same as the one before', async () => {
    const here = await connected();
    await here.published({ text: 'Rye today' });
    expect(await here.publish({ text: 'Rye today' })).toMatchObject({
      ok: false,
      failure: { code: 'duplicate', reach: 'refused', detail: expect.stringContaining('identical') },
    });
  });

  it('is unclear where Facebook does not know itself', async () => {
    const here = await connected();
    const body = { error: { message: 'An unknown error', type: 'OAuthException', code: 1 } };
    await here.network.fault('posts.create', { kind: 'status', status: 400, body, accept: true });
    expect(await here.publish({ text: 'Rye today' })).toMatchObject({
      ok: false,
      failure: { code: 'unknown_outcome', reach: 'unclear' },
    });
  });

  it('takes pictures that were used for no second post', async () => {
    const here = await connected();
    const part = here.part({ text: 'One', media: [png()] });
    const { handle } = await here.staged(part);
    expect((await facebook.api.publish(here.http, { ...part, handle })).ok).toBe(true);
    expect(await facebook.api.publish(here.http, { ...part, text: 'Two', handle })).toMatchObject({
      ok: false,
      failure: { code: 'duplicate' },
    });
  });

  it('goes nowhere without the permission', async () => {
    const here = await connected('mara_bakes', ['pages_read_engagement']);
    expect(await here.publish({ text: 'Rye today' })).toMatchObject({
      ok: false,
      failure: { code: 'scope_missing' },
    });
  });
});

describe('comments', () => {
  it('stand under the post, also those that follow one another', async () => {
    const here = await connected();
    const post = await here.published({ text: 'Rye today' });
    const first = await here.published({ text: 'One', role: 'comment', inReplyTo: post, root: post });
    await here.published({ text: 'Two', role: 'comment', inReplyTo: first, root: post });
    const log = await here.network.log();
    expect(log.filter(({ operation }) => operation === 'comments.create')).toMatchObject([
      { text: 'One', inReplyTo: post },
      { text: 'Two', inReplyTo: post },
    ]);
  });

  it('are found where their answer was lost, and are not proved absent where they are not', async () => {
    const here = await connected();
    const post = await here.published({ text: 'Rye today' });
    const part = here.part({ text: 'One', role: 'comment', inReplyTo: post, root: post });
    const { handle } = await here.staged(part);
    const sent = here.sentPart(part, handle);
    const askAt = here.network.now() + 10_000;
    expect(await facebook.api.probe(here.http, sent, here.network)).toEqual({ state: 'processing', askAt });
    const remoteId = await here.published({ text: 'One', role: 'comment', inReplyTo: post, root: post });
    expect(await facebook.api.probe(here.http, sent, here.network)).toMatchObject({
      state: 'present',
      remoteId,
    });
    const other = { ...sent, text: 'Another' };
    await here.network.pass(5 * minuteMs);
    expect(await facebook.api.probe(here.http, other, here.network)).toEqual({ state: 'forgotten' });
  });
});

describe.each([
  ['a video', {}],
  ['a reel', reel],
])('%s', (_, options) => {
  it('is out when Facebook has worked on it, and named by its post', async () => {
    const here = await connected();
    const part = here.part({ text: 'How it rises', media: [mp4()], options });
    const { handle } = await here.staged(part);
    const result = value(await facebook.api.publish(here.http, { ...part, handle }));
    expect(result).toEqual({ askAt: here.network.now() + 10_000 });
    expect(await stateOf(here, handle)).toMatchObject({ state: 'processing' });
    await here.network.pass(minuteMs);
    const [post] = await here.posts();
    expect(await stateOf(here, handle)).toMatchObject({ state: 'present', remoteId: post?.['id'] });
  });

  it('is not out while nobody said that it shall be, and makes one post however often it is said', async () => {
    const here = await connected();
    const part = here.part({ text: 'How it rises', media: [mp4()], options });
    const sendingAt = here.network.now();
    const { handle } = await here.staged(part);
    await here.network.pass(minuteMs);
    expect(await stateOf(here, handle, sendingAt)).toMatchObject({ state: 'processing' });
    await here.network.pass(5 * minuteMs);
    expect(await stateOf(here, handle, sendingAt)).toEqual({ state: 'absent' });
    await facebook.api.publish(here.http, { ...part, handle });
    await facebook.api.publish(here.http, { ...part, handle });
    expect(await here.posts()).toHaveLength(1);
  });

  it('goes on where its upload was interrupted', async () => {
    const here = await connected();
    const media = [mp4()];
    const part = here.part({ text: 'How it rises', media, options });
    const context = { now: () => here.network.now(), signal: new AbortController().signal };
    const begun = await facebook.api.stage(here.http, part, null, context);
    if (begun.state !== 'processing') throw new Error(begun.state);
    await here.staged(part, begun.staged);
    const starts = (await here.network.log()).filter(({ operation }) => operation === 'media.start');
    expect(starts).toHaveLength(1);
  });

  it('goes on after bytes that got there without an answer', async () => {
    const here = await connected();
    const part = here.part({ text: 'How it rises', media: [mp4()], options });
    const context = { now: () => here.network.now(), signal: new AbortController().signal };
    const begun = await facebook.api.stage(here.http, part, null, context);
    if (begun.state !== 'processing') throw new Error(begun.state);
    await here.staged(part, begun.staged);
    const { handle } = await here.staged(part, begun.staged);
    await facebook.api.publish(here.http, { ...part, handle });
    expect(await here.posts()).toHaveLength(1);
  });

  it('is refused for what it is', async () => {
    const here = await connected();
    const part = here.part({ text: 'A picture', media: [png()], options });
    const handle = await here
      .staged({ ...part, media: [{ ...png(), kind: 'video' }] })
      .then((staged) => staged.handle);
    await facebook.api.publish(here.http, { ...part, handle });
    await here.network.pass(minuteMs);
    expect(await stateOf(here, handle)).toMatchObject({
      state: 'refused',
      failure: { code: 'media_invalid', detail: 'The video could not be processed.' },
    });
    expect(await here.posts()).toEqual([]);
  });

  it('waits at Facebook for its time', async () => {
    const here = await connected();
    const publishAt = here.network.now() + 60 * minuteMs;
    const result = value(await here.publish({ text: 'Later', media: [mp4()], options, publishAt }));
    if (!('scheduledId' in result)) throw new Error(JSON.stringify(result));
    const { scheduledId } = result;
    expect(await facebook.api.scheduled(here.http, here.account, scheduledId)).toEqual({
      state: 'waiting',
      publishAt,
    });
    await here.network.pass(61 * minuteMs);
    const [post] = await here.posts();
    expect(await facebook.api.scheduled(here.http, here.account, scheduledId)).toMatchObject({
      state: 'published',
      remoteId: post?.['id'],
    });
  });
});

it('sends a reel’s bytes to the address that Facebook names', async () => {
  const here = await connected();
  await here.staged(here.part({ text: 'How it rises', media: [mp4()], options: reel }));
  expect(here.sent.map(({ operation }) => operation)).toEqual([
    'media.start',
    'videos.status',
    'media.bytes',
  ]);
});

describe('a story', () => {
  it.each([
    ['a picture', () => png(), 'photo_story'],
    ['a video', () => mp4(), 'video_story'],
  ])('is %s without words, and is found by it', async (_, medium, kind) => {
    const here = await connected();
    const part = here.part({ text: '', media: [medium()], options: story });
    const { handle } = await here.staged(part);
    expect(await stateOf(here, handle)).toMatchObject({ state: 'processing' });
    const result = value(await facebook.api.publish(here.http, { ...part, handle }));
    if (!('remoteId' in result)) throw new Error(JSON.stringify(result));
    const { remoteId } = result;
    await here.network.pass(minuteMs);
    expect(await stateOf(here, handle)).toMatchObject({ state: 'present', remoteId });
    expect(await here.posts()).toMatchObject([{ detail: { kind } }]);
    const listed = value(await facebook.api.ownPosts(here.http, here.account, { since: null, limit: 100 }));
    expect(listed.some((post) => post.remoteId === remoteId)).toBe(false);
  });

  it('is kept until no time', async () => {
    const here = await connected();
    const publishAt = here.network.now() + 60 * minuteMs;
    expect(await here.publish({ media: [png()], options: story, publishAt })).toMatchObject({
      ok: false,
      failure: { reach: 'not_sent' },
    });
  });
});

describe('a post that Facebook keeps', () => {
  it('appears at its time and not before', async () => {
    const here = await connected();
    const publishAt = here.network.now() + 30 * minuteMs;
    const result = value(await here.publish({ text: 'Later', media: [png()], publishAt }));
    if (!('scheduledId' in result)) throw new Error(JSON.stringify(result));
    expect(result.publishAt).toBe(publishAt);
    const { scheduledId } = result;
    const since = here.network.now();
    const seen = async () =>
      value(await facebook.api.ownPosts(here.http, here.account, { since, limit: 100 }));
    expect(await seen()).toEqual([]);
    await here.network.pass(30 * minuteMs);
    expect(await seen()).toMatchObject([{ remoteId: scheduledId, publishedAt: publishAt, mediaCount: 1 }]);
    expect(await facebook.api.scheduled(here.http, here.account, scheduledId)).toMatchObject({
      state: 'published',
      remoteId: scheduledId,
      publishedAt: publishAt,
    });
  });

  it('is found where the answer was lost', async () => {
    const here = await connected();
    const publishAt = here.network.now() + 30 * minuteMs;
    const part = here.part({ text: 'Later', publishAt });
    const { handle } = await here.staged(part);
    const result = value(await facebook.api.publish(here.http, { ...part, handle }));
    if (!('scheduledId' in result)) throw new Error(JSON.stringify(result));
    expect(await facebook.api.probe(here.http, here.sentPart(part, handle), here.network)).toEqual({
      state: 'scheduled',
      scheduledId: result.scheduledId,
    });
  });

  it('is taken back before its time and left alone after it', async () => {
    const here = await connected();
    const publishAt = here.network.now() + 30 * minuteMs;
    const ids: string[] = [];
    for (const text of ['One', 'Two']) {
      const result = value(await here.publish({ text, publishAt }));
      if ('scheduledId' in result) ids.push(result.scheduledId);
    }
    const [one = '', two = ''] = ids;
    expect(value(await facebook.api.unschedule(here.http, here.account, one))).toEqual({ deleted: true });
    expect(await facebook.api.scheduled(here.http, here.account, one)).toEqual({ state: 'gone' });
    await here.network.pass(31 * minuteMs);
    expect(value(await facebook.api.unschedule(here.http, here.account, two))).toEqual({ deleted: false });
    const listed = value(await facebook.api.ownPosts(here.http, here.account, { since: null, limit: 1 }));
    expect(listed).toMatchObject([{ text: 'Two' }]);
  });

  it.each([9, 31 * 24 * 60])('is refused %i minutes ahead', async (minutes) => {
    const here = await connected();
    expect(
      await here.publish({ text: 'Later', publishAt: here.network.now() + minutes * minuteMs }),
    ).toMatchObject({ ok: false, failure: { code: 'content_rejected' } });
  });
});

it('deletes a post', async () => {
  const here = await connected();
  const id = await here.published({ text: 'Rye today' });
  expect(value(await facebook.api.remove(here.http, here.account, id))).toEqual({ deleted: true });
  const listed = value(await facebook.api.ownPosts(here.http, here.account, { since: null, limit: 1 }));
  expect(listed[0]?.text).not.toBe('Rye today');
});

it('prepares anew what was changed since', async () => {
  const here = await connected();
  const one = await here.staged(here.part({ text: 'One', media: [png()] }));
  const two = await here.staged(here.part({ text: 'One', media: [png({ length: 2_100 })] }), one);
  expect(JSON.parse(two.handle).photos).not.toEqual(JSON.parse(one.handle).photos);
  const same = await here.staged(here.part({ text: 'Two', media: [png({ length: 2_100 })] }), two);
  expect(same.handle).toBe(two.handle);
});
