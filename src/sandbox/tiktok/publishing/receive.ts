import { empty } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Publication } from '../state.ts';
import type { TikTokWorld } from '../world.ts';
import { complete } from './complete.ts';
import { videoFailure } from './inspect.ts';

const addressLifeMs = 3_600_000;
const types: ReadonlySet<string> = new Set(['video/mp4', 'video/quicktime', 'video/webm']);

/** Whether these bytes are a publication's last, with which TikTok goes to work. */
export function isLast(world: TikTokWorld, exchange: Exchange): boolean {
  const publication = world.state.publications.get(exchange.query.get('upload_id') ?? '');
  return publication !== undefined && publication.arrived === publication.chunks - 1;
}

/** `PUT` to an upload's address: the chunks one after the other, and nothing else. */
export function receiveChunk(world: TikTokWorld, exchange: Exchange): Answer {
  const publication = world.state.publications.get(exchange.query.get('upload_id') ?? '');
  if (publication === undefined || publication.token !== exchange.query.get('upload_token'))
    return empty(404);
  if (world.now() - publication.at >= addressLifeMs) return empty(403);
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(exchange.headers['content-range'] ?? '');
  if (range === null || !types.has(exchange.headers['content-type'] ?? '')) return empty(400);
  const [first, last, total] = range.slice(1).map(Number);
  if (first === undefined || last === undefined || last - first + 1 !== exchange.body.byteLength)
    return empty(400);
  const wanted = nextChunk(publication);
  if (total !== publication.bytes || wanted === null || first !== wanted.first || last !== wanted.last) {
    const expected = wanted === null ? '*' : `${wanted.first}-${wanted.last}`;
    return empty(416, { 'content-range': `bytes ${expected}/${publication.bytes}` });
  }
  return take(world, exchange, publication);
}

function nextChunk({
  arrived,
  chunks,
  chunkBytes,
  bytes,
}: Publication): { first: number; last: number } | null {
  if (arrived >= chunks) return null;
  const first = arrived * chunkBytes;
  return { first, last: arrived === chunks - 1 ? bytes - 1 : first + chunkBytes - 1 };
}

function take(world: TikTokWorld, exchange: Exchange, publication: Publication): Answer {
  const { files, journal, state } = world;
  const { id, account, arrived, chunks } = publication;
  files.putSegment(id, arrived, exchange.body);
  if (arrived < chunks - 1) {
    state.apply(
      journal.append({
        network: 'tiktok',
        operation: 'media.append',
        account,
        id,
        text: null,
        inReplyTo: null,
        media: [],
        clientRequestAt: exchange.receivedAt,
        clientGone: exchange.gone.aborted,
        detail: { index: arrived },
      }),
    );
    return empty(206);
  }
  files.join(id);
  files.dropSegments(id);
  complete(world, exchange, publication, { failure: videoFailure(world, publication), media: [id] });
  return empty(201);
}
