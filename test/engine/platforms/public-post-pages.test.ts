import { expect, test } from 'vitest';
import { readPublicPages } from '../../../src/engine/platforms/public-post-pages.ts';
import type { PublicPage } from '../../../src/engine/platforms/public-post-pages.ts';
import type { PublicPost } from '../../../src/engine/platforms/reading.ts';

const post = (publishedAt: number): PublicPost => ({
  remoteId: String(publishedAt),
  url: null,
  text: '',
  publishedAt,
  format: 'text',
  metrics: {},
});
const page = (times: readonly number[], more: Partial<PublicPage> = {}): PublicPage => ({
  posts: times.map(post),
  oldestAt: times.at(-1) ?? null,
  next: 'more',
  ...more,
});

/** Reads pages, at most three; answers with when the posts were published, since when they are known, and the pages read. */
async function read(wanted: { since: number; limit: number }, ...pages: readonly PublicPage[]) {
  let asked = 0;
  const result = await readPublicPages(wanted, 3, async () => {
    const data = pages[asked] ?? page([]);
    asked += 1;
    return await Promise.resolve({ ok: true, data, status: 200, fromCache: false, readAt: 0 });
  });
  if (!result.ok) throw new Error(result.failure.code);
  const { posts, knownSince } = result.data;
  return { times: posts.map(({ publishedAt }) => publishedAt), knownSince, asked };
}

const wanted = { since: 100, limit: 4 };

test.each([
  [
    'older posts end it',
    [page([300, 200]), page([150, 90])],
    { times: [300, 200, 150], knownSince: 100, asked: 2 },
  ],
  [
    'the last page ends it',
    [page([300, 200], { next: null })],
    { times: [300, 200], knownSince: 100, asked: 1 },
  ],
  ['an empty page ends it', [page([300]), page([])], { times: [300], knownSince: 100, asked: 2 }],
  [
    'enough posts end it, and are known back to the last of them',
    [page([300, 290]), page([280, 270, 260])],
    { times: [300, 290, 280, 270], knownSince: 270, asked: 2 },
  ],
  [
    'too many pages end it, known back to the oldest thing on them',
    [page([300]), page([], { oldestAt: 250 }), page([240], { oldestAt: 230 }), page([220])],
    { times: [300, 240], knownSince: 230, asked: 3 },
  ],
])('%s', async (_name, pages, expected) => {
  expect(await read(wanted, ...pages)).toEqual(expected);
});
