import { Directory } from '../people/directory.ts';
import type { Place } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';
import { hash32 } from '../seeded.ts';

/** Someone with a Google account. The id is that of the channel; the last of the crowd has none. */
export interface Person extends Inhabitant {
  /** The Google user, as digits. */
  readonly subject: string;
  readonly hasChannel: boolean;
  /** Whether a phone number was confirmed, for videos of over 15 minutes. */
  readonly longUploads: boolean;
}

/** Everybody on YouTube. */
export const youtubePeople = new Directory<Person>((person, place) => ({
  ...person,
  id: `UC${channelCode(place)}`,
  subject: `1${String(hash32('subject', person.username)).padStart(20, '0')}`,
  hasChannel: person.username !== 'crowd_999',
  longUploads: person.username === 'harbourcoffee',
}));

/** The 22 characters behind `UC`, which also name the playlist of uploads. */
function channelCode({ group, number }: Place): string {
  return `${group === 'practice' ? 'Practice' : 'Neighbour'}-${String(number).padStart(4, '0')}`.padEnd(
    22,
    'w',
  );
}

/** The playlist of what a channel uploaded. */
export function uploadsPlaylist(channelId: string): string {
  return channelId.replace(/^UC/, 'UU');
}
