import { z } from 'zod';
import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { rewritten } from '../../life/rewritten.ts';
import type { Inhabitant } from '../../people/people.ts';
import { limits, scheduledLimits } from '../limits.ts';
import { invalid, isAnswer, notFound, problem } from '../problems.ts';
import type { StatusDetail } from '../state.ts';
import type { MastodonWorld } from '../world.ts';
import { lengthOf } from './counting.ts';
import { statusView, waitingView } from './represent.ts';

const createSchema = z.object({
  status: z.string().default(''),
  media_ids: z.array(z.string()).default([]),
  in_reply_to_id: z.string().nullish(),
  sensitive: z.boolean().default(false),
  spoiler_text: z.string().default(''),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullish(),
  scheduled_at: z.string().nullish(),
  quote_approval_policy: z.enum(['public', 'followers', 'nobody']).nullish(),
});
type Wanted = z.infer<typeof createSchema>;

/**
 * `POST /api/v1/statuses`. From the first check to the log it does not wait for anything, so two requests cannot pass
 * together; the same key within an hour gives the first post again.
 */
export function createStatus(world: MastodonWorld, exchange: Exchange, author: Inhabitant): Answer {
  const key = keyOf(exchange);
  const known = key === null ? undefined : world.state.remembered(author.id, key, world.now());
  if (known !== undefined) return again(world, known);
  const parsed = createSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return invalid(z.prettifyError(parsed.error));
  const wanted = parsed.data;
  const refused = refusal(world, wanted, author);
  if (refused !== undefined) return refused;
  const publishAt = scheduleOf(world, wanted, author);
  if (isAnswer(publishAt)) return publishAt;
  const detail: StatusDetail = {
    visibility: wanted.visibility,
    spoilerText: wanted.spoiler_text,
    sensitive: wanted.sensitive || wanted.spoiler_text !== '',
    language: wanted.language ?? 'en',
    quotes: wanted.quote_approval_policy ?? null,
    key,
    sentText: exchange.bend.rewriteText ? wanted.status : null,
    fromScheduled: null,
  };
  const id = world.state.nextId(world.now());
  const entry = world.journal.append({
    network: 'mastodon',
    operation: publishAt === null ? 'posts.create' : 'posts.schedule',
    account: author.id,
    id,
    text: exchange.bend.rewriteText ? rewritten(wanted.status) : wanted.status,
    inReplyTo: wanted.in_reply_to_id ?? null,
    media: wanted.media_ids,
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    detail: publishAt === null ? detail : { ...detail, publishAt },
  });
  world.state.apply(entry);
  return again(world, { id, kind: publishAt === null ? 'status' : 'scheduled' });
}

function keyOf({ headers }: Exchange): string | null {
  const key = headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? key : null;
}

function again(world: MastodonWorld, { id, kind }: { id: string; kind: 'status' | 'scheduled' }): Answer {
  if (kind === 'scheduled') {
    const waiting = world.state.waiting.get(id);
    return waiting === undefined ? notFound() : json(200, waitingView(world, waiting));
  }
  const status = world.state.status(id);
  return status === undefined ? notFound() : json(200, statusView(world, status));
}

function refusal(world: MastodonWorld, wanted: Wanted, author: Inhabitant): Answer | undefined {
  const { status, media_ids: ids, in_reply_to_id: target, spoiler_text: warning } = wanted;
  if (status.trim() === '' && ids.length === 0) return invalid("Text can't be blank");
  if (lengthOf(status) + lengthOf(warning) > limits.characters) {
    return invalid(`Text character limit of ${limits.characters} exceeded`);
  }
  if (target !== undefined && target !== null && world.state.status(target) === undefined) return notFound();
  return mediaRefusal(world, ids, author);
}

function mediaRefusal(world: MastodonWorld, ids: readonly string[], author: Inhabitant): Answer | undefined {
  const found = ids.map((id) => world.state.media.get(id));
  if (ids.length > limits.media) return invalid(`Cannot attach more than ${limits.media} files`);
  const used = world.state.statusesBy(author.id).flatMap(({ media }) => media);
  if (
    found.some((medium) => medium?.account !== author.id || medium.failed) ||
    ids.some((id) => used.includes(id))
  ) {
    return notFound();
  }
  if (found.some((medium) => (medium?.readyAt ?? 0) > world.now())) {
    return problem(422, 'Cannot attach files that have not finished processing. Try again in a moment!');
  }
  return ids.length > 1 && found.some((medium) => medium?.kind !== 'photo')
    ? invalid('Cannot attach a video to a post that already contains images')
    : undefined;
}

/** When it shall be published; null for at once. */
function scheduleOf(world: MastodonWorld, wanted: Wanted, author: Inhabitant): number | null | Answer {
  if (wanted.scheduled_at === undefined || wanted.scheduled_at === null) return null;
  const at = Date.parse(wanted.scheduled_at);
  if (Number.isNaN(at) || at < world.now() + scheduledLimits.leastAheadMs) {
    return invalid('Scheduled at The scheduled date must be in the future');
  }
  const own = [...world.state.waiting.values()].filter((waiting) => waiting.author === author.id);
  const sameDay = own.filter(({ publishAt }) => dayOf(publishAt) === dayOf(at));
  return own.length >= scheduledLimits.total || sameDay.length >= scheduledLimits.daily
    ? invalid('You have exceeded the limit of scheduled posts')
    : at;
}

const dayOf = (at: number): number => Math.floor(at / 86_400_000);

/** Publishes what is due; called before every request. */
export function publishDue(world: MastodonWorld): void {
  const now = world.now();
  for (const waiting of world.state.waiting.values()) {
    if (waiting.publishAt > now) continue;
    const { publishAt: _, id: __, author, text, at: ___, replyTo, media, ...detail } = waiting;
    const entry = world.journal.append({
      network: 'mastodon',
      operation: 'posts.create',
      account: author,
      id: world.state.nextId(now),
      text,
      inReplyTo: replyTo,
      media: [...media],
      clientRequestAt: now,
      clientGone: false,
      detail: { ...detail, key: null, fromScheduled: waiting.id },
    });
    world.state.apply(entry);
  }
}
