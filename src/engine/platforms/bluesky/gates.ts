import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { Chosen } from './options.ts';
import { recordUri, posts } from './wire/addresses.ts';
import { putRecord } from './wire/records.ts';

interface Given {
  readonly did: string;
  readonly key: string;
  readonly createdAt: string;
  readonly chosen: Chosen;
  /** Who may reply is decided for the whole thread, by its first post. */
  readonly isRoot: boolean;
}

const rules: Readonly<Record<Exclude<Chosen['replies'], 'everyone'>, readonly string[]>> = {
  followers: ['app.bsky.feed.threadgate#followerRule'],
  following: ['app.bsky.feed.threadgate#followingRule'],
  mentioned: ['app.bsky.feed.threadgate#mentionRule'],
  nobody: [],
};

/**
 * Sets who may reply and whether others may quote, under the key that the post will have: it is never out without them.
 * Left behind without a post they mean nothing. Answers with null where all went well.
 */
export const setGates = async (
  http: AccountHttp,
  { did, key, createdAt, chosen, isRoot }: Given,
): Promise<Extract<CallResult<unknown>, { ok: false }> | null> => {
  const post = recordUri(did, posts, key);
  const put = async (collection: string, rule: Readonly<Record<string, unknown>>) => {
    const record = { $type: collection, post, createdAt, ...rule };
    const gate = { repo: did, collection, rkey: key, record };
    const result = await putRecord(http, 'posts.gate', 'upload', gate);
    return result.ok ? null : result;
  };
  const { replies, quotes } = chosen;
  if (isRoot && replies !== 'everyone') {
    const allow = rules[replies].map(($type) => ({ $type }));
    const refused = await put('app.bsky.feed.threadgate', { allow });
    if (refused !== null) return refused;
  }
  return quotes
    ? null
    : put('app.bsky.feed.postgate', { embeddingRules: [{ $type: 'app.bsky.feed.postgate#disableRule' }] });
};
