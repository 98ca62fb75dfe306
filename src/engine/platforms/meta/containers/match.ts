import type { PlatformApi } from '../../platform.ts';
import { fingerprintOf, isSameText } from '../../same-text.ts';
import type { TextTraits } from '../../same-text.ts';
import { clockSlackMs } from '../../settling.ts';
import { entitiesOf } from '../entities.ts';

/** Instagram and Threads leave links as they are written. */
const traits: TextTraits = {
  linksOf: (text) => entitiesOf(text).filter(({ kind }) => kind === 'url'),
  shorteners: [],
};

/**
 * Whether a post of the account's list is the one that was sent: same text, same parent, as many pictures, and not older
 * than the attempt; an older post with the same text is another one. A story of Instagram's shows no caption, so that one
 * which was sent with words is not found by them.
 */
export const matches: PlatformApi['matches'] = (sent, seen) =>
  seen.publishedAt >= sent.sendingAt - clockSlackMs &&
  seen.inReplyTo === sent.inReplyTo &&
  (seen.mediaCount === undefined || seen.mediaCount === sent.mediaCount) &&
  isSameText(fingerprintOf(sent.text, traits), fingerprintOf(seen.text, traits), {
    mayHaveMediaLink: false,
    mayHaveMentions: false,
  });
