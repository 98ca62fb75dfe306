import type { AudienceFollowers } from '../../shared/contract/followers.ts';
import type { CountryCount } from '../platforms/audience.ts';
import type { CountryClock } from './country-clocks.ts';

type Whereabouts = Omit<AudienceFollowers['countries'], 'status' | 'text' | 'readAt' | 'counts'>;

/** In which countries and by which clocks people live, as far as countries tell it. */
export function whereaboutsOf(
  counts: readonly CountryCount[],
  clockOfCountry: (country: string) => CountryClock,
): Whereabouts {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const shareOf = (count: number): number => (total === 0 ? 0 : count / total);
  const countries = counts
    .flatMap(({ country, count }) =>
      country === null ? [] : [{ country, count, ...clockOfCountry(country) }],
    )
    .toSorted((one, other) => other.count - one.count || (one.country < other.country ? -1 : 1));
  const clocks = new Map<string, { zone: string; count: number; countries: string[] }>();
  for (const { country, count, zone, clock } of countries) {
    if (zone === null || clock === null) continue;
    const known = clocks.get(clock) ?? { zone, count: 0, countries: [] };
    known.count += count;
    known.countries.push(country);
    clocks.set(clock, known);
  }
  const byCount = [...clocks.values()].toSorted((one, other) => other.count - one.count);
  const placed = byCount.reduce((sum, { count }) => sum + count, 0);
  const several = countries.reduce((sum, one) => sum + (one.several ? one.count : 0), 0);
  const [first, second] = byCount;
  // All whom countries leave open may live by the second clock, or by one of their own.
  const mostElsewhere = (second?.count ?? 0) + total - placed;
  return {
    total,
    countries: countries.map(({ country, count, zone }) => ({ country, count, share: shareOf(count), zone })),
    clocks: byCount.map(({ zone, count, countries: of }) => ({ zone, share: shareOf(count), countries: of })),
    severalClocks: shareOf(several),
    unknown: shareOf(total - placed - several),
    suggested: first !== undefined && first.count > mostElsewhere ? first.zone : null,
  };
}
