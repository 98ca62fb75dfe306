import { Temporal } from 'temporal-polyfill';
import { OcmaError } from '../../shared/errors.ts';
import type { WallTime } from '../../shared/models/time.ts';

/** The version of the time-zone data that this runtime resolves with, such as `2026b`. */
export function timeZoneDataVersion(): string {
  return process.versions['tz'] ?? 'unknown';
}

/**
 * Resolves a wall-clock time by the rule `compatible`: a time that does not exist moves forward by the length of the
 * gap, of two that exist the earlier one counts. `note` tells which of it happened.
 * @throws `time_zone_unknown`, or `invalid_input` for a date that no calendar has.
 */
export function resolveWallTime(local: string, timeZone: string): WallTime {
  const plain = parseLocal(local);
  const earlier = inZone(plain, timeZone, 'earlier');
  const later = inZone(plain, timeZone, 'later');
  const chosen = inZone(plain, timeZone, 'compatible');
  const exists = chosen.toPlainDateTime().equals(plain);
  const twice = earlier.epochMilliseconds !== later.epochMilliseconds;
  return {
    local: plain.toString({ smallestUnit: plain.second === 0 ? 'minute' : 'second' }),
    timeZone,
    instant: chosen.epochMilliseconds,
    note: exists ? (twice ? 'overlap' : 'none') : 'gap',
  };
}

/** The wall-clock time that an instant has in a zone. */
export function wallTimeAt(instant: number, timeZone: string): WallTime {
  const zoned = zonedAt(instant, timeZone);
  const plain = zoned.toPlainDateTime();
  return {
    local: plain.toString({ smallestUnit: plain.second === 0 ? 'minute' : 'second' }),
    timeZone,
    instant,
    note: 'none',
  };
}

/** @throws `time_zone_unknown` for a zone that this runtime does not know. */
export function assertTimeZone(timeZone: string): void {
  zonedAt(0, timeZone);
}

/** The instant as a zoned date and time. */
export function zonedAt(instant: number, timeZone: string): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  } catch (error) {
    throw new OcmaError('time_zone_unknown', { timeZone }, { cause: error });
  }
}

function inZone(
  plain: Temporal.PlainDateTime,
  timeZone: string,
  disambiguation: 'earlier' | 'later' | 'compatible',
) {
  try {
    return plain.toZonedDateTime(timeZone, { disambiguation });
  } catch (error) {
    throw new OcmaError('time_zone_unknown', { timeZone }, { cause: error });
  }
}

function parseLocal(local: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch (error) {
    throw new OcmaError('invalid_input', { what: local }, { cause: error });
  }
}
