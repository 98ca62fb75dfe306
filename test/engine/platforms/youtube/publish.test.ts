import { describe, expect, it } from 'vitest';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import { png } from '../../../conformance/x/sample-media.ts';
import { connected, options, signIn } from './account.ts';
import type { Connected } from './account.ts';

const hour = 3_600_000;

/** Tokens of the same channel, an hour and more later. */
const again = ({ network }: Connected) => signIn(network, 'mara_bakes');

const audienceOf = async ({ http, account }: Connected, id: string) => {
  const state = await youtube.api.scheduled(http, account, id);
  return state.state;
};

describe('a published video', () => {
  it('has an address that leads to it', async () => {
    const here = await connected();
    const result = await here.publish(here.part({ text: 'How rye rises' }));
    if (!result.ok || !('url' in result.data)) throw new Error(JSON.stringify(result));
    expect(result.data.url).toBe(`${here.account.webOrigin}/youtube/watch?v=${result.data.remoteId}`);
    const page = await (await fetch(result.data.url)).text();
    expect(page).toContain('How rye rises');
    expect(page).toContain('Everybody can see it');
    expect(youtube.api.postIdOf(result.data.url)).toBe(result.data.remoteId);
  });

  it('that YouTube forced to be private says so', async () => {
    const here = await connected();
    await here.settings({ forcePrivate: true });
    const forced = await here.publish(here.part());
    expect(forced).toMatchObject({
      ok: true,
      data: { note: expect.stringContaining('made the video private although it was to be public') },
    });
    const wanted = await here.publish(here.part({ options: { ...options, privacy: 'private' } }));
    expect(wanted).toMatchObject({ ok: true, data: { note: null } });
    const timed = await here.publish(here.part({ publishAt: here.network.now() + hour }));
    expect(timed).toMatchObject({
      ok: true,
      data: { remoteId: expect.any(String), note: expect.stringContaining('did not keep the time') },
    });
  });

  it('has the thumbnail and the playlist that go with it', async () => {
    const here = await connected('harbourcoffee');
    const playlist = 'https://www.youtube.com/playlist?list=PLbread';
    const media = [...here.part().media, png()];
    const result = await here.publish(here.part({ media, options: { ...options, playlist } }));
    expect(result).toMatchObject({ ok: true, data: { note: null } });
    if (!result.ok || !('remoteId' in result.data)) return;
    const { remoteId } = result.data;
    expect(await here.network.log()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ operation: 'media.thumbnail', id: remoteId }),
        expect.objectContaining({ operation: 'playlists.add', id: `PLbread.${remoteId}` }),
      ]),
    );
  });

  it('is out all the same where they are refused, and says what is missing', async () => {
    const here = await connected('mara_bakes');
    const media = [...here.part().media, png()];
    const result = await here.publish(here.part({ media, options: { ...options, playlist: 'none' } }));
    expect(result).toMatchObject({
      ok: true,
      data: {
        remoteId: expect.any(String),
        note: expect.stringMatching(/The thumbnail was not taken: .+ The video is not in the playlist: .+/),
      },
    });
  });

  it('can be deleted once', async () => {
    const here = await connected();
    const id = await here.published();
    expect(await youtube.api.remove(here.http, here.account, id)).toMatchObject({ data: { deleted: true } });
    expect(await youtube.api.remove(here.http, here.account, id)).toMatchObject({ data: { deleted: false } });
    expect(await audienceOf(here, id)).toBe('gone');
  });
});

describe('a video with a time', () => {
  it('is left to YouTube only where it will be for everybody, since YouTube makes it so', () => {
    expect(youtube.keeps(options)).toBe(true);
    expect(youtube.keeps({ ...options, privacy: 'unlisted' })).toBe(false);
    expect(youtube.keeps({ ...options, privacy: 'private' })).toBe(false);
  });

  it('waits for it and is then public', async () => {
    const here = await connected();
    const publishAt = here.network.now() + 2 * hour;
    const part = here.part({ publishAt });
    const { handle } = await here.staged(part);
    const result = await youtube.api.publish(here.http, { ...part, handle });
    if (!result.ok || !('scheduledId' in result.data)) throw new Error(JSON.stringify(result));
    const { scheduledId } = result.data;
    expect(result.data.publishAt).toBe(publishAt);
    const asked = {
      account: here.account,
      text: '',
      mediaCount: 1,
      inReplyTo: null,
      sendingAt: 0,
      key: null,
      handle,
    };
    expect(await youtube.api.probe(here.http, asked, { now: () => 0 })).toEqual({
      state: 'scheduled',
      scheduledId,
    });
    expect(await youtube.api.scheduled(here.http, here.account, scheduledId)).toEqual({
      state: 'waiting',
      publishAt,
    });
    await here.network.pass(hour / 2);
    const before = await youtube.api.history(here.http, here.account, { cursor: null, limit: 1 });
    expect(before.ok && before.data.posts.map(({ remoteId }) => remoteId)).not.toContain(scheduledId);
    await here.network.pass(1.6 * hour);
    const http = here.network.http((await again(here)).accessToken);
    expect(await youtube.api.scheduled(http, here.account, scheduledId)).toMatchObject({
      state: 'published',
      remoteId: scheduledId,
      publishedAt: publishAt,
    });
    expect(await youtube.api.unschedule(http, here.account, scheduledId)).toMatchObject({
      data: { deleted: false },
    });
  });

  it('can be taken back before it', async () => {
    const here = await connected();
    const result = await here.publish(here.part({ publishAt: here.network.now() + hour }));
    if (!result.ok || !('scheduledId' in result.data)) throw new Error(JSON.stringify(result));
    const { scheduledId } = result.data;
    expect(await youtube.api.unschedule(here.http, here.account, scheduledId)).toMatchObject({
      data: { deleted: true },
    });
    expect(await audienceOf(here, scheduledId)).toBe('gone');
    expect(await youtube.api.unschedule(here.http, here.account, scheduledId)).toMatchObject({
      data: { deleted: false },
    });
  });

  it('that is refused after its upload tells why', async () => {
    const here = await connected();
    const broken = here.part({ publishAt: here.network.now() + hour });
    const [source] = broken.media;
    if (source === undefined) throw new Error('There is no video.');
    const noVideo = {
      ...source,
      read: (_: number, length: number) => Promise.resolve(new Uint8Array(length)),
    };
    const result = await here.publish({ ...broken, media: [noVideo] });
    if (!result.ok || !('scheduledId' in result.data)) throw new Error(JSON.stringify(result));
    await here.network.pass(60_000);
    expect(await youtube.api.scheduled(here.http, here.account, result.data.scheduledId)).toMatchObject({
      state: 'failed',
      failure: { code: 'media_invalid', detail: expect.stringContaining('invalidFile') },
    });
  });
});

describe('comments of one’s own', () => {
  const comment = (here: Connected, root: string, text: string) =>
    here.publish(here.part({ text, media: [], role: 'comment', root, inReplyTo: root }));

  it('stand under the video', async () => {
    const here = await connected();
    const root = await here.published();
    const first = await comment(here, root, 'The recipe is below');
    if (!first.ok || !('url' in first.data)) throw new Error(JSON.stringify(first));
    expect(first.data.url).toBe(
      `${here.account.webOrigin}/youtube/watch?v=${root}&lc=${first.data.remoteId}`,
    );
    expect(await (await fetch(first.data.url)).text()).toContain('The recipe is below');
    const later = await here.publish(
      here.part({ text: 'And the oven', media: [], role: 'reply', root, inReplyTo: first.data.remoteId }),
    );
    expect(later.ok).toBe(true);
    expect((await here.network.log()).slice(-2)).toMatchObject([
      { operation: 'comments.create', text: 'The recipe is below', inReplyTo: root },
      { operation: 'comments.create', text: 'And the oven', inReplyTo: root },
    ]);
  });

  it('are found among own posts where the answer was lost', async () => {
    const here = await connected();
    const root = await here.published();
    const sendingAt = here.network.now();
    await here.network.fault('comments.create', { kind: 'accept_then_reset' });
    const text = 'Was that "it" -- or not?';
    expect(await comment(here, root, text)).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    const own = await youtube.api.ownPosts(here.http, here.account, {
      since: sendingAt - 60_000,
      limit: 100,
    });
    if (!own.ok) throw new Error(own.failure.detail);
    const sent = { text, inReplyTo: root, sendingAt, mediaCount: 0 };
    expect(own.data.filter((seen) => youtube.api.matches(sent, seen))).toHaveLength(1);
    expect(own.data.some((seen) => youtube.api.matches({ ...sent, inReplyTo: null }, seen))).toBe(false);
    expect(own.data.some((seen) => youtube.api.matches({ ...sent, text: 'Another' }, seen))).toBe(false);
    expect(own.data.some((seen) => youtube.api.matches({ ...sent, sendingAt: sendingAt + hour }, seen))).toBe(
      false,
    );
  });

  it('are not taken where a video has none', async () => {
    const here = await connected();
    const root = await here.published({ options: { ...options, madeForKids: 'yes' } });
    expect(await comment(here, root, 'Hello')).toMatchObject({
      ok: false,
      failure: { code: 'content_rejected', reach: 'refused' },
    });
  });
});

describe('budgets', () => {
  it.each([
    ['inserts', 100],
    ['units', 10_000],
  ])('of %s end for the app at midnight in California', async (bucket, limit) => {
    const here = await connected();
    await here.quotaUsed(bucket, limit);
    const result =
      bucket === 'inserts'
        ? await youtube.api.stage(here.http, here.part(), null, {
            now: () => here.network.now(),
            signal: new AbortController().signal,
          })
        : await youtube.api.profile(here.http, null);
    const failure = 'failure' in result ? result.failure : null;
    expect(failure).toMatchObject({ code: 'quota_exhausted', reach: 'refused', limitOf: 'app' });
    const untilThen = (failure?.retryAt ?? 0) - here.network.now();
    expect(untilThen).toBeGreaterThan(0);
    await here.network.pass(untilThen);
    const http = here.network.http((await again(here)).accessToken);
    expect(await youtube.api.profile(http, null)).toMatchObject({ ok: true });
  });

  it('of searches are apart from all else', async () => {
    const here = await connected();
    await here.quotaUsed('searches', 100);
    expect(await youtube.api.search(here.http, here.account, { query: 'rye', limit: 5 })).toMatchObject({
      ok: false,
      failure: { code: 'quota_exhausted' },
    });
    expect(await youtube.api.profile(here.http, null)).toMatchObject({ ok: true });
  });

  it('of a channel end a day later, for it alone', async () => {
    const here = await connected();
    await here.settings({ uploadsADay: 1 });
    await here.published();
    const refused = await youtube.api.stage(here.http, here.part(), null, {
      now: () => here.network.now(),
      signal: new AbortController().signal,
    });
    expect(refused).toMatchObject({
      state: 'failed',
      failure: { code: 'quota_exhausted', retryAt: here.network.now() + 24 * hour },
    });
    expect('failure' in refused && refused.failure.limitOf).toBeUndefined();
  });
});
