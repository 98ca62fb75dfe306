import { Directory } from '../../people/directory.ts';
import type { Inhabitant } from '../../people/people.ts';
import { hash32 } from '../../seeded.ts';

/** Someone on TikTok. The id is the `open_id`, which is an app's own. */
export interface Person extends Inhabitant {
  /** A private account has no public posts. */
  readonly isPrivate: boolean;
  readonly commentDisabled: boolean;
  readonly duetDisabled: boolean;
  readonly stitchDisabled: boolean;
  /** The longest video in seconds. */
  readonly longestSeconds: number;
}

/** Everybody on TikTok. */
export const tiktokPeople = new Directory<Person>((person) => ({
  ...person,
  id: `-000${hash32('open', person.username).toString(16).padStart(8, '0')}${hash32('id', person.username).toString(16).padStart(8, '0')}`,
  isPrivate: person.username === 'tobi_repairs',
  commentDisabled: false,
  duetDisabled: person.username === 'harbourcoffee',
  stitchDisabled: person.username === 'harbourcoffee',
  longestSeconds: person.username === 'harbourcoffee' ? 600 : 300,
}));

/** Who may see what this person posts. */
export function privacyLevelsOf({ isPrivate }: Person): readonly string[] {
  return isPrivate
    ? ['FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']
    : ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'];
}
