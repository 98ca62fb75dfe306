import { z } from 'zod';
import { controlBody, isRefusal } from '../../control/body.ts';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { postIdAt } from '../state.ts';
import type { TikTokWorld } from '../world.ts';

const finishSchema = z.strictObject({ publishId: z.string(), text: z.string().default('') });

/** Does what a creator does in TikTok's app: posts a draft of the inbox, for everyone to see. */
export function finishDraft({ journal, state, now }: TikTokWorld, exchange: Exchange): Answer {
  const wanted = controlBody(exchange, finishSchema);
  if (isRefusal(wanted)) return wanted;
  const publication = state.publications.get(wanted.publishId);
  const { complete } = publication ?? {};
  if (publication === undefined || complete?.failure !== null || complete.postId !== null)
    return json(404, { error: 'No such draft waits.' });
  const id = postIdAt(now(), publication.id);
  state.apply(
    journal.append({
      network: 'tiktok',
      operation: 'posts.create',
      account: publication.account,
      id,
      text: wanted.text,
      inReplyTo: null,
      media: [publication.id],
      clientRequestAt: exchange.receivedAt,
      clientGone: false,
      detail: {
        publishId: publication.id,
        readyAt: now(),
        visibleAt: now(),
        failure: null,
        privacy: 'PUBLIC_TO_EVERYONE',
        sentText: null,
      },
    }),
  );
  return json(200, { id });
}
