import { z } from 'zod';
import { multipartOf } from '../../body.ts';
import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { inspect } from '../../media/inspect.ts';
import { readyAt } from '../../media/processing.ts';
import type { Inhabitant } from '../../people/people.ts';
import { limits } from '../limits.ts';
import { invalid, notFound, problem } from '../problems.ts';
import type { Medium } from '../state.ts';
import { mediaView } from '../statuses/represent.ts';
import type { MastodonWorld } from '../world.ts';

/** `POST /api/v2/media`: 200 where the file is ready at once, 202 while the server works on it. */
export async function uploadMedia(
  world: MastodonWorld,
  exchange: Exchange,
  author: Inhabitant,
): Promise<Answer> {
  const form = await multipartOf(exchange);
  const file = form?.files['file'];
  if (file === undefined) return problem(422, "Validation failed: File can't be blank");
  const description = form?.fields['description'] ?? null;
  if ((description ?? '').length > limits.description) return tooLongDescription();
  const id = world.state.nextId(world.now());
  world.files.put(id, file.bytes);
  const seen = world.files.look(id, inspect);
  if (seen === undefined || !limits.types.some((type) => type === seen.mediaType)) {
    return invalid('File content type is invalid, File is invalid');
  }
  const most = seen.kind === 'video' ? limits.videoBytes : limits.imageBytes;
  if (file.bytes.length > most) return invalid(`File file size must be less than ${most} bytes`);
  const { now } = world;
  const entry = world.journal.append({
    network: 'mastodon',
    operation: 'media.upload',
    account: author.id,
    id,
    text: description,
    inReplyTo: null,
    media: [],
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    detail: {
      mediaType: seen.mediaType,
      kind: seen.kind,
      width: seen.width,
      height: seen.height,
      readyAt: readyAt(seen, file.bytes.length, exchange.bend.slowMediaMs, now()),
      failed: !seen.playable,
    },
  });
  world.state.apply(entry);
  const medium = world.state.media.get(id);
  return medium === undefined ? notFound() : shown(world, medium, 202);
}

/** `GET /api/v1/media/:id`: 206 while the server works on it, 422 where it could not be processed. */
export function readMedia(world: MastodonWorld, exchange: Exchange, author: Inhabitant): Answer {
  const medium = own(world, exchange, author);
  if (medium === undefined) return notFound();
  return medium.failed && world.now() >= medium.readyAt
    ? problem(422, 'Error processing thumbnail for uploaded media')
    : shown(world, medium, 206);
}

const describeSchema = z.object({ description: z.string().nullish() });

/** `PUT /api/v1/media/:id`: changes the description. */
export function describeMedia(world: MastodonWorld, exchange: Exchange, author: Inhabitant): Answer {
  const medium = own(world, exchange, author);
  if (medium === undefined) return notFound();
  const description = describeSchema.safeParse(jsonOf(exchange)).data?.description ?? null;
  if ((description ?? '').length > limits.description) return tooLongDescription();
  const entry = world.journal.append({
    network: 'mastodon',
    operation: 'media.metadata',
    account: author.id,
    id: medium.id,
    text: description,
    inReplyTo: null,
    media: [],
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    detail: {},
  });
  world.state.apply(entry);
  return json(200, mediaView(world, { ...medium, description }));
}

const tooLongDescription = (): Answer =>
  invalid(`Description is too long (maximum is ${limits.description} characters)`);

function own(world: MastodonWorld, { parameters }: Exchange, author: Inhabitant): Medium | undefined {
  const medium = world.state.media.get(parameters['id'] ?? '');
  return medium?.account === author.id ? medium : undefined;
}

function shown(world: MastodonWorld, medium: Medium, unfinished: 202 | 206): Answer {
  return json(world.now() >= medium.readyAt ? 200 : unfinished, mediaView(world, medium));
}
