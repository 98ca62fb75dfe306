import type { PartRole } from '../../shared/models/delivery.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { OptionValues } from '../../shared/models/publish-option.ts';
import type { Platform } from '../platforms/platform.ts';
import { firstCommentOf } from '../platforms/options/post-options.ts';

/** One network post that a delivery makes, before it has a row. */
export interface PlannedPart extends PostPart {
  readonly role: PartRole;
}

/**
 * The parts that a post has at one network, first to last. Later parts are replies in a thread, or comments under the
 * first where the network has no threads; the first comment is the last of them.
 */
export function partsAt(
  platform: Pick<Platform, 'card'>,
  parts: readonly PostPart[],
  values: OptionValues,
): PlannedPart[] {
  const later = platform.card.laterParts === 'comments' ? 'comment' : 'reply';
  const planned = parts.map((part, index): PlannedPart => ({ ...part, role: index === 0 ? 'post' : later }));
  const comment = firstCommentOf(values);
  return comment === null ? planned : [...planned, { text: comment, media: [], role: 'comment' }];
}
