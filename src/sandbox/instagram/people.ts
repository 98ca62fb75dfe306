import { Directory } from '../people/directory.ts';
import type { Place } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';

/** Everybody on Instagram. Ids have 17 digits, more than a number can hold. */
export const instagramPeople = new Directory<Inhabitant>((person, place) => ({ ...person, id: idAt(place) }));

function idAt({ group, number }: Place): string {
  const groups = { practice: '1', passer_by: '2', crowd: '3' } as const;
  return `178414${groups[group]}${String(number).padStart(10, '0')}`;
}

/** What an app is told of the account's kind. */
export function accountTypeOf({ username }: Inhabitant): string {
  return username === 'harbourcoffee' ? 'BUSINESS' : 'MEDIA_CREATOR';
}

/** How many posts by apps an account may make in 24 hours: Meta's pages say 50 and 100. */
export function quotaOf({ username }: Inhabitant): number {
  return username === 'harbourcoffee' ? 100 : 50;
}
