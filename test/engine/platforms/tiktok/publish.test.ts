import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tiktok } from '../../../../src/engine/platforms/tiktok/platform.ts';
import { readHandle } from '../../../../src/engine/platforms/tiktok/handle.ts';
import type { PublishPart } from '../../../../src/engine/platforms/publishing.ts';
import { breakAt, connected, control, direct, sourceOf, video } from './account.ts';
import type { Connected } from './account.ts';

const reasons = [
  ['file_format_check_failed', 'media_invalid'],
  ['duration_check_failed', 'media_invalid'],
  ['frame_rate_check_failed', 'media_invalid'],
  ['picture_size_check_failed', 'media_invalid'],
  ['video_pull_failed', 'media_invalid'],
  ['photo_pull_failed', 'media_invalid'],
  ['publish_cancelled', 'platform_refused'],
  ['auth_removed', 'auth_revoked'],
  ['spam_risk_too_many_posts', 'quota_exhausted'],
  ['spam_risk_user_banned_from_posting', 'account_action_required'],
  ['spam_risk_text', 'content_rejected'],
  ['spam_risk', 'platform_refused'],
] as const;

const threeChunks = 35_000_000;
const hour = 3_600_000;

/** Stages and publishes; answers with the handle to ask by. */
const publish = async (of: Connected, part: PublishPart): Promise<string> => {
  const { handle } = await of.staged(part);
  const result = await tiktok.api.publish(of.http, { ...part, handle });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  if (!('askAt' in result.data)) throw new Error('TikTok answers before it has looked.');
  return result.data.staged?.handle ?? handle;
};

const operations = async ({ network }: Connected) => (await network.log()).map(({ operation }) => operation);

describe('a video', () => {
  it('is told of before any byte leaves, goes up in chunks, and is a post once the last is there', async () => {
    const of = await connected();
    const part = of.part({ text: 'Bread #rye', media: [video(threeChunks)], options: direct });
    const begun = await of.stage(part);
    expect(begun).toMatchObject({ state: 'processing', askAt: of.network.now() });
    expect(await operations(of)).toEqual(['containers.create']);
    const handle = await publish(of, part);
    expect(await operations(of)).toEqual([
      'containers.create',
      'containers.create',
      'media.append',
      'media.append',
      'posts.create',
    ]);
    expect(await of.probe(part, handle)).toEqual({ state: 'processing', askAt: of.network.now() + 5_000 });
    await of.network.pass(3_000);
    const [post] = (await of.network.log()).slice(-1);
    expect(await of.probe(part, handle)).toEqual({
      state: 'present',
      remoteId: post?.['id'],
      url: `${of.network.url}/tiktok/@mara_bakes/video/${String(post?.['id'])}`,
    });
    expect(post).toMatchObject({ text: 'Bread #rye', detail: { privacy: 'PUBLIC_TO_EVERYONE' } });
    expect(BigInt(String(post?.['id']))).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  it('goes in one piece where it is small, which publishes it', async () => {
    const of = await connected();
    const part = of.part({ text: 'Small', media: [video()], options: direct });
    expect(await of.stage(part)).toMatchObject({ state: 'ready' });
    expect(await operations(of)).toEqual(['containers.create']);
    await publish(of, part);
    expect((await operations(of)).at(-1)).toBe('posts.create');
  });

  it.each([
    ['reset_before', 1],
    ['accept_then_reset', 1],
    ['reset_before', 2],
    ['accept_then_reset', 2],
  ])('goes on where it broke: %s, chunk %i', async (kind, nth) => {
    const of = await connected();
    const part = of.part({ text: 'Again', media: [video(threeChunks)], options: direct });
    const begun = await of.stage(part);
    if (begun.state !== 'processing') throw new Error(begun.state);
    await breakAt(of.network, 'media.append', nth, kind);
    expect(await of.stage(part, begun.staged)).toMatchObject({ state: 'failed', spent: false });
    const ready = await of.stage(part, begun.staged);
    expect(ready).toEqual({ state: 'ready', staged: begun.staged });
    expect(await operations(of)).toEqual(['containers.create', 'media.append', 'media.append']);
  });

  it('begins anew for another text, and where TikTok no longer takes the rest', async () => {
    const of = await connected();
    const part = of.part({ text: 'One', media: [video(threeChunks)], options: direct });
    const begun = await of.stage(part);
    if (begun.state !== 'processing') throw new Error(begun.state);
    const other = await of.stage({ ...part, text: 'Two' }, begun.staged);
    expect(other.state).toBe('processing');
    expect('staged' in other && other.staged.handle).not.toBe(begun.staged.handle);
    await of.network.pass(hour);
    expect(await of.stage(part, begun.staged)).toMatchObject({
      state: 'failed',
      spent: true,
      failure: { code: 'unavailable' },
    });
  });

  it('that lost its last chunk is absent, and goes again under the same publication', async () => {
    const of = await connected();
    const part = of.part({ text: 'Lost', media: [video(threeChunks)], options: direct });
    const { handle } = await of.staged(part);
    await of.network.fault('posts.create', { kind: 'reset_before' });
    expect(await tiktok.api.publish(of.http, { ...part, handle })).toMatchObject({
      failure: { reach: 'unclear', code: 'unknown_outcome' },
    });
    expect(await of.probe(part, handle)).toEqual({ state: 'absent' });
    await of.network.fault('posts.create', { kind: 'delay', ms: 0 });
    expect(await tiktok.api.publish(of.http, { ...part, handle })).toMatchObject({ ok: true });
    await of.network.pass(3_000);
    expect(await of.probe(part, handle)).toMatchObject({ state: 'present' });
  });

  it('whose last answer was lost is found by its publication, and a repeat makes no second', async () => {
    const of = await connected();
    const part = of.part({ text: 'Once', media: [video()], options: direct });
    const { handle } = await of.staged(part);
    await of.network.fault('posts.create', { kind: 'accept_then_reset' });
    expect(await tiktok.api.publish(of.http, { ...part, handle })).toMatchObject({
      failure: { reach: 'unclear' },
    });
    await of.network.pass(3_000);
    expect(await of.probe(part, handle)).toMatchObject({ state: 'present' });
    expect(await tiktok.api.publish(of.http, { ...part, handle })).toMatchObject({ ok: true });
    expect((await operations(of)).filter((name) => name === 'posts.create')).toHaveLength(1);
  });

  it('whose address has run out is told as expired', async () => {
    const of = await connected();
    const part = of.part({ text: 'Late', media: [video()], options: direct });
    const { handle } = await of.staged(part);
    await of.network.pass(hour);
    const result = await tiktok.api.publish(of.http, { ...part, handle });
    if (!result.ok || !('askAt' in result.data)) throw new Error('It is asked for.');
    expect(await of.probe(part, result.data.staged?.handle ?? '')).toEqual({ state: 'expired' });
  });

  it('goes to the inbox as a draft, without its text, and is found when the creator posts it', async () => {
    const of = await connected('mara_bakes', ['user.info.basic', 'video.upload']);
    const part = of.part({ text: 'Mine', media: [video()], options: { mode: 'inbox' } });
    const handle = await publish(of, part);
    await of.network.pass(3_000);
    expect(await of.probe(part, handle)).toEqual({ state: 'handed_over' });
    expect((await of.network.log()).at(-1)).toMatchObject({ operation: 'drafts.create', text: '' });
    const publishId = readHandle(handle)?.publishId;
    await control(of.network, { publishId, text: 'Mine' }, '/finish', 'POST');
    expect(await of.probe(part, handle)).toMatchObject({ state: 'present', remoteId: expect.any(String) });
  });

  it('for oneself is out without an id', async () => {
    const of = await connected();
    const part = of.part({ text: 'Mine', media: [video()], options: { ...direct, privacy: 'SELF_ONLY' } });
    const handle = await publish(of, part);
    await of.network.pass(3_000);
    expect(await of.probe(part, handle)).toEqual({ state: 'present', remoteId: null, url: null });
  });

  it('for everyone is waited for while TikTok looks it through, and not for ever', async () => {
    const of = await connected();
    await control(of.network, { moderationMs: hour });
    const part = of.part({ text: 'Soon', media: [video()], options: direct });
    const at = of.network.now();
    const handle = await publish(of, part);
    await of.network.pass(60_000);
    expect(await of.probe(part, handle, at)).toMatchObject({ state: 'processing' });
    await of.network.pass(120_000);
    expect(await of.probe(part, handle, at)).toMatchObject({ state: 'present', remoteId: null });
    await of.network.pass(hour);
    expect(await of.probe(part, handle, at)).toMatchObject({
      state: 'present',
      remoteId: expect.any(String),
    });
  });

  it('that TikTok gives up is refused by its reason, in words', async () => {
    const of = await connected();
    for (const [failReason, code] of reasons) {
      await control(of.network, { failReason });
      const part = of.part({ text: failReason, media: [video()], options: { mode: 'inbox' } });
      const handle = await publish(of, part);
      // Six publications may be begun in a minute.
      await of.network.pass(15_000);
      const result = await of.probe(part, handle);
      expect(result).toMatchObject({ state: 'refused', failure: { code, reach: 'refused' } });
      expect('failure' in result && result.failure.detail).toMatch(/^[A-Z].* .*\.$/);
    }
  });

  it('that TikTok itself broke may be made anew', async () => {
    const of = await connected();
    await control(of.network, { failReason: 'internal' });
    const part = of.part({ text: 'No', media: [video()], options: direct });
    const handle = await publish(of, part);
    await of.network.pass(3_000);
    expect(await of.probe(part, handle)).toEqual({ state: 'expired' });
  });
});

describe('refusals', () => {
  const failureOf = async (of: Connected, part: PublishPart) => {
    const result = await of.stage(part);
    return result.state === 'failed' ? result.failure : null;
  };

  it('sends what an app without an audit may not post to the inbox, in words', async () => {
    const of = await connected();
    await control(of.network, { audited: false });
    const part = of.part({ text: 'No', media: [video()], options: direct });
    expect(await failureOf(of, part)).toMatchObject({
      code: 'platform_refused',
      status: 403,
      detail: expect.stringContaining('as a draft'),
    });
    const draft = { ...part, options: { mode: 'inbox' } };
    expect(await failureOf(of, draft)).toBeNull();
  });

  it('asks again who can see it where TikTok no longer offers that', async () => {
    const of = await connected('tobi_repairs');
    const part = of.part({ text: 'No', media: [video()], options: direct });
    expect(await failureOf(of, part)).toMatchObject({ code: 'content_rejected', reach: 'not_sent' });
    expect(await operations(of)).toEqual([]);
  });

  it('waits where five drafts wait, and where a day has had its posts', async () => {
    const of = await connected();
    await control(of.network, { pendingDrafts: 1, postsADay: 1 });
    const draft = of.part({ text: '', media: [video()], options: { mode: 'inbox' } });
    await publish(of, draft);
    expect(await failureOf(of, draft)).toMatchObject({
      code: 'quota_exhausted',
      retryAt: of.network.now() + hour,
    });
    const post = of.part({ text: 'One', media: [video()], options: direct });
    await publish(of, post);
    expect(await failureOf(of, post)).toMatchObject({
      code: 'quota_exhausted',
      retryAt: of.network.now() + 6 * hour,
    });
  });

  it('waits a minute after the sixth beginning in one', async () => {
    const of = await connected();
    const part = of.part({ text: '', media: [video(threeChunks)], options: { mode: 'inbox' } });
    for (let count = 0; count < 6; count += 1) expect(await failureOf(of, part)).toBeNull();
    expect(await failureOf(of, part)).toMatchObject({
      code: 'rate_limited',
      retryAt: of.network.now() + 60_000,
    });
  });

  it('wants the scope for what is asked', async () => {
    const of = await connected('mara_bakes', ['user.info.basic', 'video.upload']);
    const part = of.part({ text: 'No', media: [video()], options: direct });
    expect(await failureOf(of, part)).toMatchObject({ code: 'scope_missing', status: 401 });
  });

  it('takes nothing for nothing', async () => {
    const of = await connected();
    expect(await of.stage(of.part({ text: 'Words alone' }))).toMatchObject({
      state: 'failed',
      failure: { code: 'media_invalid', reach: 'not_sent' },
    });
    expect(await tiktok.api.publish(of.http, of.part({ text: 'Unstaged' }))).toMatchObject({
      failure: { reach: 'not_sent' },
    });
    expect(await of.probe(of.part({ text: '' }), 'not a handle')).toEqual({ state: 'forgotten' });
  });
});

describe('photos', () => {
  /** A JPEG's headers: 640 by 480. */
  const jpeg = Buffer.from('ffd8ffc0001108 01e0 0280 03012200021101031101ffd9'.replaceAll(' ', ''), 'hex');

  const served = async (bytes: Buffer): Promise<string> => {
    const server = createServer((_, response) => response.end(bytes));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  };

  const photo = (url: string) =>
    sourceOf(jpeg, {
      kind: 'image',
      mimeType: 'image/jpeg',
      publicUrl: () => Promise.resolve({ ok: true, url }),
    });

  it('are fetched from their address, and asked for by what the answer names', async () => {
    const of = await connected();
    const origin = await served(jpeg);
    const media = [photo(`${origin}/1.jpg`), photo(`${origin}/2.jpg`)];
    const part = of.part({ text: 'Two', media, options: { ...direct, title: 'Loaves' } });
    const handle = await publish(of, part);
    expect(readHandle(handle)).toMatchObject({
      kind: 'photos',
      publishId: expect.stringContaining('p_pub_url'),
    });
    await of.network.pass(3_000);
    const result = await of.probe(part, handle);
    expect(result).toMatchObject({ state: 'present', url: expect.stringContaining('/photo/') });
    expect((await of.network.log()).at(-1)).toMatchObject({ operation: 'posts.create', text: 'Two' });
  });

  it('whose answer was lost are looked for in the list', async () => {
    const of = await connected();
    const origin = await served(jpeg);
    const part = of.part({ text: 'Listed photos', media: [photo(`${origin}/1.jpg`)], options: direct });
    const { handle } = await of.staged(part);
    const sendingAt = of.network.now();
    await of.network.fault('posts.create', { kind: 'accept_then_reset' });
    expect(await tiktok.api.publish(of.http, { ...part, handle })).toMatchObject({
      failure: { reach: 'unclear' },
    });
    expect(await of.probe(part, handle)).toEqual({ state: 'forgotten' });
    await of.network.pass(3_000);
    const seen = await tiktok.api.ownPosts(of.http, part.account, { since: sendingAt - 1_000, limit: 5 });
    if (!seen.ok) throw new Error(seen.failure.detail);
    const sent = { text: part.text, inReplyTo: null, sendingAt, mediaCount: 1 };
    expect(seen.data.filter((post) => tiktok.api.matches(sent, post))).toHaveLength(1);
  });

  it('without words are not taken for others without words', async () => {
    const of = await connected();
    const origin = await served(jpeg);
    const sendingAt = of.network.now();
    const part = of.part({ text: '', media: [photo(`${origin}/1.jpg`)], options: direct });
    const { handle } = await of.staged(part);
    expect(await tiktok.api.publish(of.http, { ...part, handle })).toMatchObject({ ok: true });
    await of.network.pass(3_000);
    const seen = await tiktok.api.ownPosts(of.http, part.account, { since: sendingAt - 1_000, limit: 5 });
    if (!seen.ok) throw new Error(seen.failure.detail);
    expect(seen.data.filter(({ text }) => text === '')).toHaveLength(1);
    const sent = { text: '', inReplyTo: null, sendingAt, mediaCount: 2 };
    expect(seen.data.some((post) => tiktok.api.matches(sent, post))).toBe(false);
  });

  it('need a verified address', async () => {
    const of = await connected();
    await control(of.network, { verifiedPrefixes: ['https://media.example/'] });
    const part = of.part({ text: 'No', media: [photo('http://127.0.0.1:9/1.jpg')], options: direct });
    const { handle } = await of.staged(part);
    expect(await tiktok.api.publish(of.http, { ...part, handle })).toMatchObject({
      failure: { code: 'platform_refused', reach: 'refused', detail: expect.stringContaining('verified') },
    });
  });

  it('need a place', async () => {
    const of = await connected();
    const bare = sourceOf(jpeg, { kind: 'image', mimeType: 'image/jpeg' });
    expect(await of.stage(of.part({ text: 'No', media: [bare], options: direct }))).toMatchObject({
      state: 'failed',
      failure: { reach: 'not_sent', detail: expect.stringContaining('public address') },
    });
  });

  it('that cannot be fetched are refused', async () => {
    const of = await connected();
    const part = of.part({ text: 'No', media: [photo('http://127.0.0.1:9/1.jpg')], options: direct });
    const handle = await publish(of, part);
    await of.network.pass(3_000);
    expect(await of.probe(part, handle)).toMatchObject({
      state: 'refused',
      failure: { code: 'media_invalid' },
    });
  });
});
