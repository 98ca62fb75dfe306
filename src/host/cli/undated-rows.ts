import { Temporal } from 'temporal-polyfill';
import { UsageError } from './arguments.ts';

/** What becomes of rows without a date, as the contract's import takes it. */
export type UndatedRows =
  | { kind: 'draft' }
  | { kind: 'slots' }
  | { kind: 'spaced'; startAt: number; everyMinutes: number };

const minutesOfUnit: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1_440 };

/**
 * Reads `--every`, `--start` and `--slots`. A start without an offset is a wall-clock time in `zone`; without a start
 * the first row goes out one step from `now` (epoch milliseconds).
 */
export function undatedRows(
  { every, start, slots }: { every?: string | undefined; start?: string | undefined; slots?: boolean },
  now: number,
  zone: string,
): UndatedRows {
  if (slots) {
    if (every !== undefined || start !== undefined) {
      throw new UsageError('Choose either --slots or --every with --start.');
    }
    return { kind: 'slots' };
  }
  if (every === undefined) {
    if (start !== undefined) throw new UsageError('--start needs --every, such as --every 30m.');
    return { kind: 'draft' };
  }
  const everyMinutes = minutesFrom(every);
  const startAt = start === undefined ? now + everyMinutes * 60_000 : instantFrom(start, zone);
  return { kind: 'spaced', startAt, everyMinutes };
}

function minutesFrom(text: string): number {
  const match = /^(\d+)\s*([mhd]?)$/i.exec(text.trim());
  const minutes = Number(match?.[1]) * (minutesOfUnit[match?.[2]?.toLowerCase() || 'm'] ?? Number.NaN);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 10_080) {
    throw new UsageError(`--every takes a time such as 5m, 2h or 1d, at most a week, not "${text}".`);
  }
  return minutes;
}

function instantFrom(text: string, zone: string): number {
  try {
    if (/(z|[+-]\d{2}:?\d{2})$/i.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    throw new UsageError(
      `--start takes a time such as 2027-01-31T09:00 or 2027-01-31T09:00Z, not "${text}".`,
    );
  }
}
