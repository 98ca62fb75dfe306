/**
 * Wall-clock times of IANA zones, by `Intl` alone, since not every browser that may open the web host has Temporal.
 * `local` strings read `2026-11-22T09:30`, as in the contract.
 */
const asUtc = (local: string): number => Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`);

/** Reads the wall clock of one zone; made once for many instants, since making it costs more than reading it. */
export interface ZoneClock {
  /** To the second: `2026-11-22T09:30:00`. */
  localSeconds(instant: number): string;
  /** To the minute: `2026-11-22T09:30`. */
  local(instant: number): string;
  /** Minutes that the zone is ahead of UTC. */
  offset(instant: number): number;
}

export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const localSeconds = (instant: number): string => {
    const fields: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) fields[type] = value;
    const { year, month, day, hour, minute, second } = fields;
    return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  };
  return {
    localSeconds,
    local: (instant) => localSeconds(instant).slice(0, 16),
    offset: (instant) => Math.round((asUtc(localSeconds(instant)) - instant) / 60_000),
  };
}

/** The wall clock of a zone at an instant, to the second. */
export const localSecondsOf = (instant: number, timeZone: string): string =>
  zoneClock(timeZone).localSeconds(instant);

/** The wall clock of a zone at an instant, to the minute. */
export const localOf = (instant: number, timeZone: string): string => zoneClock(timeZone).local(instant);

/** Minutes that a zone is ahead of UTC at an instant. */
export const offsetMinutes = (instant: number, timeZone: string): number =>
  zoneClock(timeZone).offset(instant);

/**
 * The instant of a wall-clock time: in an overlap the first of the two, in a gap the time moved forward by its length
 * (the rule `compatible` of Temporal, as the engine resolves it).
 */
export function instantOf(local: string, timeZone: string): number {
  const wall = asUtc(local);
  const clock = zoneClock(timeZone);
  const before = clock.offset(wall - 86_400_000);
  const after = clock.offset(wall + 86_400_000);
  const early = wall - before * 60_000;
  if (before === after) return early;
  if (clock.offset(early) === before) return early;
  const late = wall - after * 60_000;
  return clock.offset(late) === after ? late : early;
}

/** A change of a zone's offset: the instant from which the new one holds, and by how many minutes the clock moves. */
export interface ClockChange {
  readonly at: number;
  readonly minutes: number;
}

/** The changes of daylight saving in a zone between two instants. */
export function clockChanges(from: number, to: number, timeZone: string): readonly ClockChange[] {
  const clock = zoneClock(timeZone);
  const changes: ClockChange[] = [];
  const day = 86_400_000;
  for (let start = from; start < to; start += day) {
    const before = clock.offset(start);
    const after = clock.offset(Math.min(start + day, to));
    if (before === after) continue;
    let low = start;
    let high = Math.min(start + day, to);
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (middle <= low) break;
      if (clock.offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, minutes: after - before });
  }
  return changes;
}

/** The zone of this machine. */
export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A zone as people read it: `Europe/Berlin` becomes `Berlin`, `America/Argentina/Salta` becomes `Salta`. */
export const zoneCity = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
