import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { articlesAt, risingAt } from '../life/rising.ts';
import type { Rising } from '../life/rising.ts';
import { problem } from './problems.ts';
import type { MastodonWorld } from './world.ts';

const dayMs = 86_400_000;

/** `GET /api/v1/trends/tags`: up to 20 hashtags with what they were used. */
export function trendingTags(world: MastodonWorld, exchange: Exchange): Answer {
  return listed(exchange, risingAt('mastodon', world.now()), ({ tag, posts }: Rising) => ({
    name: tag,
    url: `${world.origin()}/tags/${tag.toLowerCase()}`,
    history: historyOf(world.now(), posts),
  }));
}

/** `GET /api/v1/trends/links`: up to 20 pages that are passed on. */
export function trendingLinks(world: MastodonWorld, exchange: Exchange): Answer {
  return listed(exchange, articlesAt(world.now()), ({ title, url, uses }) => ({
    url,
    title,
    description: '',
    type: 'link',
    author_name: '',
    provider_name: 'Practice News',
    history: historyOf(world.now(), [uses, 3]),
  }));
}

function listed<Item>({ query }: Exchange, items: readonly Item[], view: (item: Item) => object): Answer {
  const limit = Number(query.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 1) return problem(400, 'limit is invalid');
  return json(200, items.slice(0, Math.min(limit, 20)).map(view));
}

/** Seven days, the newest first; counts are digits in strings here. */
function historyOf(now: number, uses: readonly number[]): readonly object[] {
  return Array.from({ length: 7 }, (_, index) => ({
    day: String(Math.floor(now / dayMs - index) * 86_400),
    uses: String(uses[index] ?? 0),
    accounts: String(Math.ceil((uses[index] ?? 0) / 2)),
  }));
}
