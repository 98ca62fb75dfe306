import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { prices } from './prices.ts';
import { postUrl } from './wire/addresses.ts';
import { readPages } from './wire/pages.ts';
import { publishedAt, writtenText } from './wire/post-reading.ts';

/** Posts that mention the account, newest first (GET /2/users/:id/mentions; X keeps the newest 800). */
export const mentions: NonNullable<PlatformApi['mentions']> = async (http, account, { sinceId, limit }) => {
  const pages = await readPages(http, limit, {
    operation: 'posts.mentions',
    path: `/2/users/${encodeURIComponent(account.remoteId)}/mentions`,
    priceMicros: prices.postRead,
    query: {
      'tweet.fields': 'created_at,author_id,entities,note_tweet',
      expansions: 'author_id',
      'user.fields': 'username,name',
      ...(sinceId !== null && { since_id: sinceId }),
    },
  });
  if (!pages.ok) return pages;
  const people = new Map(
    pages.data.flatMap(({ includes }) => includes?.users ?? []).map((person) => [person.id, person]),
  );
  const found = pages.data
    .flatMap(({ data }) => data ?? [])
    .slice(0, limit)
    .map((post): RemoteMention => {
      const author = people.get(post.author_id ?? '');
      return {
        remoteId: post.id,
        author: author?.username ?? '',
        authorName: author?.name ?? '',
        text: writtenText(post),
        at: publishedAt(post),
        url: postUrl(account.webOrigin, author?.username ?? '', post.id),
      };
    });
  return { ...pages, data: found };
};
