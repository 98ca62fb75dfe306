import { zonedAt } from '../time/wall-time.ts';

/**
 * The zones of a country (ISO 3166-1) whose clocks differ in the year of an instant, one for each clock. Zones that differ in the
 * past alone count as one. Empty for what is no country, or one without people.
 */
export function clocksOf(country: string, at: number): readonly string[] {
  const zones = new Map<string, string>();
  for (const zone of zonesOf(country)) {
    const clock = clockOf(zone, at);
    if (!zones.has(clock)) zones.set(clock, zone);
  }
  return [...zones.values()];
}

/** What tells a zone's clock from another's: how far it is ahead of UTC in winter and in summer. */
export function clockOf(zone: string, at: number): string {
  const { year } = zonedAt(at, 'UTC');
  return [0, 6].map((month) => zonedAt(Date.UTC(year, month, 15), zone).offset).join(' ');
}

function zonesOf(country: string): readonly string[] {
  try {
    return new Intl.Locale('und', { region: country }).getTimeZones() ?? [];
  } catch {
    // A RangeError: two letters that are no region.
    return [];
  }
}
