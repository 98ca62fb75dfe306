import type { Inhabitant } from '../people/people.ts';
import { fraction } from '../seeded.ts';
import { followersAt } from './followers.ts';

const hourMs = 3_600_000;

/** Where those who follow somebody live, in shares of all; by where their own day begins. */
const countriesByOffset: Readonly<Record<number, readonly (readonly [country: string, share: number])[]>> = {
  0: [
    ['GB', 0.56],
    ['US', 0.13],
    ['IE', 0.09],
    ['CA', 0.05],
    ['DE', 0.05],
    ['NG', 0.04],
    ['NL', 0.03],
    ['AU', 0.02],
  ],
  1: [
    ['DE', 0.58],
    ['CH', 0.13],
    ['AT', 0.09],
    ['FR', 0.07],
    ['US', 0.05],
    ['GB', 0.03],
    ['PL', 0.02],
  ],
};

/** How many of `total` are in each country, most first; those that are too few for a country, or tell none, are left out. */
export function byCountry(
  { utcOffsetHours }: Pick<Inhabitant, 'utcOffsetHours'>,
  total: number,
): readonly (readonly [country: string, count: number])[] {
  return (countriesByOffset[utcOffsetHours] ?? [])
    .map(([country, share]) => [country, Math.round(total * share)] as const)
    .filter(([, count]) => count > 0);
}

/** How many of somebody's followers were online in the hour that begins at an instant; the same for the same hour. */
export function onlineAt(person: Inhabitant, at: number): number {
  const hour = Math.floor(at / hourMs);
  const local = (((hour + person.utcOffsetHours) % 24) + 24) % 24;
  const asleep = local < 6 ? 0.1 : local < 8 || local > 22 ? 0.55 : 1;
  const nearest = Math.min(
    ...person.goodHours.map((good) => Math.min(Math.abs(local - good), 24 - Math.abs(local - good))),
  );
  const share = asleep * (0.14 + 0.16 * Math.exp(-((nearest / 1.5) ** 2)));
  const chance = 0.94 + 0.12 * fraction('online', `${person.id} ${hour}`);
  return Math.round(followersAt(person, at) * share * chance);
}
