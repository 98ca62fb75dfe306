import { Directory } from '../people/directory.ts';
import type { Place } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';

/** The name of the server that is played. */
export const host = 'mastodon.practice.test';

const practiceIds = ['111402719348201001', '111288554410921002', '111519880077123003'];

/** Everybody on this server. Ids are digits in a string. */
export const mastodonPeople = new Directory<Inhabitant>((person, place) => ({ ...person, id: idAt(place) }));

function idAt({ group, number }: Place): string {
  if (group === 'practice') return practiceIds[number - 1] ?? '';
  return `${group === 'crowd' ? '1130000000' : '1120000000'}${String(number).padStart(8, '0')}`;
}
