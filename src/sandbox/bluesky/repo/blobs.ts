import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { inspect } from '../../media/inspect.ts';
import { cidOf } from '../identifiers.ts';
import type { Person } from '../people.ts';
import { invalidRequest, problem } from '../problems.ts';
import type { BlueskyWorld } from '../world.ts';

/** What Bluesky's servers take as one file. */
const mostBytes = 50_000_000;

/** `com.atproto.repo.uploadBlob`: the type is looked up in the bytes, whatever was said. */
export function uploadBlob(world: BlueskyWorld, exchange: Exchange, caller: Person): Answer {
  const { body, headers } = exchange;
  const said = headers['content-type'];
  if (said === undefined) return invalidRequest('Request encoding (Content-Type) required but not provided');
  if (body.length === 0) return invalidRequest('A request body is expected but none was provided');
  if (body.length > mostBytes) return problem(413, 'PayloadTooLarge', 'request entity too large');
  const cid = cidOf(body, 'file');
  if (world.state.blob(caller.id, cid) === undefined) {
    world.files.put(cid, body);
    const seen = world.files.look(cid, inspect);
    if (seen !== undefined && !seen.playable)
      return invalidRequest('The file cannot be read as a picture or video');
    const entry = world.journal.append({
      network: 'bluesky',
      operation: 'media.upload',
      account: caller.id,
      id: cid,
      text: null,
      inReplyTo: null,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: {
        mimeType: seen?.mediaType ?? said.split(';', 1)[0] ?? said,
        size: body.length,
        kind: seen?.kind ?? 'other',
        width: seen?.width ?? null,
        height: seen?.height ?? null,
        durationMs: seen?.durationMs ?? null,
      },
    });
    world.state.apply(entry);
  }
  const kept = world.state.blob(caller.id, cid);
  return json(200, {
    blob: { $type: 'blob', ref: { $link: cid }, mimeType: kept?.mimeType ?? said, size: body.length },
  });
}
