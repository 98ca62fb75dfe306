import type { AccountHttp, CallResult, Failure } from '../../http/call.ts';
import type { PublishedPart, PublishPart } from '../publishing.ts';
import type { Attached } from './embed.ts';
import { setGates } from './gates.ts';
import { didsOf } from './handles.ts';
import { chosenFrom } from './options.ts';
import { postRecordOf } from './post-record.ts';
import { madeAt } from './record-key.ts';
import { replyReference } from './reply-reference.ts';
import { handlesIn } from './text/facets.ts';
import { blobOf } from './upload.ts';
import { postUrl, posts } from './wire/addresses.ts';
import { putRecord } from './wire/records.ts';

/**
 * Writes one post under the key that was chosen for it (`com.atproto.repo.putRecord`): a repeat writes the same record
 * again and makes no second post. All that may fail before is asked before.
 */
export const publish = async (http: AccountHttp, part: PublishPart): Promise<CallResult<PublishedPart>> => {
  const { account, key, text } = part;
  const at = key === null ? null : madeAt(key);
  if (key === null || at === null)
    return refused('platform_refused', 'There is no record key to write under.');
  const attached = attachedOf(part);
  if (attached === null) return refused('media_invalid', 'A medium is not at the network any more.');
  const did = account.remoteId;
  const chosen = chosenFrom(part.options);
  const createdAt = new Date(at).toISOString();

  const reply = part.inReplyTo === null ? null : await replyReference(http, part.inReplyTo, did);
  if (reply?.ok === false) return reply;
  const dids = await didsOf(http, handlesIn(text));
  if (!dids.ok) return dids;
  const isRoot = reply === null;
  const gates = await setGates(http, { did, key, createdAt, chosen, isRoot });
  if (gates !== null) return gates;

  const record = postRecordOf({
    text,
    createdAt,
    dids: dids.data,
    attached,
    reply: reply?.data ?? null,
    chosen,
  });
  const written = await putRecord(http, 'posts.create', 'write', {
    repo: did,
    collection: posts,
    rkey: key,
    record,
  });
  if (!written.ok) return written;
  const url = postUrl(http.endpoints.authorize, account.username, key);
  return { ...written, data: { remoteId: key, url } };
};

const attachedOf = ({ mediaIds, media }: PublishPart): readonly Attached[] | null => {
  const attached = mediaIds.map((id, index) => {
    const blob = blobOf(id);
    const facts = media[index];
    return blob === null || facts === undefined ? null : { blob, facts };
  });
  return attached.every((one) => one !== null) ? attached : null;
};

const refused = (code: Failure['code'], detail: string): CallResult<never> => ({
  ok: false,
  failure: { code, reach: 'not_sent', retryAt: null, detail, status: null },
});
