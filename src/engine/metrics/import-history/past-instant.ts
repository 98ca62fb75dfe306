import { Temporal } from 'temporal-polyfill';
import { isOcmaError } from '../../../shared/errors.ts';
import { resolveWallTime } from '../../time/wall-time.ts';

const slashed = String.raw`(\d{1,2})/(\d{1,2})/(\d{4})`;
const days = String.raw`(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})|${slashed})`;
const times = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?: ?([AP])M)?`;
const offsets = String.raw`(Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|UTC|GMT)`;
const written = new RegExp(String.raw`^${days}(?:(?:T|,? +)${times}\s*${offsets}?)?$`, 'i');
const withSlashes = new RegExp(`^${slashed}`);

/** Which of the first two numbers of 3/4/2026 is the day; null where a file does not tell. */
export type SlashOrder = 'day_first' | 'month_first' | null;

/** A number over twelve is no month: one such date tells the order of all in a file. */
export function slashOrderOf(cells: Iterable<string>): SlashOrder {
  let order: SlashOrder = null;
  for (const cell of cells) {
    const [, first, second] = withSlashes.exec(cell) ?? [];
    const told = Number(first) > 12 ? 'day_first' : Number(second) > 12 ? 'month_first' : null;
    if (told !== null && order !== null && told !== order) return null;
    order ??= told;
  }
  return order;
}

/** When a post of a file was published, epoch ms, or what keeps it from being known. */
export type PastInstant = number | 'unreadableDate' | 'ambiguousDate' | 'unknownZone';

/**
 * Reads a date: with an offset it is an instant, without one it is the zone's wall clock, a bare day its noon. Days are written
 * as 2026-03-14, 14.3.2026, or with slashes in the file's order.
 */
export function instantOf(cell: string, timeZone: string, order: SlashOrder = null): PastInstant {
  const parts = written.exec(cell);
  if (parts === null) return 'unreadableDate';
  const date = dateOf(parts.slice(1, 10), order);
  const [hour, minute = '00', second = '00', half, zone] = parts.slice(10);
  if (date === null) return 'ambiguousDate';
  const local = `${date}T${hourOf(hour ?? '12', half)}:${minute}:${second}`;
  try {
    if (zone === undefined) return resolveWallTime(local, timeZone).instant;
    return Temporal.Instant.from(`${local}${offsetOf(zone)}`).epochMilliseconds;
  } catch (error) {
    if (isOcmaError(error)) return error.code === 'time_zone_unknown' ? 'unknownZone' : 'unreadableDate';
    if (error instanceof RangeError) return 'unreadableDate';
    throw error;
  }
}

/** Year, month and day, from whichever of the three ways of writing matched; null where slashes leave it open. */
function dateOf(found: readonly (string | undefined)[], order: SlashOrder): string | null {
  const [year, month, day, dayFirst, monthSecond, yearLast, first, second, yearBehind] = found;
  if (first !== undefined && order === null) return null;
  const [slashDay, slashMonth] = order === 'day_first' ? [first, second] : [second, first];
  return [year ?? yearLast ?? yearBehind, month ?? monthSecond ?? slashMonth, day ?? dayFirst ?? slashDay]
    .map((part = '') => part.padStart(2, '0'))
    .join('-');
}

/** An hour of 24, from one of twelve where a half of the day is named. */
function hourOf(hour: string, half: string | undefined): string {
  if (half === undefined) return hour.padStart(2, '0');
  // No clock shows such an hour: the date is refused like any that no calendar has.
  if (Number(hour) < 1 || Number(hour) > 12) return '99';
  return String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)).padStart(2, '0');
}

/** As the calendar's library reads it: `Z`, or hours with or without minutes. */
const offsetOf = (zone: string): string => zone.replace(/^(?:utc|gmt)/i, '').replace(/^$/, 'Z');
