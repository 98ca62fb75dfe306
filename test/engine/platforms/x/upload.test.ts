import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  UploadProgress,
  UploadResult,
  UploadSource,
} from '../../../../src/engine/platforms/publishing.ts';
import { x } from '../../../../src/engine/platforms/x/platform.ts';
import { startPractice } from '../../../conformance/x/practice.ts';
import type { PracticeAccount } from '../../../conformance/x/practice.ts';
import { gif, mp4, png } from '../../../conformance/x/sample-media.ts';

const mebibyte = 1_048_576;
const day = 86_400_000;
let practice: PracticeAccount;

beforeAll(async () => {
  practice = await startPractice();
});

afterAll(async () => {
  await practice.stop();
});

beforeEach(async () => {
  await practice.control('DELETE', 'faults');
  await practice.control('PUT', 'clock', { epochMs: Date.now(), anchorMs: Date.now(), rate: 1 });
});

/** Uploads from `progress` on and keeps what is saved. */
const upload = async (source: UploadSource, progress: UploadProgress | null = null, now = Date.now()) => {
  const saved: UploadProgress[] = [];
  const before = practice.exchanges.length;
  const result = await x.api.upload(practice.http, source, progress, {
    now: () => now,
    saved: (step) => saved.push(step),
    signal: new AbortController().signal,
    account: practice.account,
    options: {},
  });
  const operations = practice.exchanges.slice(before).map(({ operation }) => operation.replace('media.', ''));
  return { result, saved, last: saved.at(-1) ?? null, operations };
};

const ready = (result: UploadResult): string => {
  if (result.state !== 'ready') throw new Error(`The upload is ${JSON.stringify(result)}`);
  return result.media.remoteId;
};

const post = (text: string, ...mediaIds: readonly string[]) =>
  x.api.publish(practice.http, { account: practice.account, text, mediaIds, inReplyTo: null });

/** Moves the practice network's clock forward. */
const moveOn = (ms: number) =>
  practice.control('PUT', 'clock', { epochMs: Date.now() + ms, anchorMs: Date.now(), rate: 1 });

describe('uploading to X', () => {
  it('sends a picture in pieces of a mebibyte, describes it, and it can be posted', async () => {
    const source = png({ length: 2 * mebibyte + 10, altText: 'A loaf' });
    const { result, operations, last } = await upload(source);
    expect(operations).toEqual(['initialize', 'append', 'append', 'append', 'finalize', 'metadata']);
    expect(source.reads).toEqual([
      { offset: 0, length: mebibyte },
      { offset: mebibyte, length: mebibyte },
      { offset: 2 * mebibyte, length: 10 },
    ]);
    expect(last).toMatchObject({ nextOffset: source.bytes, finalized: true, altTextSet: true });
    const id = ready(result);
    expect(result).toMatchObject({ media: { expiresAt: expect.any(Number) } });
    expect(await post('With a picture', id)).toMatchObject({ ok: true });
    const own = await x.api.ownPosts(practice.http, practice.account, { since: null, limit: 5 });
    expect(own.ok && own.data[0]?.text).toBe('With a picture');
  });

  it('posts a picture alone, which is found again', async () => {
    const sendingAt = Date.now();
    const id = ready((await upload(png())).result);
    expect(await post('', id)).toMatchObject({ ok: true });
    const own = await x.api.ownPosts(practice.http, practice.account, { since: null, limit: 5 });
    if (!own.ok) throw new Error(own.failure.detail);
    const [newest] = own.data;
    expect(newest?.text).toBe('');
    expect(newest && x.api.matches({ text: '', inReplyTo: null, sendingAt, mediaCount: 1 }, newest)).toBe(
      true,
    );
  });

  it('does without a description where there is none', async () => {
    expect((await upload(png({ altText: '  ' }))).operations).toEqual(['initialize', 'append', 'finalize']);
  });

  it('goes on where it was interrupted', async () => {
    const source = png({ length: 3 * mebibyte });
    await practice.control('PUT', 'faults', [
      { match: { operation: 'media.append', nth: 2 }, fault: { kind: 'accept_then_reset' } },
    ]);
    const first = await upload(source);
    expect(first.result).toMatchObject({
      state: 'failed',
      failure: { code: 'unavailable', reach: 'refused' },
    });
    expect(first.last).toMatchObject({ nextOffset: mebibyte, finalized: false });
    const second = await upload(source, first.last);
    expect(second.operations).toEqual(['append', 'append', 'finalize']);
    expect(await post('Interrupted', ready(second.result))).toMatchObject({ ok: true });
  });

  it('describes it only once', async () => {
    const source = gif({ altText: 'Turning' });
    const first = await upload(source);
    expect(first.result.state).toBe('processing');
    await moveOn(10_000);
    const second = await upload(source, first.last);
    expect(second.operations).toEqual(['status', 'metadata']);
    const third = await upload(source, second.last);
    expect(third.operations).toEqual(['status']);
    expect(third.result.state).toBe('ready');
  });

  it('waits while a video is processed, and posts it then', async () => {
    const source = mp4();
    const now = Date.now();
    const first = await upload(source, null, now);
    expect(first.operations).toEqual(['initialize', 'append', 'finalize']);
    if (first.result.state !== 'processing') throw new Error('It is ready too soon.');
    expect(first.result.askAt).toBeGreaterThanOrEqual(now + 1_000);
    const early = await upload(source, first.last);
    expect(early).toMatchObject({ result: { state: 'processing' }, operations: ['status'] });
    await moveOn(10_000);
    expect(await post('Moving', ready((await upload(source, first.last)).result))).toMatchObject({
      ok: true,
    });
  });

  it('says why X cannot use a video, and begins anew the next time', async () => {
    const source = mp4({ width: 1_000, height: 100 });
    const first = await upload(source);
    await moveOn(10_000);
    const second = await upload(source, first.last);
    expect(second.result).toMatchObject({
      state: 'failed',
      failure: { code: 'media_invalid', reach: 'refused' },
    });
    expect((await upload(source, second.last)).operations[0]).toBe('initialize');
  });

  it('begins anew when the upload has expired or is about to', async () => {
    const source = png();
    const first = await upload(source);
    const expiresAt = first.last?.expiresAt ?? 0;
    expect(expiresAt).toBeGreaterThan(Date.now() + day - 60_000);
    expect((await upload(source, first.last, expiresAt - 11 * 60_000)).operations).toEqual([]);
    expect((await upload(source, first.last, expiresAt - 9 * 60_000)).operations[0]).toBe('initialize');
  });

  it('begins anew, once, when X has forgotten the upload', async () => {
    const forgotten = { nextOffset: 0, finalized: false, altTextSet: false, expiresAt: Date.now() + day };
    const { result, operations } = await upload(png(), { ...forgotten, remoteId: '1' });
    expect(operations).toEqual(['append', 'initialize', 'append', 'finalize']);
    expect(result.state).toBe('ready');
  });

  it('refuses a file that has become shorter', async () => {
    const source = { ...png(), bytes: 5_000 };
    expect((await upload(source)).result).toMatchObject({
      state: 'failed',
      failure: { code: 'media_invalid', reach: 'not_sent' },
    });
  });

  it('refuses a file that is not what it says', async () => {
    const source = { ...png(), read: (_: number, length: number) => Promise.resolve(new Uint8Array(length)) };
    expect((await upload(source)).result).toMatchObject({
      state: 'failed',
      failure: { reach: 'refused', status: 400 },
    });
  });

  it('keeps within a thousand segments', async () => {
    const { segmentBytes } = (await import('../../../../src/engine/platforms/x/wire/upload-calls.ts'))
      .uploadCalls;
    for (const bytes of [
      1,
      mebibyte,
      512 * mebibyte,
      1_000 * mebibyte,
      1_000 * mebibyte + 1,
      8_000 * mebibyte,
    ]) {
      expect(Math.ceil(bytes / segmentBytes(bytes))).toBeLessThanOrEqual(1_000);
      expect(segmentBytes(bytes) % mebibyte).toBe(0);
    }
    expect(segmentBytes(1_000 * mebibyte)).toBe(mebibyte);
  });
});
