import type { PlatformApi } from '../platform.ts';
import { failureOf } from './fail-reasons.ts';
import { readHandle } from './handle.ts';
import { pagesOf } from './practice-endpoints.ts';
import { publicAddress } from './public-address.ts';
import { calls } from './wire/calls.ts';

const minuteMs = 60_000;

/** TikTok looks public posts through, mostly in a minute and sometimes for hours; it tells of them for a day at least. */
export const confirms = { afterMs: 2 * minuteMs, forMs: 24 * 60 * minuteMs } as const;

/** Asks for a post that was complete and had no id yet: what TikTok has looked through gets one, or is refused. */
export const confirm: NonNullable<PlatformApi['confirm']> = async (http, taken, { now }) => {
  const { account, remoteId, sentAt } = taken;
  const handle = readHandle(taken.handle);
  if (remoteId !== null || handle === null || handle.publishId === null)
    return { state: 'stands', remoteId, url: null };
  const asked = await calls.status(http, handle.publishId);
  if (!asked.ok) {
    const { reach, status, code } = asked.failure;
    const isUnknown = reach === 'refused' && (status === 400 || status === 404) && code !== 'scope_missing';
    return isUnknown ? { state: 'forgotten' } : { state: 'failed', failure: asked.failure };
  }
  const { status, fail_reason: why, publicaly_available_post_id: ids } = asked.data.data;
  if (status === 'FAILED') return { state: 'refused', reason: failureOf(why ?? '').detail };
  const id = ids?.[0];
  if (id !== undefined) {
    const url = publicAddress({ account, pages: pagesOf(http.endpoints.authorize), kind: handle.kind, id });
    return { state: 'stands', remoteId: id, url };
  }
  // Only a public post gets an id. Who sees a draft is chosen in TikTok, so it may get one.
  const isPrivate = handle.privacy !== null && handle.privacy !== 'PUBLIC_TO_EVERYONE';
  if (isPrivate && status === 'PUBLISH_COMPLETE') return { state: 'stands', remoteId: null, url: null };
  const age = now() - sentAt;
  return { state: 'open', askAt: now() + Math.min(60 * minuteMs, Math.max(2 * minuteMs, age / 2)) };
};
