import { LRUCache } from 'lru-cache';
import { zonedAt } from '../time/wall-time.ts';

/** What a country tells of the clocks of those who live there. */
export interface CountryClock {
  /** One of its zones, where all of it keeps the same clock; null where it keeps several, or is none that is known. */
  readonly zone: string | null;
  /** The same text for zones whose clocks are the same all year. */
  readonly clock: string | null;
  readonly several: boolean;
}

/** There are some 250 countries, and a year does not end twice. */
const mostKept = 500;

/**
 * Tells the clocks of countries (ISO 3166-1) in the year of an instant; what was looked up is kept, because finding the zones of
 * 45 countries takes a tenth of a second. Zones that differed in the past alone count as one.
 */
export function createCountryClocks(): (country: string, at: number) => CountryClock {
  const known = new LRUCache<string, CountryClock>({ max: mostKept });
  return (country, at) => {
    const { year } = zonedAt(at, 'UTC');
    const key = `${country} ${year}`;
    const clock = known.get(key) ?? lookUp(country, year);
    known.set(key, clock);
    return clock;
  };
}

function lookUp(country: string, year: number): CountryClock {
  const [zone = null, ...others] = zonesOf(country);
  const clock = zone === null ? null : clockOf(zone, year);
  const several = others.some((other) => clockOf(other, year) !== clock);
  return several ? { zone: null, clock: null, several } : { zone, clock, several };
}

/** How far a zone is ahead of UTC in winter and in summer. */
const clockOf = (zone: string, year: number): string =>
  [0, 6].map((month) => zonedAt(Date.UTC(year, month, 15), zone).offset).join(' ');

function zonesOf(country: string): readonly string[] {
  try {
    return new Intl.Locale('und', { region: country }).getTimeZones() ?? [];
  } catch {
    // A RangeError: it has not the form of a region.
    return [];
  }
}
