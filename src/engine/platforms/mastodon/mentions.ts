import { z } from 'zod';
import type { CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { apiWithQuotes, limitsOf } from './limits.ts';
import { read } from './wire/calls.ts';
import { mentionOf } from './wire/post-reading.ts';
import { notification } from './wire/schemas.ts';
import type { Status } from './wire/schemas.ts';

const largestPage = 40;
const mostPages = 20;
const page = z.array(notification);
type Page = z.infer<typeof page>;

/** Mentions, replies and quotes, newest first (`GET /api/v1/notifications`), back to the one known last. */
export const mentions: NonNullable<PlatformApi['mentions']> = async (http, account, { sinceId, limit }) => {
  const types = ['mention', ...(limitsOf(account).api >= apiWithQuotes ? ['quote'] : [])];
  const found: RemoteMention[] = [];
  let before: string | null = null;
  for (let number = 1; ; number += 1) {
    const result: CallResult<Page> = await read(http, 'posts.mentions', '/api/v1/notifications', page, {
      'types[]': types,
      limit: String(Math.min(Math.max(limit - found.length, 1), largestPage)),
      ...(before !== null && { max_id: before }),
    });
    if (!result.ok) return result;
    const listed = result.data.filter(({ type }) => types.includes(type));
    const known = listed.findIndex(({ status }) => sinceId !== null && status?.id === sinceId);
    for (const { type, status } of known === -1 ? listed : listed.slice(0, known)) {
      if (status !== null && status !== undefined) found.push(toMention(type, status, account.remoteId));
    }
    before = result.data.at(-1)?.id ?? null;
    if (known !== -1 || before === null || found.length >= limit || number === mostPages) {
      return { ...result, data: found.slice(0, limit) };
    }
  }
};

const toMention = (type: string, status: Status, ownId: string): RemoteMention => {
  if (type === 'quote') return mentionOf(status, 'quote', null);
  return status.in_reply_to_account_id === ownId
    ? mentionOf(status, 'reply', status.in_reply_to_id ?? null)
    : mentionOf(status, 'mention', null);
};
