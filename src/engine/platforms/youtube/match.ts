import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import { clockSlackMs } from '../settling.ts';
import { traits } from './text.ts';
import { isVideoId } from './wire/ids.ts';

/**
 * Whether a video or a comment of the channel's lists is the one that was sent: the same words in the same place, and
 * not older than the attempt. Videos without a description are told apart by nothing, so none of them is.
 */
export const matches: PlatformApi['matches'] = (sent, seen) => {
  if (sent.text.trim() === '' || seen.publishedAt < sent.sendingAt - clockSlackMs) return false;
  if (!isSamePlace(sent.inReplyTo, seen)) return false;
  return isSameText(fingerprintOf(sent.text, traits), fingerprintOf(seen.text, traits), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });
};

/** A later part that was sent after a comment stands beside it, under the video. */
const isSamePlace = (
  sentTo: string | null,
  seen: { readonly remoteId: string; readonly inReplyTo: string | null },
): boolean => {
  if (isVideoId(seen.remoteId)) return sentTo === null;
  if (sentTo === null || seen.inReplyTo === null) return false;
  return sentTo === seen.inReplyTo || (!isVideoId(sentTo) && isVideoId(seen.inReplyTo));
};
