import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Practice, mara } from '../practice.ts';
import type { Client, Got } from '../practice.ts';
import { gif, mp4, png } from './media-bytes.ts';

let practice: Practice;
let client: Client;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());
beforeEach(async () => {
  await practice.pass(86_400_000);
  client = await practice.connect();
});

const data = (got: Got) => Object(got.body).data;

async function begin(type: string, category: string, size: number): Promise<string> {
  const body = { media_type: type, media_category: category, total_bytes: size };
  return String(data(await client.ask('POST', '/2/media/upload/initialize', body)).id);
}

function append(id: string, index: number, bytes: Uint8Array): Promise<Got> {
  const form = new FormData();
  form.set('segment_index', String(index));
  form.set('media', new Blob([new Uint8Array(bytes)]), 'part');
  return client.ask('POST', `/2/media/upload/${id}/append`, form);
}

const finalize = (id: string): Promise<Got> => client.ask('POST', `/2/media/upload/${id}/finalize`);
const status = (id: string): Promise<Got> => client.get(`/2/media/upload?media_id=${id}&command=STATUS`);

async function upload(bytes: Uint8Array, type: string, category: string): Promise<string> {
  const id = await begin(type, category, bytes.length);
  await append(id, 0, bytes);
  const { status } = await finalize(id);
  if (status !== 200) throw new Error('The upload was refused.');
  return id;
}

test('a picture in chunks, in any order and one of them twice, with alt text, is served as it was sent', async () => {
  const bytes = png(640, 400);
  const half = Math.ceil(bytes.length / 2);
  const id = await begin('image/png', 'tweet_image', bytes.length);
  expect((await append(id, 1, bytes.subarray(half))).status).toBe(200);
  expect((await append(id, 0, bytes.subarray(0, half))).status).toBe(200);
  expect((await append(id, 0, bytes.subarray(0, half))).status).toBe(200);
  const finished = await finalize(id);
  expect(data(finished)).toMatchObject({
    id,
    media_key: `3_${id}`,
    size: bytes.length,
    expires_after_secs: 86_400,
  });
  expect(data(finished)).not.toHaveProperty('processing_info');
  expect((await finalize(id)).body).toEqual(finished.body);

  const described = { id, metadata: { alt_text: { text: 'A grey square' } } };
  expect((await client.ask('POST', '/2/media/metadata', described)).status).toBe(200);
  const post = await client.posted({ media: { media_ids: [id] } });
  const fields = 'tweet.fields=attachments,entities&expansions=attachments.media_keys';
  const read = await client.get(`/2/tweets?ids=${post}&${fields}&media.fields=alt_text,url,width,height`);
  expect(data(read)[0].text).toMatch(/^https:\/\/t\.co\/\w{10}$/);
  expect(data(read)[0].attachments).toEqual({ media_keys: [`3_${id}`] });
  const [medium] = Object(Object(read.body).includes).media;
  expect(medium).toMatchObject({ type: 'photo', alt_text: 'A grey square', width: 640, height: 400 });
  const served = await fetch(medium.url);
  expect(served.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
  const page = await practice.ask('GET', `/mara_bakes/status/${post}`);
  expect(String(page.body)).toContain('alt="A grey square"');
});

test('two posts of pictures alone are not duplicates of each other', async () => {
  for (const _ of [1, 2]) {
    const id = await upload(png(4, 4), 'image/png', 'tweet_image');
    expect((await client.post({ media: { media_ids: [id] } })).status).toBe(201);
  }
});

test('one shot takes a form and base64 in JSON', async () => {
  const form = new FormData();
  form.set('media', new Blob([new Uint8Array(png(8, 8))]), 'a.png');
  form.set('media_category', 'tweet_image');
  expect((await client.ask('POST', '/2/media/upload', form)).status).toBe(200);
  const body = { media: Buffer.from(png(8, 8)).toString('base64'), media_category: 'tweet_image' };
  const got = await client.ask('POST', '/2/media/upload', body);
  expect(got.status).toBe(200);
  expect((await client.post({ text: 'at once', media: { media_ids: [data(got).id] } })).status).toBe(201);
});

describe('a video', () => {
  test('is pending, then in progress, then ready, by the practice clock', async () => {
    const id = await begin('video/mp4', 'tweet_video', mp4(5000).length);
    await append(id, 0, mp4(5000));
    expect(data(await finalize(id)).processing_info).toMatchObject({ state: 'pending', check_after_secs: 2 });
    expect((await client.post({ media: { media_ids: [id] } })).status).toBe(400);
    await practice.pass(1000);
    expect(data(await status(id)).processing_info).toMatchObject({ state: 'in_progress' });
    await practice.pass(1000);
    expect(data(await status(id)).processing_info).toEqual({ state: 'succeeded', progress_percent: 100 });
    expect((await client.post({ media: { media_ids: [id] } })).status).toBe(201);
  });

  test('takes longer under slow_media', async () => {
    await practice.faults({ match: {}, fault: { kind: 'slow_media', ms: 60_000 } });
    const id = await upload(mp4(5000), 'video/mp4', 'tweet_video');
    await practice.faults();
    await practice.pass(59_000);
    expect(data(await status(id)).processing_info.state).toBe('in_progress');
    await practice.pass(4000);
    expect(data(await status(id)).processing_info.state).toBe('succeeded');
  });

  test('that is too short fails in processing; one over 140 seconds is for Premium', async () => {
    const short = await upload(mp4(300), 'video/mp4', 'tweet_video');
    const long = await upload(mp4(141_000), 'video/mp4', 'tweet_video');
    await practice.pass(10_000);
    const info = data(await status(short)).processing_info;
    expect(info).toMatchObject({ state: 'failed', error: { name: 'InvalidMedia' } });
    const refused = await client.post({ media: { media_ids: [long] } });
    expect(refused).toMatchObject({
      status: 403,
      body: { detail: 'This user is not allowed to post a video longer than 2 minutes' },
    });
  });
});

test('an animation has a limit of frames and stands alone', async () => {
  const moving = await upload(gif(3), 'image/gif', 'tweet_gif');
  const heavy = await upload(gif(351), 'image/gif', 'tweet_gif');
  const still = await upload(png(4, 4), 'image/png', 'tweet_image');
  await practice.pass(10_000);
  expect(data(await status(heavy)).processing_info.state).toBe('failed');
  expect((await client.post({ media: { media_ids: [moving, still] } })).status).toBe(400);
  expect((await client.post({ media: { media_ids: [moving] } })).status).toBe(201);
});

describe('refused', () => {
  test.each([
    [
      'too large a picture',
      { media_type: 'image/png', media_category: 'tweet_image', total_bytes: 5_242_881 },
    ],
    [
      'a type of another category',
      { media_type: 'image/png', media_category: 'tweet_video', total_bytes: 5 },
    ],
    [
      'an unknown field',
      { media_type: 'image/png', media_category: 'tweet_image', total_bytes: 5, name: 'a' },
    ],
    ['no size', { media_type: 'image/png', media_category: 'tweet_image' }],
  ])('%s', async (_, body) => {
    expect((await client.ask('POST', '/2/media/upload/initialize', body)).status).toBe(400);
  });

  test('bytes that are not what they were said to be', async () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const id = await begin('image/png', 'tweet_image', bytes.length);
    await append(id, 0, bytes);
    expect((await finalize(id)).status).toBe(400);
  });

  test('fewer bytes than announced, and a missing segment', async () => {
    const bytes = png(4, 4);
    const id = await begin('image/png', 'tweet_image', bytes.length + 1);
    await append(id, 0, bytes);
    expect((await finalize(id)).status).toBe(400);
    const other = await begin('image/png', 'tweet_image', bytes.length);
    await append(other, 1, bytes);
    expect((await finalize(other)).status).toBe(400);
  });

  test("another person's media, and media after a day", async () => {
    const id = await upload(png(4, 4), 'image/png', 'tweet_image');
    const other = await practice.connect('harbourcoffee');
    expect((await other.post({ media: { media_ids: [id] } })).status).toBe(400);
    expect((await other.get(`/2/media/upload?media_id=${id}`)).status).toBe(400);
    await practice.pass(86_400_001);
    client = await practice.connect();
    expect((await client.post({ media: { media_ids: [id] } })).status).toBe(400);
  });

  test('alt text over 1000 characters, and media.write missing', async () => {
    const id = await upload(png(4, 4), 'image/png', 'tweet_image');
    const long = { id, metadata: { alt_text: { text: 'a'.repeat(1001) } } };
    expect((await client.ask('POST', '/2/media/metadata', long)).status).toBe(400);
    const without = await practice.connect('mara_bakes', 'tweet.read tweet.write users.read');
    expect((await without.get(`/2/media/upload?media_id=${id}`)).status).toBe(403);
  });
});

test('an upload that was begun goes on after a restart', async () => {
  const bytes = png(64, 64);
  const id = await begin('image/png', 'tweet_image', bytes.length);
  await append(id, 0, bytes.subarray(0, 40));
  await practice.down();
  await practice.up();
  await append(id, 1, bytes.subarray(40));
  expect((await finalize(id)).status).toBe(200);
  const post = await client.posted({ text: 'after the restart', media: { media_ids: [id] } });
  const read = await client.get(`/2/users/${mara}/tweets?max_results=5`);
  expect(data(read)[0].id).toBe(post);
});
