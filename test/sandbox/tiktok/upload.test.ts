import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Practice } from '../practice.ts';
import type { Got } from '../practice.ts';
import { mp4 } from '../x/media-bytes.ts';

const chunk = 5_000_000;
const size = 12_000_000;
const hour = 3_600_000;
const redirect = 'http://localhost:3455/callback/';
const upload = { source: 'FILE_UPLOAD', video_size: size, chunk_size: chunk, total_chunk_count: 2 };

let practice: Practice;
let token: string;

beforeEach(async () => {
  practice = await Practice.start();
  const verifier = 'v'.repeat(43);
  const { headers } = await practice.ask(
    'POST',
    '/tiktok/v2/auth/authorize/',
    new URLSearchParams({
      client_key: 'key',
      response_type: 'code',
      scope: 'user.info.basic,video.upload,video.publish',
      redirect_uri: redirect,
      state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('hex'),
      code_challenge_method: 'S256',
      person: 'mara_bakes',
      decision: 'allow',
    }),
  );
  const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { body } = await practice.ask(
    'POST',
    '/tiktok/v2/oauth/token/',
    new URLSearchParams({
      client_key: 'key',
      client_secret: 'secret',
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
    }),
  );
  token = z.object({ access_token: z.string() }).parse(body).access_token;
});

afterEach(() => practice.end());

const post = (path: string, body: unknown): Promise<Got> =>
  practice.ask('POST', `/tiktok/v2/post/publish/${path}`, body, { authorization: `Bearer ${token}` });

const begun = async () => {
  const { body } = await post('inbox/video/init/', { source_info: upload });
  return z.object({ data: z.object({ publish_id: z.string().max(64), upload_url: z.url() }) }).parse(body)
    .data;
};

const film = Buffer.concat([mp4(2_000), Buffer.alloc(size)]).subarray(0, size);

/** Sends these bytes of the film, and answers with the status and the range that is told. */
const put = async (address: string, first: number, last: number, type = 'video/mp4') => {
  const url = new URL(address);
  const response = await fetch(`${practice.url}${url.pathname}${url.search}`, {
    method: 'PUT',
    headers: { 'content-type': type, 'content-range': `bytes ${first}-${last}/${size}` },
    body: new Uint8Array(film.subarray(first, last + 1)),
  });
  return [response.status, response.headers.get('content-range')];
};

const codeOf = ({ body }: Got): string =>
  z.object({ error: z.object({ code: z.string() }) }).parse(body).error.code;

describe('an upload at TikTok', () => {
  it('takes the chunks one after the other, and says which one it wants', async () => {
    const { upload_url: address } = await begun();
    expect(await put(address, chunk, size - 1)).toEqual([416, `bytes 0-${chunk - 1}/${size}`]);
    expect(await put(address, 0, chunk - 1, 'application/octet-stream')).toEqual([400, null]);
    expect(await put(address, 0, chunk - 1)).toEqual([206, null]);
    expect(await put(address, 0, chunk - 1)).toEqual([416, `bytes ${chunk}-${size - 1}/${size}`]);
    expect(await put(address, chunk, size - 1)).toEqual([201, null]);
    expect(await put(address, chunk, size - 1)).toEqual([416, `bytes */${size}`]);
  });

  it('ends with its address after an hour, and knows no other', async () => {
    const { upload_url: address } = await begun();
    expect(await put(address.replace(/upload_token=\w/, 'upload_token=-'), 0, chunk - 1)).toEqual([
      404,
      null,
    ]);
    await practice.pass(hour);
    expect(await put(address, 0, chunk - 1)).toEqual([403, null]);
  });

  it('goes on after TikTok was restarted', async () => {
    const { upload_url: address, publish_id } = await begun();
    await put(address, 0, chunk - 1);
    await practice.down();
    await practice.up();
    const status = async () => (await post('status/fetch/', { publish_id })).body;
    expect(await status()).toMatchObject({ data: { status: 'PROCESSING_UPLOAD', uploaded_bytes: chunk } });
    expect(await put(address, chunk, size - 1)).toEqual([201, null]);
    await practice.pass(3_000);
    expect(await status()).toMatchObject({ data: { status: 'SEND_TO_USER_INBOX', uploaded_bytes: size } });
  });

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ chunk_size: 4_999_999 }, 'too small a chunk'],
    [{ total_chunk_count: 3 }, 'a count that was rounded up'],
    [{ video_size: 70_000_000, chunk_size: 70_000_000, total_chunk_count: 1 }, 'too large a piece'],
    [{ source: 'PULL_FROM_URL' }, 'another source'],
  ])('is refused with %j: %s', async (change, _why) => {
    const got = await post('inbox/video/init/', { source_info: { ...upload, ...change } });
    expect([got.status, codeOf(got)]).toEqual([400, 'invalid_params']);
  });

  it('is refused with words that a draft does not take', async () => {
    const got = await post('inbox/video/init/', { source_info: upload, post_info: { title: 'No' } });
    expect(got.status).toBe(400);
  });

  it('says of a publication that it does not know', async () => {
    expect(codeOf(await post('status/fetch/', { publish_id: 'v_inbox_file~v2.1' }))).toBe(
      'invalid_publish_id',
    );
  });
});
