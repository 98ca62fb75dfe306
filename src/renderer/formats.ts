import { formatDollars } from './dollars.ts';
import type { Words } from './words.ts';
import { localOf } from './zoned.ts';

const minute = 60_000;
const hour = 3_600_000;

const dayNumber = (instant: number, timeZone: string): number =>
  Math.round(Date.parse(`${localOf(instant, timeZone).slice(0, 10)}T00:00:00Z`) / 86_400_000);

const write = (instant: number, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, options).format(instant);

/** `09:20`, in the habit of the locale. */
export const formatTime = (instant: number, timeZone: string, locale: string): string =>
  write(instant, locale, { timeZone, hour: '2-digit', minute: '2-digit' });

/** `Tuesday 24 November 2026, 09:20`. */
export const formatFull = (instant: number, timeZone: string, locale: string): string =>
  write(instant, locale, { timeZone, dateStyle: 'full', timeStyle: 'short' });

/** `24 Nov`, with the year where it is not the current one. */
export const formatDay = (instant: number, timeZone: string, locale: string, now: number): string => {
  const sameYear = localOf(instant, timeZone).slice(0, 4) === localOf(now, timeZone).slice(0, 4);
  return write(instant, locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
};

/**
 * An instant as people say it: relative within the hour, then `today 14:20`, `tomorrow 09:30`, `Tue 09:20` within
 * six days, else the date.
 */
export function formatWhen(instant: number, timeZone: string, locale: string, now: number, t: Words): string {
  const distance = instant - now;
  const size = Math.abs(distance);
  if (size < 45_000) return distance < 0 ? t('states.when.justNow') : t('states.when.now');
  if (size < hour) {
    const minutes = Math.max(1, Math.round(size / minute)) * Math.sign(distance);
    return new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'long' }).format(
      minutes,
      'minute',
    );
  }
  const time = formatTime(instant, timeZone, locale);
  const days = dayNumber(instant, timeZone) - dayNumber(now, timeZone);
  if (Math.abs(days) <= 1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
    return `${word} ${time}`;
  }
  if (days > 1 && days < 7) return `${write(instant, locale, { timeZone, weekday: 'short' })} ${time}`;
  return `${formatDay(instant, timeZone, locale, now)}, ${time}`;
}

/** The price of something (micro-dollars) as people write it: `$0.20`, `$0.015`, `under $0.01`, `free`. */
export function formatMoney(micros: number, locale: string, t: Words): string {
  if (micros === 0) return t('states.money.free');
  if (micros > 0 && micros < 1_000) return t('states.money.underCent');
  return formatDollars(micros, locale);
}

/** A count as people write it; `compact` writes 12,345 as 12K. */
export const formatCount = (value: number, locale: string, compact = false): string =>
  new Intl.NumberFormat(locale, compact ? { notation: 'compact', maximumFractionDigits: 1 } : {}).format(
    value,
  );

/** A share (0 to 1) in percent with one digit: `4.1%`. */
export const formatShare = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);

/** A number with two digits after the point: `0.62`. */
export const formatDecimal = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** How much more or less, as a fraction, in whole percent with its sign: `+18%`, `-5%`, `0%`. */
export const formatChange = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  }).format(value);
