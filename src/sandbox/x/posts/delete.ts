import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { PersonalCaller } from '../api/endpoint.ts';
import { prices } from '../api/credits.ts';
import { creditsDepleted, forbidden } from '../problems.ts';
import type { XWorld } from '../world.ts';

/** `DELETE /2/tweets/:id`: an own post; one that is gone already counts as deleted. */
export function deletePost(world: XWorld, exchange: Exchange, caller: PersonalCaller): Answer {
  const id = exchange.parameters.id ?? '';
  const post = world.state.post(id);
  if (post === undefined) return json(200, { data: { deleted: true } });
  if (post.author !== caller.person.id) return forbidden('You are not authorized to delete this Tweet.');
  if (!world.credits.covers(prices.delete)) return creditsDepleted();
  world.state.apply(
    world.journal.append({
      network: 'x',
      operation: 'posts.delete',
      account: caller.person.id,
      id,
      text: null,
      inReplyTo: null,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: { costMicros: prices.delete },
    }),
  );
  world.credits.spend(prices.delete);
  return json(200, { data: { deleted: true } });
}
