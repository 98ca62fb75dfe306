import type { HistoryColumn, HistoryColumns } from '../../../shared/contract/metrics.ts';

/** What people and networks call the columns. */
const spellings: Readonly<Record<HistoryColumn, readonly string[]>> = {
  platform: ['platform', 'network', 'channel'],
  account: ['account', 'username', 'page', 'profile', 'handle'],
  publishedAt: [
    'published at',
    'published',
    'date',
    'datetime',
    'created at',
    'publish time',
    'time',
    'posted at',
    'created utc',
  ],
  timeZone: ['time zone', 'timezone', 'zone'],
  text: ['text', 'post', 'content', 'message', 'caption', 'description', 'title', 'post text', 'tweet text'],
  type: ['type', 'kind', 'media type', 'post type', 'format'],
  impressions: ['impressions', 'views', 'reach', 'video views'],
  likes: ['likes', 'like', 'reactions', 'favorites', 'favourites'],
  comments: ['comments', 'comment', 'replies'],
  shares: ['shares', 'share', 'retweets', 'reposts'],
  clicks: ['clicks', 'link clicks', 'url clicks'],
};

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

/** Which column of a header is probably which, by its name; a column is taken once, the first fitting name wins. */
export function suggestColumns(header: readonly string[]): HistoryColumns {
  const left = new Map(header.map((name) => [plain(name), name]));
  const found: HistoryColumns = {};
  for (const [column, names] of Object.entries(spellings) as [HistoryColumn, readonly string[]][]) {
    const name = names.find((candidate) => left.has(candidate));
    if (name === undefined) continue;
    found[column] = left.get(name) ?? name;
    left.delete(name);
  }
  return found;
}

/** Whether any column may be called so; tells the separator of a file. */
export const isKnownColumn = (name: string): boolean =>
  Object.values(spellings).some((names) => names.includes(plain(name)));
