import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Inhabitant } from '../../people/people.ts';
import { host, mastodonPeople } from '../people.ts';
import { isAnswer, notFound, problem } from '../problems.ts';
import type { Status } from '../state.ts';
import type { MastodonWorld } from '../world.ts';
import { mentionedIn } from './html.ts';
import { accountView, statusView } from './represent.ts';

/** `GET /api/v1/statuses/:id`. */
export function readStatus(world: MastodonWorld, { parameters }: Exchange): Answer {
  const status = world.state.status(parameters['id'] ?? '');
  return status === undefined ? notFound() : json(200, statusView(world, status));
}

/** `GET /api/v1/statuses?id[]=`: up to 20; those that are gone are left out. */
export function readStatuses(world: MastodonWorld, { query }: Exchange): Answer {
  const ids = query.getAll('id[]');
  if (ids.length > 20) return problem(422, 'Too many ids');
  const found = ids.map((id) => world.state.status(id)).filter((status) => status !== undefined);
  return json(
    200,
    found.map((status) => statusView(world, status)),
  );
}

/** `GET /api/v1/statuses/:id/context`: everything under a post that the server knows. */
export function readContext(world: MastodonWorld, { parameters }: Exchange): Answer {
  const status = world.state.status(parameters['id'] ?? '');
  if (status === undefined) return notFound();
  const below = (id: string): readonly Status[] =>
    world.state.repliesTo(id, world.now()).flatMap((reply) => [reply, ...below(reply.id)]);
  const above = (id: string | null): readonly Status[] => {
    const parent = id === null ? undefined : world.state.status(id);
    return parent === undefined ? [] : [...above(parent.replyTo), parent];
  };
  return json(200, {
    ancestors: above(status.replyTo).map((one) => statusView(world, one)),
    descendants: below(status.id).map((one) => statusView(world, one)),
  });
}

/** `GET /api/v1/accounts/lookup`: somebody by their name, with or without this server's. */
export function lookUpAccount(world: MastodonWorld, { query }: Exchange): Answer {
  const [name = '', server = host] = (query.get('acct') ?? '').split('@');
  const person = server === host ? mastodonPeople.byUsername(name) : undefined;
  return person === undefined ? notFound() : json(200, accountView(world, person));
}

/** `GET /api/v1/accounts/:id/statuses`, newest first, which lags where a fault says so. */
export function listStatuses(world: MastodonWorld, exchange: Exchange): Answer {
  const person = mastodonPeople.byId(exchange.parameters['id'] ?? '');
  if (person === undefined) return notFound();
  const { query } = exchange;
  const shown = world.state
    .statusesBy(person.id)
    .filter((status) => query.get('exclude_replies') !== 'true' || status.replyTo === null);
  const page = pageOf(world, exchange, shown, 20);
  if (isAnswer(page)) return page;
  return json(
    200,
    page.map((status) => statusView(world, status)),
    linkOf(exchange, page),
  );
}

/** `GET /api/v1/notifications` of the types mention and quote; a notification has the id of its post here. */
export function listNotifications(world: MastodonWorld, exchange: Exchange, caller: Inhabitant): Answer {
  const types = exchange.query.getAll('types[]');
  const isWanted = types.length === 0 || types.includes('mention');
  const about = world.state.statuses().filter((status) => {
    const target = status.replyTo === null ? undefined : world.state.status(status.replyTo);
    const mentions = mentionedIn(status.text).some(({ id }) => id === caller.id);
    return isWanted && status.author !== caller.id && (mentions || target?.author === caller.id);
  });
  const page = pageOf(world, exchange, about, 40);
  if (isAnswer(page)) return page;
  return json(
    200,
    page.map((status) => ({
      id: status.id,
      type: 'mention',
      created_at: new Date(status.at).toISOString(),
      account: accountView(world, mastodonPeople.known(status.author)),
      status: statusView(world, status),
    })),
    linkOf(exchange, page),
  );
}

/** `GET /api/v2/search` for posts: all words must be there. */
export function search(world: MastodonWorld, exchange: Exchange): Answer {
  const words = (exchange.query.get('q') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return problem(400, 'param is missing or the value is empty: q');
  const found = world.state.statuses().filter(({ text, visibility }) => {
    const lower = text.toLowerCase();
    return visibility === 'public' && words.every((word) => lower.includes(word));
  });
  const page = pageOf(world, exchange, found, 20);
  if (isAnswer(page)) return page;
  return json(200, { accounts: [], hashtags: [], statuses: page.map((status) => statusView(world, status)) });
}

function pageOf(
  world: MastodonWorld,
  { query, bend }: Exchange,
  all: readonly Status[],
  usual: number,
): readonly Status[] | Answer {
  const limit = Math.min(Number(query.get('limit') ?? usual), 40);
  const before = query.get('max_id');
  const after = query.get('since_id') ?? query.get('min_id');
  for (const id of [before, after]) if (id !== null && !/^\d+$/.test(id)) return notFound();
  if (!Number.isInteger(limit) || limit < 1) return problem(400, 'limit is invalid');
  const until = world.now() - bend.lagListingsMs;
  return all
    .filter(
      ({ id, at }) =>
        at <= until &&
        (before === null || BigInt(id) < BigInt(before)) &&
        (after === null || BigInt(id) > BigInt(after)),
    )
    .slice(0, limit);
}

/** Where the next page is (RFC 8288). */
function linkOf({ path }: Exchange, page: readonly Status[]): Record<string, string> {
  const last = page.at(-1);
  return last === undefined ? {} : { link: `<http://127.0.0.1${path}?max_id=${last.id}>; rel="next"` };
}
