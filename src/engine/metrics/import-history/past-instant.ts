import { Temporal } from 'temporal-polyfill';
import { isOcmaError } from '../../../shared/errors.ts';
import { resolveWallTime } from '../../time/wall-time.ts';

const day = String.raw`(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))`;
const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?`;
const offset = String.raw`(Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|UTC|GMT)`;
const written = new RegExp(String.raw`^${day}(?:(?:T|,? +)${time}\s*${offset}?)?$`, 'i');

/**
 * When a post of a file was published, epoch ms: a date with an offset is an instant; one without is the zone's wall clock, a
 * bare day its noon. Days are written as 2026-03-14 or 14.3.2026: with slashes nobody could tell the day from the
 * month. Null where it cannot be read.
 */
export function instantOf(cell: string, timeZone: string): number | null {
  const parts = written.exec(cell);
  if (parts === null) return null;
  const [
    ,
    year,
    month,
    dayOfMonth,
    dayBefore,
    monthBefore,
    yearAfter,
    hour = '12',
    minute = '00',
    second = '00',
    zone,
  ] = parts;
  const date = [year ?? yearAfter, month ?? monthBefore, dayOfMonth ?? dayBefore].map((part = '') =>
    part.padStart(2, '0'),
  );
  const local = `${date.join('-')}T${hour.padStart(2, '0')}:${minute}:${second}`;
  try {
    if (zone === undefined) return resolveWallTime(local, timeZone).instant;
    return Temporal.Instant.from(`${local}${offsetOf(zone)}`).epochMilliseconds;
  } catch (error) {
    if (isOcmaError(error) || error instanceof RangeError) return null;
    throw error;
  }
}

/** As the calendar's library reads it: `Z`, or hours with or without minutes. */
const offsetOf = (zone: string): string => zone.replace(/^(?:utc|gmt)/i, '').replace(/^$/, 'Z');
