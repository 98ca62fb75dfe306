import { Directory } from '../people/directory.ts';
import type { Place } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';

/** Everybody on Threads. Ids have 17 digits, more than a number can hold. */
export const threadsPeople = new Directory<Inhabitant>((person, place) => ({ ...person, id: idAt(place) }));

function idAt({ group, number }: Place): string {
  const groups = { practice: '1', passer_by: '2', crowd: '3' } as const;
  return `310000${groups[group]}${String(number).padStart(10, '0')}`;
}
