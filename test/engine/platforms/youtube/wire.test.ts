import { describe, expect, it } from 'vitest';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import { connected, signIn } from './account.ts';
import type { Connected } from './account.ts';

/** Shapes that YouTube has been seen to answer with, by published test data of client libraries. */
const seenVideo = {
  kind: 'youtube#video',
  etag: '"j6xRRd8dTPVVptg711_CSPADRfg/dbCtFPFQrd6OMTnWAYrcpZDPai0"',
  id: 'D-lhorsDlUQ',
  snippet: {
    publishedAt: '2019-03-21T20:37:49.000Z',
    channelId: 'UC_x5XG1OV2P6uZZ5FSM9Ttw',
    title: 'A title',
    description: 'A description',
    thumbnails: {
      default: { url: 'https://i.ytimg.com/vi/D-lhorsDlUQ/default.jpg', width: 120, height: 90 },
    },
    categoryId: '28',
    liveBroadcastContent: 'none',
  },
  player: { embedHtml: '<iframe></iframe>' },
};

const seenThread = {
  kind: 'youtube#commentThread',
  id: 'UgxKREWxIgDrw8w2e_Z4AaABAg',
  snippet: {
    videoId: 'D-lhorsDlUQ',
    topLevelComment: {
      kind: 'youtube#comment',
      id: 'UgxKREWxIgDrw8w2e_Z4AaABAg',
      snippet: {
        authorDisplayName: 'Example User',
        authorChannelUrl: 'http://www.youtube.com/channel/UClfzT4CU_yaZjJaI4pKqSjQ',
        authorChannelId: { value: 'UClfzT4CU_yaZjJaI4pKqSjQ' },
        videoId: 'D-lhorsDlUQ',
        textDisplay: 'Words',
        textOriginal: 'Words',
        canRate: true,
        viewerRating: 'none',
        likeCount: 0,
        publishedAt: '2019-04-20T01:03:39.000Z',
        updatedAt: '2019-04-20T01:03:39.000Z',
      },
    },
    canReply: true,
    totalReplyCount: 0,
    isPublic: true,
  },
};

const answers = ({ network }: Connected, operation: string, body: unknown) =>
  network.fault(operation, { kind: 'status', status: 200, body });

describe('answers as YouTube gives them', () => {
  it('make a published video, also without a status', async () => {
    const here = await connected();
    const part = here.part();
    const { handle } = await here.staged(part);
    await answers(here, 'posts.create', seenVideo);
    expect(await youtube.api.publish(here.http, { ...part, handle })).toMatchObject({
      ok: true,
      data: { remoteId: 'D-lhorsDlUQ', note: null },
    });
  });

  it('make comments of others', async () => {
    const here = await connected();
    await answers(here, 'comments.list', { items: [seenThread], pageInfo: { totalResults: 1 } });
    const options = { posts: [], since: null, limit: 5 };
    expect(await youtube.api.comments(here.http, here.account, options)).toMatchObject({
      ok: true,
      data: [
        {
          remoteId: 'UgxKREWxIgDrw8w2e_Z4AaABAg',
          onPost: 'D-lhorsDlUQ',
          authorName: 'Example User',
          at: Date.UTC(2019, 3, 20, 1, 3, 39),
        },
      ],
    });
  });

  it('leave out numbers that YouTube hides', async () => {
    const here = await connected();
    await answers(here, 'posts.lookup', {
      items: [{ id: 'D-lhorsDlUQ', statistics: { viewCount: '12', favoriteCount: '0', likeCount: 'many' } }],
    });
    const asked = [{ remoteId: 'D-lhorsDlUQ', publishedAt: 0 }];
    const result = await youtube.api.postMetrics(here.http, here.account, asked, 0);
    expect(result.ok && result.data.get('D-lhorsDlUQ')).toEqual({ impressions: 12, video_views: 12 });
  });

  it.each([
    ['a list that is none', 'posts.list', { items: 'none' }],
    ['a page of somebody in between', 'posts.list', '<html></html>'],
  ])('fail where they are %s', async (_, operation, body) => {
    const here = await connected();
    await answers(here, operation, body);
    const result = await youtube.api.ownPosts(here.http, here.account, { since: null, limit: 5 });
    expect(result).toMatchObject({ ok: false, failure: { code: 'platform_changed' } });
  });

  it('leave a send unclear that nobody can read', async () => {
    const here = await connected();
    const part = here.part();
    const { handle } = await here.staged(part);
    await answers(here, 'posts.create', { kind: 'youtube#video' });
    expect(await youtube.api.publish(here.http, { ...part, handle })).toMatchObject({
      ok: false,
      failure: { code: 'unknown_outcome', reach: 'unclear' },
    });
  });
});

describe('the practice network refuses what YouTube refuses', () => {
  const open = async (here: Connected, body: unknown, query = 'uploadType=resumable&part=snippet,status') => {
    const { accessToken } = await signIn(here.network, 'mara_bakes');
    const response = await fetch(`${here.network.endpoints.upload}/upload/youtube/v3/videos?${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      reason: await reasonOf(response),
      location: response.headers.get('location'),
    };
  };
  const reasonOf = async (response: Response): Promise<unknown> => {
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    return /"reason":"(\w+)"/.exec(JSON.stringify(body))?.[1] ?? null;
  };
  const put = (location: string, range: string, bytes: number) =>
    fetch(location, {
      method: 'PUT',
      redirect: 'manual',
      headers: { 'content-range': range },
      body: new Uint8Array(bytes),
    });
  const resource = { snippet: { title: 'Rye' }, status: { privacyStatus: 'public' } };

  it.each([
    ['an empty title', { ...resource, snippet: { title: ' ' } }, 'invalidTitle'],
    [
      'a long description',
      { ...resource, snippet: { title: 'Rye', description: 'é'.repeat(2_501) } },
      'invalidDescription',
    ],
    ['many tags', { ...resource, snippet: { title: 'Rye', tags: ['a b'.repeat(170)] } }, 'invalidTags'],
    [
      'a time for a public video',
      { ...resource, status: { privacyStatus: 'public', publishAt: '2099-01-01T00:00:00Z' } },
      'invalidPublishAt',
    ],
    [
      'a time that is over',
      { ...resource, status: { privacyStatus: 'private', publishAt: '2020-01-01T00:00:00Z' } },
      'invalidPublishAt',
    ],
    [
      'an unknown field',
      { ...resource, status: { privacyStatus: 'public', colour: 'red' } },
      'invalidVideoMetadata',
    ],
    ['an unknown audience', { ...resource, status: { privacyStatus: 'friends' } }, 'invalidVideoMetadata'],
  ])('%s', async (_, body, reason) => {
    expect(await open(await connected(), body)).toMatchObject({ status: 400, reason });
  });

  it('parameters that there are not', async () => {
    expect(await open(await connected(), resource, 'uploadType=resumable&part=snippet&page=1')).toMatchObject(
      {
        status: 400,
        reason: 'invalidParameter',
      },
    );
  });

  it('pieces that do not fit, and tells what is there', async () => {
    const here = await connected();
    const { location } = await open(here, resource);
    if (location === null) throw new Error('There is no session.');
    const nothing = await put(location, 'bytes */600000', 0);
    expect([nothing.status, nothing.headers.get('range')]).toEqual([308, null]);
    expect((await put(location, 'bytes 0-99/600000', 100)).status).toBe(400);
    expect((await put(location, 'bytes 0-262143/600000', 100)).status).toBe(400);
    const ahead = await put(location, 'bytes 262144-524287/600000', 262_144);
    expect([ahead.status, ahead.headers.get('range')]).toEqual([308, null]);
    const first = await put(location, 'bytes 0-262143/600000', 262_144);
    expect([first.status, first.headers.get('range')]).toEqual([308, 'bytes=0-262143']);
    const probe = await put(location, 'bytes */600000', 0);
    expect([probe.status, probe.headers.get('range')]).toEqual([308, 'bytes=0-262143']);
    expect((await put(`${location}x`, 'bytes */600000', 0)).status).toBe(404);
  });

  it('tokens that are over', async () => {
    const here = await connected();
    await here.network.pass(3_601_000);
    expect(await youtube.api.profile(here.http, null)).toMatchObject({
      ok: false,
      failure: { code: 'auth_expired', status: 401 },
    });
  });
});
