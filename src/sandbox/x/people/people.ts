import { Directory } from '../../people/directory.ts';
import type { Place } from '../../people/directory.ts';
import type { Inhabitant } from '../../people/people.ts';

/** Someone on X. The id is digits in a string. */
export interface Person extends Inhabitant {
  readonly subscription: 'None' | 'Basic' | 'Premium' | 'PremiumPlus';
}

const practiceIds = ['1402719348201000101', '1288554410921000202', '1519880077123000303'];

/** Everybody on X. */
export const xPeople = new Directory<Person>((person, place) => ({
  ...person,
  id: idAt(place),
  subscription: person.username === 'harbourcoffee' ? 'Premium' : 'None',
}));

function idAt({ group, number }: Place): string {
  if (group === 'practice') return practiceIds[number - 1] ?? '';
  if (group === 'crowd') return `1700000000401000${String(number).padStart(3, '0')}`;
  return `16000000${String(number).padStart(2, '0')}401000404`;
}
