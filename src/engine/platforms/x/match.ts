import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from './text/fingerprint.ts';

/** X's clock and ours may differ, and X dates posts to the second. */
const clockSlackMs = 60_000;

/**
 * Whether a post of the account's list is the one that was sent: same text after what X does to texts, same parent, and
 * not older than the attempt. An older post with the same text is another one.
 */
export const matches: PlatformApi['matches'] = (sent, seen) => {
  if (seen.publishedAt < sent.sendingAt - clockSlackMs) return false;
  if (seen.inReplyTo !== sent.inReplyTo) return false;
  return isSameText(fingerprintOf(sent.text), fingerprintOf(seen.text), {
    mayHaveMediaLink: sent.hasMedia,
    mayHaveMentions: sent.inReplyTo !== null,
  });
};
