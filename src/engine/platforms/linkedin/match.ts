import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import type { TextTraits } from '../same-text.ts';
import { clockSlackMs } from '../settling.ts';
import { links } from './text/entities.ts';

/** What LinkedIn does to texts: it may shorten links. */
const traits: TextTraits = { linksOf: links, shorteners: ['lnkd.in'] };

/** Whether a post of a page's list is the one that was sent. Comments are in no list. */
export const matches: PlatformApi['matches'] = (sent, seen) => {
  if (sent.inReplyTo !== null || seen.publishedAt < sent.sendingAt - clockSlackMs) return false;
  if (seen.mediaCount !== undefined && seen.mediaCount !== sent.mediaCount) return false;
  return isSameText(fingerprintOf(sent.text, traits), fingerprintOf(seen.text, traits), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });
};
