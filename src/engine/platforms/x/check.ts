import type { AccountProfile } from '../reading.ts';
import type { CheckedPart, PartProblem } from '../content.ts';
import { checkMedia } from './check-media.ts';
import { checkText } from './check-text.ts';
import { checkThread } from './check-thread.ts';
import { rules } from './rules.ts';
import { isSubscriber } from './subscription.ts';

/** What stands in the way of publishing these parts on X, and what should be known first. */
export const check = (
  parts: readonly CheckedPart[],
  profile: AccountProfile | null,
): readonly PartProblem[] => {
  const { measure } = rules(profile);
  return [
    ...parts.flatMap((checked, part) => [
      ...checkText(checked, part, measure(checked.text)),
      ...checkMedia(checked.media, part, isSubscriber(profile)),
    ]),
    ...checkThread(parts),
  ];
};
