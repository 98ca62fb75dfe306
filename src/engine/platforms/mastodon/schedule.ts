import { z } from 'zod';
import type { AccountHttp } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef, ScheduledState } from '../publishing.ts';
import { matches } from './match.ts';
import { ownPosts } from './own-posts.ts';
import { keptIn } from './scheduled-id.ts';
import type { Kept } from './scheduled-id.ts';
import { read } from './wire/calls.ts';
import { scheduledStatus } from './wire/schemas.ts';

/** Servers publish what is due once a minute or so; earlier than this before its time a post is another one. */
const slackMs = 60_000;
const lookedAt = 40;

/** What became of a post that the server keeps: it waits, or it is in the account's list, or it is gone. */
export const scheduled: NonNullable<PlatformApi['scheduled']> = async (http, account, scheduledId) => {
  const kept = keptIn(scheduledId);
  if (kept === null) return { state: 'gone' };
  const path = `/api/v1/scheduled_statuses/${encodeURIComponent(kept.id)}`;
  const result = await read(http, 'posts.scheduled', path, scheduledStatus);
  if (result.ok) {
    const at = Date.parse(result.data.scheduled_at);
    return { state: 'waiting', publishAt: Number.isNaN(at) ? null : at };
  }
  return result.failure.status === 404
    ? findPublished(http, account, kept)
    : { state: 'failed', failure: result.failure };
};

const findPublished = async (
  http: AccountHttp,
  account: AccountRef,
  { at, text, media }: Kept,
): Promise<ScheduledState> => {
  const own = await ownPosts(http, account, { since: at - slackMs, limit: lookedAt });
  if (!own.ok) return { state: 'failed', failure: own.failure };
  const sent = { text, inReplyTo: null, sendingAt: at, mediaCount: media };
  // Listed newest first, and ours is the first one that came after its time.
  const found = own.data.findLast((post) => matches(sent, post));
  return found === undefined
    ? { state: 'gone' }
    : { state: 'published', remoteId: found.remoteId, url: found.url, publishedAt: found.publishedAt };
};

/** Takes a post back that waits at the server. */
export const unschedule: NonNullable<PlatformApi['unschedule']> = async (http, _account, scheduledId) => {
  const kept = keptIn(scheduledId);
  const result = await http.send({
    operation: 'posts.unschedule',
    endpoint: 'api',
    method: 'DELETE',
    path: `/api/v1/scheduled_statuses/${encodeURIComponent(kept?.id ?? '0')}`,
    effect: 'write',
    costMicros: 0,
    answer: z.unknown(),
  });
  if (result.ok) return { ...result, data: { deleted: true } };
  if (result.failure.status !== 404) return result;
  return { ok: true, data: { deleted: false }, status: 404, fromCache: false, readAt: 0 };
};
