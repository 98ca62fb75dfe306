import { Temporal } from 'temporal-polyfill';
import { isOcmaError } from '../../../shared/errors.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { assertTimeZone, resolveWallTime, wallTimeAt } from '../../time/wall-time.ts';
import type { Remarks } from './remark.ts';

/** A row's time: `undated` has none, `past` had one. Null where the cells cannot be read (the remarks say why). */
export type RowTime =
  | { readonly kind: 'at'; readonly when: WallTime }
  | { readonly kind: 'undated' }
  | { readonly kind: 'past' };

/** A time this long ago still counts as now, in milliseconds. */
const slackMs = 60_000;

const local = /^(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/i;
const withOffset = /^(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2})(:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})$/i;

/** Reads the date and time zone of a row: a date with an offset is an instant, one without is the zone's wall clock. */
export function timeOf(
  cells: { readonly date: string; readonly timeZone: string },
  defaultZone: string,
  now: number,
  remarks: Remarks,
): RowTime | null {
  const zone = cells.timeZone === '' ? defaultZone : cells.timeZone;
  if (!isZone(zone)) {
    remarks.problem('unknownZone', 'time zone', { zone });
    return null;
  }
  if (cells.date === '') return { kind: 'undated' };
  const when = read(cells.date, zone);
  if (when === null) {
    remarks.problem('unreadableDate', 'date', { date: cells.date });
    return null;
  }
  if (when.instant < now - slackMs) {
    remarks.warning('past', 'date', { date: cells.date });
    return { kind: 'past' };
  }
  if (when.note !== 'none') remarks.other('warning', `preflight.${when.note}`, 'date', {});
  return { kind: 'at', when };
}

function read(date: string, zone: string): WallTime | null {
  const absolute = withOffset.exec(date);
  const wall = local.exec(date);
  try {
    if (absolute !== null) {
      const [, day, hour = '', rest, offset] = absolute;
      const iso = `${day}T${hour.padStart(2, '0')}${rest}${offset}`;
      return wallTimeAt(Temporal.Instant.from(iso).epochMilliseconds, zone);
    }
    if (wall === null) return null;
    const [, day, hour = '', minute, second = '00'] = wall;
    return resolveWallTime(`${day}T${hour.padStart(2, '0')}:${minute}:${second}`, zone);
  } catch (error) {
    if (isOcmaError(error) || error instanceof RangeError) return null;
    throw error;
  }
}

function isZone(zone: string): boolean {
  try {
    assertTimeZone(zone);
    return true;
  } catch {
    return false;
  }
}
