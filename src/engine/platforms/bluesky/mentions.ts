import type { z } from 'zod';
import type { CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { idOf } from './wire/addresses.ts';
import { publishedAt, textOf, urlOf } from './wire/post-reading.ts';
import { notifications } from './wire/schemas.ts';
import { query } from './wire/xrpc.ts';

const largestPage = 100;
const mostPages = 10;
const reasons = ['mention', 'reply', 'quote'] as const;

type Page = z.infer<typeof notifications>;
type Notification = Page['notifications'][number];

/** Mentions, replies and quotes, newest first (`app.bsky.notification.listNotifications`), back to the one known last. */
export const mentions: NonNullable<PlatformApi['mentions']> = async (http, account, { sinceId, limit }) => {
  const found: RemoteMention[] = [];
  let cursor: string | null = null;
  for (let page = 1; ; page += 1) {
    const result: CallResult<Page> = await query(
      http,
      'posts.mentions',
      'app.bsky.notification.listNotifications',
      {
        query: {
          reasons,
          limit: String(Math.min(Math.max(limit - found.length, 1), largestPage)),
          ...(cursor !== null && { cursor }),
        },
        answer: notifications,
      },
    );
    if (!result.ok) return result;
    const listed = result.data.notifications;
    const known = listed.findIndex(({ uri }) => uri === sinceId);
    const fresh = known === -1 ? listed : listed.slice(0, known);
    found.push(
      ...fresh
        .filter(({ reason }) => reasons.some((wanted) => wanted === reason))
        .map((one) => mentionOf(one, account.remoteId, http.endpoints.authorize)),
    );
    const next: string | null = result.data.cursor ?? null;
    if (known !== -1 || next === null || next === cursor || found.length >= limit || page === mostPages) {
      return { ...result, data: found.slice(0, limit) };
    }
    cursor = next;
  }
};

const mentionOf = (one: Notification, ownDid: string, pages: string): RemoteMention => ({
  remoteId: one.uri,
  kind: one.reason === 'reply' ? 'reply' : one.reason === 'quote' ? 'quote' : 'mention',
  onPost: one.reason === 'mention' ? null : subjectOf(one, ownDid),
  author: one.author.handle,
  authorName: one.author.displayName ?? one.author.handle,
  text: textOf(one.record),
  at: publishedAt(one.record.createdAt, one.indexedAt, one.uri),
  url: urlOf(one, pages),
});

/** The own post that it is about. */
const subjectOf = ({ reasonSubject, record }: Notification, ownDid: string): string | null => {
  const subject = reasonSubject ?? record.reply?.parent.uri ?? null;
  return subject?.startsWith(`at://${ownDid}/`) === true ? idOf(subject, ownDid) : null;
};
