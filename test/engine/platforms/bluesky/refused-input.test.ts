import { describe, expect, it } from 'vitest';
import { connected } from './account.ts';
import type { Connected } from './account.ts';

const put = async (
  { network, profile, tokens, newKey }: Connected,
  record: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ status: number; error: unknown }> => {
  const response = await fetch(`${network.endpoints.api}/xrpc/com.atproto.repo.putRecord`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      repo: profile.remoteId,
      collection: 'app.bsky.feed.post',
      rkey: newKey(),
      record: {
        $type: 'app.bsky.feed.post',
        text: 'Hello',
        createdAt: '2026-11-22T12:00:00.000Z',
        ...record,
      },
      ...more,
    }),
  });
  const body: unknown = await response.json();
  return {
    status: response.status,
    error: typeof body === 'object' && body !== null && 'error' in body ? body.error : null,
  };
};

const cid = `bafyrei${'a'.repeat(52)}`;
const link = [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com' }];
const facet = (byteStart: number, byteEnd: number) => ({
  facets: [{ index: { byteStart, byteEnd }, features: link }],
});
const image = (ref: Readonly<Record<string, unknown>>) => ({
  embed: {
    $type: 'app.bsky.embed.images',
    images: [{ alt: '', image: { $type: 'blob', ref, mimeType: 'image/png', size: 5 } }],
  },
});

describe('the practice network refuses as the lexicons do', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['301 graphemes', { text: 'a'.repeat(301) }, 'InvalidRequest'],
    ['3,001 bytes', { text: `${'👨‍👩‍👧‍👦'.repeat(120)}!` }, 'InvalidRequest'],
    ['no text and nothing embedded', { text: '' }, 'InvalidRequest'],
    ['no time', { createdAt: undefined }, 'InvalidRequest'],
    ['a time without its zone', { createdAt: '2026-11-22T12:00:00' }, 'InvalidRequest'],
    ['another kind of record', { $type: 'app.bsky.feed.like' }, 'InvalidRequest'],
    ['four languages', { langs: ['de', 'en', 'fr', 'it'] }, 'InvalidRequest'],
    ['a facet behind the end', facet(0, 6), 'InvalidRequest'],
    ['a facet the wrong way round', facet(3, 3), 'InvalidRequest'],
    ['a facet that cuts a letter', { text: 'é', ...facet(0, 1) }, 'InvalidRequest'],
    [
      'a mention of nobody',
      {
        facets: [
          {
            index: { byteStart: 0, byteEnd: 1 },
            features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'anna' }],
          },
        ],
      },
      'InvalidRequest',
    ],
    [
      'a picture without a description',
      { embed: { $type: 'app.bsky.embed.images', images: [{ image: {} }] } },
      'InvalidRequest',
    ],
    ['a picture that nobody uploaded', image({ $link: cid }), 'BlobNotFound'],
    [
      'an answer to nothing',
      {
        reply: {
          root: { uri: 'at://did:plc:a/app.bsky.feed.post/3aaa', cid },
          parent: { uri: 'at://did:plc:a/app.bsky.feed.post/3aaa', cid },
        },
      },
      'InvalidRequest',
    ],
  ])('%s', async (_, record, error) => {
    expect(await put(await connected(), record)).toEqual({ status: 400, error });
  });

  it('keys that are no TID, and other people’s repositories', async () => {
    const anna = await connected();
    expect(await put(anna, {}, { rkey: 'my-post' })).toEqual({ status: 400, error: 'InvalidRequest' });
    expect(await put(anna, {}, { repo: 'harbourcoffee.practice.test' })).toEqual({
      status: 401,
      error: 'AuthenticationRequired',
    });
    expect(await put(anna, {})).toEqual({ status: 200, error: null });
  });

  it('requests without a session', async () => {
    const anna = await connected();
    const response = await fetch(`${anna.network.endpoints.api}/xrpc/com.atproto.server.getSession`);
    expect(response.status).toBe(401);
  });

  it('more posts an hour than there are points for', async () => {
    const anna = await connected();
    const response = await fetch(`${anna.network.endpoints.api}/xrpc/com.atproto.repo.deleteRecord`, {
      method: 'POST',
      headers: { authorization: `Bearer ${anna.tokens.accessToken}` },
      body: JSON.stringify({
        repo: anna.profile.remoteId,
        collection: 'app.bsky.feed.post',
        rkey: anna.newKey(),
      }),
    });
    expect(response.headers.get('ratelimit-limit')).toBe('5000');
    expect(response.headers.get('ratelimit-remaining')).toBe('4999');
  });
});
