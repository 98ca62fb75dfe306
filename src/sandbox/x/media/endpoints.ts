import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { prices } from '../api/credits.ts';
import type { Endpoint, PersonalCaller, PersonalEndpoint } from '../api/endpoint.ts';
import { isAnswer, readBody, readQuery } from '../api/query.ts';
import type { XWorld } from '../world.ts';
import { MediaFiles } from '../../media/files.ts';
import { mediumAnswer } from './processing.ts';
import { metadataSchema, statusSchema } from './schemas.ts';
import { appendSegment, finalizeUpload, initializeUpload, unknownMedia, uploadAtOnce } from './upload.ts';

/** The dedicated media endpoints of version 2, of 2025-04. */
export function mediaEndpoints(world: XWorld): readonly Endpoint[] {
  const files = new MediaFiles(world.dataDirectory, 'x');
  return [
    owned('POST', '/2/media/upload/initialize', 'media.initialize', (exchange, caller) =>
      initializeUpload(world, exchange, caller),
    ),
    owned('POST', '/2/media/upload/:id/append', 'media.append', (exchange, caller) =>
      appendSegment(world, files, exchange, caller),
    ),
    owned('POST', '/2/media/upload/:id/finalize', 'media.finalize', (exchange, caller) =>
      finalizeUpload(world, files, exchange, caller),
    ),
    owned('POST', '/2/media/upload', 'media.upload', (exchange, caller) =>
      uploadAtOnce(world, files, exchange, caller),
    ),
    owned('GET', '/2/media/upload', 'media.status', (exchange, caller) =>
      readStatus(world, exchange, caller),
    ),
    owned('POST', '/2/media/metadata', 'media.metadata', (exchange, caller) =>
      describe(world, exchange, caller),
    ),
  ];
}

function owned(
  method: Endpoint['method'],
  path: string,
  operation: Endpoint['operation'],
  handle: PersonalEndpoint['handle'],
): Endpoint {
  return { method, path, operation, scopes: ['media.write'], takes: 'person', handle };
}

function readStatus(world: XWorld, exchange: Exchange, caller: PersonalCaller): Answer {
  const query = readQuery(exchange, statusSchema);
  if (isAnswer(query)) return query;
  const medium = world.state.media.get(query.media_id);
  if (medium === undefined || medium.account !== caller.person.id) return unknownMedia(exchange);
  return json(200, { data: mediumAnswer(medium, world.now()) });
}

/** Stores the alternative text of an upload, which may still be coming in. */
function describe(world: XWorld, exchange: Exchange, caller: PersonalCaller): Answer {
  const request = readBody(jsonOf(exchange), metadataSchema);
  if (isAnswer(request)) return request;
  const { state } = world;
  const owner = (state.media.get(request.id) ?? state.uploads.get(request.id))?.account;
  if (owner !== caller.person.id) return unknownMedia(exchange);
  const text = request.metadata?.alt_text?.text ?? null;
  state.apply(
    world.journal.append({
      network: 'x',
      operation: 'media.metadata',
      account: caller.person.id,
      id: request.id,
      text,
      inReplyTo: null,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: { costMicros: prices.mediaMetadata },
    }),
  );
  world.credits.spend(prices.mediaMetadata);
  return json(200, {
    data: { id: request.id, associated_metadata: text === null ? {} : { alt_text: { text } } },
  });
}
