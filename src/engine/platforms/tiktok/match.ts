import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import type { TextTraits } from '../same-text.ts';
import { clockSlackMs } from '../settling.ts';

/** TikTok leaves texts as they are and makes no links of them. */
const traits: TextTraits = { linksOf: () => [], shorteners: [] };

/**
 * Whether a post of the account's list is the one that was sent: the same text, and not older than the attempt. The list
 * does not count photos, so posts without words are told apart by nothing, and none of them is.
 */
export const matches: PlatformApi['matches'] = (sent, seen) =>
  sent.text.trim() !== '' &&
  seen.publishedAt >= sent.sendingAt - clockSlackMs &&
  isSameText(fingerprintOf(sent.text, traits), fingerprintOf(seen.text, traits), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });
