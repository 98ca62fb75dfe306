import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { PersonalCaller } from '../api/endpoint.ts';
import { prices } from '../api/credits.ts';
import { isAnswer, readBody } from '../api/query.ts';
import { mediaRefusal } from '../media/attach.ts';
import { creditsDepleted, forbidden, invalidRequest } from '../problems.ts';
import { findEntities } from '../text/entities.ts';
import { rewritten } from '../../life/rewritten.ts';
import { ordinaryLimit, premiumLimit, weightedLength } from '../text/weighted-length.ts';
import type { XWorld } from '../world.ts';
import { closedFields, createSchema } from './create-schema.ts';
import { isDuplicate } from './duplicates.ts';
import { countedText, replyRefusal } from './reply-rule.ts';
import { writtenPost } from './represent.ts';

const notPermitted = 'You are not permitted to perform this action.';

/** `POST /2/tweets`. From the first check to the log it does not wait for anything, so two requests cannot pass together. */
export function createPost(world: XWorld, exchange: Exchange, caller: PersonalCaller): Answer {
  const { state, now } = world;
  const request = readBody(jsonOf(exchange), createSchema);
  if (isAnswer(request)) return request;
  if (closedFields.some((field) => request[field] !== undefined)) return forbidden(notPermitted);

  const author = caller.person;
  const mediaIds = request.media?.media_ids ?? [];
  const text = request.text.normalize('NFC').trim();
  if (text === '' && mediaIds.length === 0) {
    return invalidRequest({ name: 'text', values: [], message: 'text: expected unless media is given' });
  }
  if (request.poll !== undefined && mediaIds.length > 0) {
    return invalidRequest({ name: 'poll', values: [], message: 'poll: not together with media' });
  }
  const target = request.reply?.in_reply_to_tweet_id ?? null;
  const refused =
    mediaRefusal(state, mediaIds, author, now()) ??
    (target === null ? undefined : replyRefusal(state, target, author));
  if (refused !== undefined) return refused;

  const limit = author.subscription.startsWith('Premium') ? premiumLimit : ordinaryLimit;
  if (weightedLength(countedText(state, text, target)) > limit) return forbidden(notPermitted);
  const entities = findEntities(text);
  if (entities.filter(({ kind }) => kind === 'cashtag').length > 1) {
    return forbidden('Posts created through the API may contain a maximum of one cashtag.');
  }
  if (isDuplicate(state, author.id, text, target, now())) {
    return forbidden('You are not allowed to create a Tweet with duplicate content.');
  }
  const costMicros = entities.some(({ kind }) => kind === 'url') ? prices.createWithLink : prices.create;
  if (!world.credits.covers(costMicros)) return creditsDepleted();

  const id = state.snowflakes.next(now());
  const entry = world.journal.append({
    network: 'x',
    operation: 'posts.create',
    account: author.id,
    id,
    text: exchange.bend.rewriteText ? rewritten(text) : text,
    inReplyTo: target,
    media: mediaIds,
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    detail: {
      conversation: (target === null ? undefined : state.post(target)?.conversation) ?? id,
      sentText: exchange.bend.rewriteText ? text : null,
      replySettings: request.reply_settings ?? null,
      poll: request.poll
        ? { options: request.poll.options, durationMinutes: request.poll.duration_minutes }
        : null,
      costMicros,
    },
  });
  state.apply(entry);
  world.credits.spend(costMicros);
  const post = state.post(id);
  const answered = post === undefined ? text : writtenPost(state, post).text;
  return json(201, { data: { id, text: answered, edit_history_tweet_ids: [id] } });
}
