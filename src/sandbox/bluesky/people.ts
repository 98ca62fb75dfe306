import { createHash } from 'node:crypto';
import { Directory } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';

/** Someone on Bluesky. The id is a DID, which stays; the handle is a name in the DNS, which may change. */
export interface Person extends Inhabitant {
  readonly handle: string;
  /** Videos are taken from confirmed addresses only. */
  readonly emailConfirmed: boolean;
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Everybody on Bluesky. */
export const blueskyPeople = new Directory<Person>((person) => ({
  ...person,
  id: `did:plc:${plcOf(person.username)}`,
  handle: `${person.username.replaceAll('_', '-')}.practice.test`,
  emailConfirmed: person.username !== 'crowd_9',
}));

/** The person with this handle, DID or practice name. */
export function personNamed(name: string): Person | undefined {
  const wanted = name.trim().toLowerCase();
  const username = wanted.replace(/\.practice\.test$/, '').replaceAll('-', '_');
  return blueskyPeople.byId(name.trim()) ?? blueskyPeople.byUsername(username);
}

/** The app password that a person has here, as the page of app passwords shows it. */
export function appPasswordOf(username: string): string {
  return `prac-tice-${`${username.replaceAll(/[^a-z]/g, '')}aaaa`.slice(0, 4)}-only`;
}

/** The person's own password, with which a code from an e-mail is wanted, too. */
export function ownPasswordOf(username: string): string {
  return `the own password of ${username}`;
}

/** The code that the e-mail to everybody holds here. */
export const emailCode = 'PRACT-ICE42';

function plcOf(username: string): string {
  const digest = createHash('sha256').update(`bluesky ${username}`).digest();
  return Array.from({ length: 24 }, (_, index) => base32[(digest[index] ?? 0) & 31]).join('');
}
