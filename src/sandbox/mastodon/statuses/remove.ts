import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Inhabitant } from '../../people/people.ts';
import { notFound } from '../problems.ts';
import type { MastodonWorld } from '../world.ts';
import { statusView, waitingView } from './represent.ts';

const written = (
  world: MastodonWorld,
  exchange: Exchange,
  author: Inhabitant,
  operation: string,
  id: string,
): void => {
  const entry = world.journal.append({
    network: 'mastodon',
    operation,
    account: author.id,
    id,
    text: null,
    inReplyTo: null,
    media: [],
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    detail: {},
  });
  world.state.apply(entry);
};

/** `DELETE /api/v1/statuses/:id`, which gives the text back. */
export function deleteStatus(world: MastodonWorld, exchange: Exchange, author: Inhabitant): Answer {
  const status = world.state.status(exchange.parameters['id'] ?? '');
  if (status === undefined || status.author !== author.id) return notFound();
  const view = { ...statusView(world, status), text: status.text };
  written(world, exchange, author, 'posts.delete', status.id);
  return json(200, view);
}

/** `GET` and `DELETE /api/v1/scheduled_statuses/:id`. */
export function readScheduled(world: MastodonWorld, exchange: Exchange, author: Inhabitant): Answer {
  const waiting = world.state.waiting.get(exchange.parameters['id'] ?? '');
  return waiting?.author === author.id ? json(200, waitingView(world, waiting)) : notFound();
}

export function deleteScheduled(world: MastodonWorld, exchange: Exchange, author: Inhabitant): Answer {
  const waiting = world.state.waiting.get(exchange.parameters['id'] ?? '');
  if (waiting?.author !== author.id) return notFound();
  written(world, exchange, author, 'posts.unschedule', waiting.id);
  return json(200, {});
}
