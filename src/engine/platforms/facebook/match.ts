import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import { clockSlackMs } from '../settling.ts';
import { traits } from '../meta/text.ts';

/**
 * Whether a post of the Page's list is the one that was sent: same text, as many pictures where Facebook tells, and not older
 * than the attempt. Comments are in no list of posts.
 */
export const matches: PlatformApi['matches'] = (sent, seen) => {
  if (seen.publishedAt < sent.sendingAt - clockSlackMs) return false;
  if (sent.inReplyTo !== null || seen.inReplyTo !== null) return false;
  if (seen.mediaCount !== undefined && seen.mediaCount !== sent.mediaCount) return false;
  return isSameText(fingerprintOf(sent.text, traits), fingerprintOf(seen.text, traits), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });
};
