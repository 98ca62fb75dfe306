import { Directory } from '../people/directory.ts';
import type { Place } from '../people/directory.ts';
import { practicePeople } from '../people/people.ts';
import type { Inhabitant } from '../people/people.ts';
import { letters } from '../seeded.ts';

/** A member of LinkedIn. */
export interface Member extends Inhabitant {
  readonly urn: string;
}

/** An organisation with a page; one member looks after it. */
export interface Organization extends Inhabitant {
  readonly urn: string;
  /** The member's id. */
  readonly lookedAfterBy: string;
  readonly role: 'ADMINISTRATOR' | 'CONTENT_ADMINISTRATOR';
}

/** Somebody or something that can write posts. */
export type Author = Member | Organization;

/** Everybody on LinkedIn. */
export const members = new Directory<Member>((person, place) => {
  const id = memberId(place);
  return { ...person, id, urn: `urn:li:person:${id}` };
});

/** Ten letters and digits, as LinkedIn's ids of members are. */
function memberId({ group, number }: Place): string {
  return letters(10, 'linkedin', group, String(number));
}

const pages = [
  { name: 'Linden Bakery', username: 'linden-bakery', role: 'ADMINISTRATOR' },
  { name: 'Harbour Coffee Roasters', username: 'harbour-coffee-roasters', role: 'CONTENT_ADMINISTRATOR' },
  { name: 'Adeyemi Cycles', username: 'adeyemi-cycles', role: 'ADMINISTRATOR' },
] as const;

/** The organisations of the practice people, in their order. */
export const organizations: readonly Organization[] = pages.flatMap((page, index) => {
  const owner = practicePeople[index];
  const member = owner === undefined ? undefined : members.byUsername(owner.username);
  if (owner === undefined || member === undefined) return [];
  const id = String(90_100_100 + index);
  return [{ ...owner, ...page, id, urn: `urn:li:organization:${id}`, lookedAfterBy: member.id }];
});

/** Whoever a URN names. */
export function authorOf(urn: string): Author | undefined {
  const id = urn.slice(urn.lastIndexOf(':') + 1);
  if (urn.startsWith('urn:li:person:')) return members.byId(id);
  return organizations.find((organization) => organization.urn === urn);
}

/** The practice person whose page or profile it is, for the drawn picture. */
export function ownerOf(author: Author): Member {
  return 'lookedAfterBy' in author ? members.known(author.lookedAfterBy) : author;
}
