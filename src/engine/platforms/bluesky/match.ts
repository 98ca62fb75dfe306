import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import type { TextTraits } from '../same-text.ts';
import { clockSlackMs } from '../settling.ts';
import { partsOf } from './text/stretches.ts';

/** Bluesky keeps texts as they are; links are whole again by their facets when they are read. */
const traits: TextTraits = {
  linksOf: (text) => partsOf(text).filter(({ kind }) => kind === 'link'),
  shorteners: [],
};

/** Whether a post of the account's list is the one that was sent. Settling goes by the record's key and needs it seldom. */
export const matches: PlatformApi['matches'] = (sent, seen) => {
  if (seen.publishedAt < sent.sendingAt - clockSlackMs) return false;
  if (seen.inReplyTo !== sent.inReplyTo) return false;
  if (seen.mediaCount !== undefined && seen.mediaCount !== sent.mediaCount) return false;
  return isSameText(fingerprintOf(sent.text, traits), fingerprintOf(seen.text, traits), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });
};
