import type { PlatformApi } from '../platform.ts';
import { videoUrl } from './wire/addresses.ts';
import { isVideoId } from './wire/ids.ts';
import { readVideos } from './wire/uploads.ts';
import { refusalOf } from './wire/video.ts';
import { filled, words } from './words.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** When a video is asked for after it went up: soon, since most are processed in minutes, and once more after the first day. */
export const confirms = { afterMs: 2 * minuteMs, forMs: 2 * dayMs } as const;

/**
 * Looks whether YouTube kept a video. It takes one in first, then processes it and compares it with what it knows, and only
 * then says that it failed or was rejected. Claims may come after that, so a processed one is looked at again a day later.
 */
export const confirm: NonNullable<PlatformApi['confirm']> = async (http, taken, { now }) => {
  const { account, remoteId, sentAt } = taken;
  if (remoteId === null || !isVideoId(remoteId)) return { state: 'forgotten' };
  const result = await readVideos(http, [remoteId], 'status');
  if (!result.ok) return { state: 'failed', failure: result.failure };
  const [video] = result.data;
  const age = now() - sentAt;
  if (video === undefined) return { state: 'open', askAt: nextLook(sentAt, age) };
  const reason = refusalOf(video.status);
  // Deleted is what the channel's owner did; it is not for YouTube to say that it refused it.
  if (reason !== null && reason !== 'deleted') return { state: 'refused', reason: sentenceOf(reason) };
  if (video.status?.uploadStatus !== 'processed') return { state: 'open', askAt: nextLook(sentAt, age) };
  if (age < dayMs) return { state: 'open', askAt: sentAt + dayMs };
  return { state: 'stands', remoteId, url: videoUrl(account.webOrigin, remoteId) };
};

/** Ever more rarely: long films take hours. */
const nextLook = (sentAt: number, age: number): number =>
  sentAt + age + Math.min(6 * 60 * minuteMs, Math.max(2 * minuteMs, age));

/** A failure or rejection in plain words; an unknown one as YouTube names it. */
const sentenceOf = (reason: string): string => {
  const known: Readonly<Record<string, string>> = words.refusals;
  return known[reason] ?? filled(words.refusals.other, { reason });
};
