import { describe, expect, it } from 'vitest';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import {
  lastPieceAt,
  pieceBytes,
  readHandle,
} from '../../../../src/engine/platforms/youtube/wire/session.ts';
import { connected, options, signIn, video } from './account.ts';
import type { Connected } from './account.ts';

const kibibyte = 1_024;
/** Two whole pieces, a shorter one, and the last 100 bytes. */
const length = 2 * pieceBytes + 512 * kibibyte + 100;

const probe = ({ http, account, network }: Connected, handle: string | null) =>
  youtube.api.probe(
    http,
    { account, text: 'Rye', mediaCount: 1, inReplyTo: null, sendingAt: network.now(), key: null, handle },
    { now: () => network.now() },
  );

const context = (network: Connected['network']) => ({
  now: () => network.now(),
  signal: new AbortController().signal,
});

const videosMade = async ({ network }: Connected) =>
  (await network.log()).filter(({ operation }) => operation === 'posts.create');

describe('pieces', () => {
  it.each([
    [1, 0],
    [256 * kibibyte, 0],
    [256 * kibibyte + 1, 256 * kibibyte],
    [512 * kibibyte, 256 * kibibyte],
    [256e9, 256e9 - (256e9 % (256 * kibibyte))],
  ])('leave at most 256 KiB of %i bytes to the end', (bytes, at) => {
    expect(lastPieceAt(bytes)).toBe(at);
    expect(at % (256 * kibibyte)).toBe(0);
    expect(bytes - at).toBeGreaterThan(0);
  });
});

describe('an upload', () => {
  it('keeps its session before the first byte, and makes no video before the last', async () => {
    const here = await connected();
    const part = here.part({ media: [video(length)] });
    here.sent.length = 0;
    const opened = await youtube.api.stage(here.http, part, null, context(here.network));
    expect(opened.state).toBe('processing');
    expect(here.sent).toEqual(['media.initialize']);
    if (opened.state !== 'processing') return;
    const staged = await here.staged(part, opened.staged);
    expect(here.sent.slice(1)).toEqual(['media.status', 'media.append', 'media.append', 'media.append']);
    expect(await videosMade(here)).toEqual([]);
    expect(await probe(here, staged.handle)).toEqual({ state: 'absent' });
    const result = await youtube.api.publish(here.http, { ...part, handle: staged.handle });
    expect(result).toMatchObject({
      ok: true,
      data: { remoteId: expect.stringMatching(/^[\w-]{11}$/), note: null },
    });
    expect(here.sent.slice(-2)).toEqual(['media.status', 'posts.create']);
    expect(await videosMade(here)).toMatchObject([{ text: 'Rye', detail: { bytes: length } }]);
  });

  it('of a small file needs no piece but the last', async () => {
    const here = await connected();
    here.sent.length = 0;
    await here.published();
    expect(here.sent).toEqual(['media.initialize', 'media.status', 'media.status', 'posts.create']);
  });

  it.each([1, 2, 3])('goes on where the session stands after a break at piece %i', async (nth) => {
    const here = await connected();
    const part = here.part({ media: [video(length)] });
    const opened = await youtube.api.stage(here.http, part, null, context(here.network));
    if (opened.state !== 'processing') throw new Error('It is ready too soon.');
    const rule = { match: { network: 'youtube', operation: 'media.upload', nth: nth + 1 } };
    await faults(here, { ...rule, fault: { kind: 'accept_then_reset' } });
    const broken = await youtube.api.stage(here.http, part, opened.staged, context(here.network));
    expect(broken).toMatchObject({ state: 'failed', spent: false, failure: { code: 'unavailable' } });
    here.sent.length = 0;
    const staged = await here.staged(part, opened.staged);
    // The piece whose answer was lost has arrived, and is not sent again.
    expect(here.sent).toHaveLength(1 + 3 - nth);
    const result = await youtube.api.publish(here.http, { ...part, handle: staged.handle });
    expect(result.ok).toBe(true);
    expect(await videosMade(here)).toHaveLength(1);
  });

  it('sends a piece again that did not arrive', async () => {
    const here = await connected();
    const part = here.part({ media: [video(length)] });
    const opened = await youtube.api.stage(here.http, part, null, context(here.network));
    if (opened.state !== 'processing') throw new Error('It is ready too soon.');
    const rule = { match: { network: 'youtube', operation: 'media.upload', nth: 3 } };
    await faults(here, { ...rule, fault: { kind: 'reset_before' } });
    await youtube.api.stage(here.http, part, opened.staged, context(here.network));
    here.sent.length = 0;
    await here.staged(part, opened.staged);
    expect(here.sent).toEqual(['media.status', 'media.append', 'media.append']);
  });

  it('that lost its last answer is found by its session, and never made twice', async () => {
    const here = await connected();
    const part = here.part();
    const { handle } = await here.staged(part);
    await here.network.fault('posts.create', { kind: 'accept_then_reset' });
    const lost = await youtube.api.publish(here.http, { ...part, handle });
    expect(lost).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    const [made] = await videosMade(here);
    expect(await probe(here, handle)).toMatchObject({ state: 'present', remoteId: made?.['id'] });
    const again = await youtube.api.publish(here.http, { ...part, handle });
    expect(again).toMatchObject({ ok: true, data: { remoteId: made?.['id'] } });
    expect(await videosMade(here)).toHaveLength(1);
  });

  it('whose last piece never arrived is proved absent, and makes one video when it is sent again', async () => {
    const here = await connected();
    const part = here.part();
    const { handle } = await here.staged(part);
    const rule = { match: { network: 'youtube', operation: 'posts.create', nth: 1 } };
    await faults(here, { ...rule, fault: { kind: 'status', status: 503 } });
    const lost = await youtube.api.publish(here.http, { ...part, handle });
    expect(lost).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await probe(here, handle)).toEqual({ state: 'absent' });
    expect((await youtube.api.publish(here.http, { ...part, handle })).ok).toBe(true);
    expect(await videosMade(here)).toHaveLength(1);
  });

  it('begins anew where its session has ended, which proves nothing once the last piece was sent', async () => {
    const here = await connected();
    const part = here.part();
    const earlier = await here.staged(part);
    await here.network.pass(8 * 86_400_000);
    const renewed = await signInAgain(here);
    const anew = await youtube.api.stage(renewed, part, earlier, context(here.network));
    expect(anew.state).toBe('processing');
    if (anew.state !== 'processing') return;
    expect(anew.staged.handle).not.toBe(earlier.handle);
    expect(await probe({ ...here, http: renewed }, earlier.handle)).toEqual({ state: 'forgotten' });
  });

  it('is not opened for a file that is shorter than it says', async () => {
    const here = await connected();
    const source = { ...video(length), bytes: length + pieceBytes };
    const part = here.part({ media: [source] });
    await expect(here.staged(part)).rejects.toThrow('media_invalid');
  });

  it('is bound to the words of its post', async () => {
    const here = await connected('harbourcoffee');
    const id = await here.published({
      text: 'Über alles, was gärt',
      options: {
        ...options,
        tags: ['rye', 'sour dough'],
        privacy: 'unlisted',
        category: '26',
        altered: true,
      },
    });
    expect(await here.network.log()).toContainEqual(
      expect.objectContaining({
        id,
        text: 'Über alles, was gärt',
        detail: expect.objectContaining({
          resource: {
            snippet: {
              title: 'The first loaf',
              description: 'Über alles, was gärt',
              categoryId: '26',
              tags: ['rye', 'sour dough'],
            },
            status: expect.objectContaining({
              privacyStatus: 'unlisted',
              selfDeclaredMadeForKids: false,
              containsSyntheticMedia: true,
            }),
          },
        }),
      }),
    );
  });
});

describe('handles', () => {
  it('that are not of this network are none', () => {
    for (const text of [null, '', 'x', '{}', '{"kind":"session"}', '[]']) expect(readHandle(text)).toBeNull();
  });
});

async function faults({ network }: Connected, ...rules: readonly unknown[]): Promise<void> {
  const response = await fetch(`${network.url}/__practice/faults`, {
    method: 'PUT',
    headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
    body: JSON.stringify(rules),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function signInAgain({ network }: Connected) {
  return network.http((await signIn(network, 'mara_bakes')).accessToken);
}
