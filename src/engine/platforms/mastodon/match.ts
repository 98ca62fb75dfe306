import type { PlatformApi } from '../platform.ts';
import { fingerprintOf, isSameText } from '../same-text.ts';
import type { Fingerprint, TextTraits } from '../same-text.ts';
import { clockSlackMs } from '../settling.ts';
import { specialsIn } from './text/counted.ts';

const traits: TextTraits = {
  linksOf: (text) => specialsIn(text).filter(({ kind }) => kind === 'url'),
  shorteners: [],
};

/** Servers show a mention with its server or without, whichever was written. */
const printOf = (text: string): Fingerprint =>
  fingerprintOf(text.replaceAll(/(?<![\w/])(@\w[\w.-]*)@[\w.-]*\w/g, '$1'), traits);

/** Whether a post of the account's list is the one that was sent; its HTML was made text again before. */
export const matches: PlatformApi['matches'] = (sent, seen) => {
  if (seen.publishedAt < sent.sendingAt - clockSlackMs) return false;
  if (seen.inReplyTo !== sent.inReplyTo) return false;
  if (seen.mediaCount !== undefined && seen.mediaCount !== sent.mediaCount) return false;
  return isSameText(printOf(sent.text), printOf(seen.text), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });
};
