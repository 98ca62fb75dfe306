import type { Exchange } from '../../exchange.ts';
import { lookedThrough } from '../../life/looked-through.ts';
import { rewritten } from '../../life/rewritten.ts';
import { postIdAt } from '../state.ts';
import type { Publication } from '../state.ts';
import type { TikTokWorld } from '../world.ts';

/** How long TikTok works on what has come in, in practice milliseconds. */
const workMs = 2_000;

/**
 * Everything has arrived: TikTok makes a post of it, lays a draft into the inbox, or will say after a while why not. What
 * is a post stands in the log as `posts.create`, a draft as `drafts.create`.
 */
export function complete(
  { journal, state, switches, now }: TikTokWorld,
  exchange: Exchange,
  { id, account, mode, privacy, text }: Publication,
  { failure, media }: { readonly failure: string | null; readonly media: readonly string[] },
): void {
  const { failReason, moderationMs } = switches.now;
  const said = failReason ?? failure;
  const operation = said !== null ? 'posts.refused' : mode === 'inbox' ? 'drafts.create' : 'posts.create';
  const readyAt = now() + workMs + exchange.bend.slowMediaMs;
  const looked = lookedThrough(text, exchange.bend, 'spam_risk_text');
  const kept = exchange.bend.rewriteText ? rewritten(text) : text;
  state.apply(
    journal.append({
      network: 'tiktok',
      operation,
      account,
      id: operation === 'posts.create' ? postIdAt(now(), id) : id,
      text: kept,
      inReplyTo: null,
      media: [...media],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: {
        publishId: id,
        readyAt,
        visibleAt: readyAt + moderationMs + (looked?.ms ?? 0),
        failure: said,
        refusal: looked?.refuse ?? null,
        privacy,
        sentText: exchange.bend.rewriteText ? text : null,
      },
    }),
  );
}
