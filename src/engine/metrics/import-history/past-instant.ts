import { Temporal } from 'temporal-polyfill';
import { isOcmaError } from '../../../shared/errors.ts';
import { resolveWallTime } from '../../time/wall-time.ts';

const days = String.raw`(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))`;
const times = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?`;
const offsets = String.raw`(Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|UTC|GMT)`;
const written = new RegExp(String.raw`^${days}(?:(?:T|,? +)${times}\s*${offsets}?)?$`, 'i');

/** When a post of a file was published, epoch ms, or what keeps it from being known. */
export type PastInstant = number | 'unreadableDate' | 'unknownZone';

/**
 * Reads a date: with an offset it is an instant, without one it is the zone's wall clock, a bare day its noon. Days are written
 * as 2026-03-14 or 14.3.2026: with slashes nobody could tell the day from the month.
 */
export function instantOf(cell: string, timeZone: string): PastInstant {
  const parts = written.exec(cell);
  if (parts === null) return 'unreadableDate';
  const [
    ,
    year,
    month,
    day,
    dayFirst,
    monthSecond,
    yearLast,
    hour = '12',
    minute = '00',
    second = '00',
    zone,
  ] = parts;
  const date = [year ?? yearLast, month ?? monthSecond, day ?? dayFirst].map((part = '') =>
    part.padStart(2, '0'),
  );
  const local = `${date.join('-')}T${hour.padStart(2, '0')}:${minute}:${second}`;
  try {
    if (zone === undefined) return resolveWallTime(local, timeZone).instant;
    return Temporal.Instant.from(`${local}${offsetOf(zone)}`).epochMilliseconds;
  } catch (error) {
    if (isOcmaError(error)) return error.code === 'time_zone_unknown' ? 'unknownZone' : 'unreadableDate';
    if (error instanceof RangeError) return 'unreadableDate';
    throw error;
  }
}

/** As the calendar's library reads it: `Z`, or hours with or without minutes. */
const offsetOf = (zone: string): string => zone.replace(/^(?:utc|gmt)/i, '').replace(/^$/, 'Z');
