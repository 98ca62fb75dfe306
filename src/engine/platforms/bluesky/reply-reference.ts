import type { AccountHttp, CallResult, Failure } from '../../http/call.ts';
import { uriOf } from './wire/addresses.ts';
import { getRecord } from './wire/records.ts';
import type { StrongRef } from './wire/schemas.ts';

/** What makes a post a reply: the post it answers and the one that the whole thread began with. */
export interface ReplyReference {
  readonly root: StrongRef;
  readonly parent: StrongRef;
}

/** Reads what a reply must refer to: both posts by address and content, the root as the parent itself names it. */
export const replyReference = async (
  http: AccountHttp,
  inReplyTo: string,
  ownDid: string,
): Promise<CallResult<ReplyReference>> => {
  const result = await getRecord(http, uriOf(inReplyTo, ownDid));
  if (!result.ok) return result;
  if (result.data === null) return { ok: false, failure: parentGone };
  const { uri, cid, value } = result.data;
  const parent = { uri, cid };
  return { ...result, data: { root: value.reply?.root ?? parent, parent } };
};

const parentGone: Failure = {
  code: 'content_rejected',
  reach: 'refused',
  retryAt: null,
  detail: 'The post that this one answers is no longer there.',
  status: 400,
};
