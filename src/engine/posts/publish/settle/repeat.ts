import type { CallResult } from '../../../http/call.ts';
import type { PublishAnswer } from '../../../platforms/publishing.ts';
import { record } from '../../ledger/transitions.ts';
import { partToPublish } from '../destination.ts';
import { uploadMedia } from '../upload-media.ts';
import type { OpenSend, Verdict } from './verdict.ts';

export type Repeated =
  | { readonly asked: true; readonly result: CallResult<PublishAnswer> }
  | { readonly asked: false; readonly verdict: Verdict };

/**
 * Sends an open part once more, for networks where a repeat cannot make a second post. The part says `sending`
 * all the while, and the repeat is in the history before it leaves.
 */
export async function repeat(send: OpenSend, means: string): Promise<Repeated> {
  const { deps, to, part, signal } = send;
  const uploaded = await uploadMedia(deps, to, part, signal, () => {});
  if (!uploaded.ready) {
    const at = uploaded.outcome.kind === 'later' ? uploaded.outcome.at : deps.ports.clock.now() + 60_000;
    const lost = uploaded.outcome.kind === 'rejected';
    return { asked: false, verdict: lost ? { kind: 'cannot_tell' } : { kind: 'wait', at } };
  }
  const prepared = await partToPublish(deps, to, part, {
    inReplyTo: part.inReplyTo,
    mediaIds: uploaded.remoteIds,
    key: part.sendKey,
    // Its time has come meanwhile: then the one post that there will be is made now.
    publishAt: part.publishAt !== null && part.publishAt > deps.ports.clock.now() ? part.publishAt : null,
  });
  if (!prepared.ok) return { asked: false, verdict: { kind: 'cannot_tell' } };
  record(
    deps.ledger,
    { workspaceId: part.workspaceId, id: part.deliveryId },
    { kind: 'repeated', actor: 'publisher', details: { part: part.position, means } },
  );
  return { asked: true, result: await to.platform.api.publish(to.http, prepared.part) };
}
