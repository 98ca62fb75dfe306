import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import { clockSlackMs } from '../settling.ts';
import { traits } from './text/traits.ts';

/**
 * Whether a post of the account's list is the one that was sent: same text after what X does to texts, same parent,
 * as many pictures, and not older than the attempt. An older post with the same text is another one.
 */
export const matches: PlatformApi['matches'] = (sent, seen) => {
  if (seen.publishedAt < sent.sendingAt - clockSlackMs) return false;
  if (seen.inReplyTo !== sent.inReplyTo) return false;
  if (seen.mediaCount !== undefined && seen.mediaCount !== sent.mediaCount) return false;
  return isSameText(fingerprintOf(sent.text, traits), fingerprintOf(seen.text, traits), {
    mayHaveMediaLink: sent.mediaCount > 0,
    mayHaveMentions: sent.inReplyTo !== null,
  });
};
