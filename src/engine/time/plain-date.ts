import { Temporal } from 'temporal-polyfill';

/** A day of the calendar; `weekday` is 1 for Monday. */
export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** The day of a wall-clock time as this app or RFC 5545 writes it: `2026-11-22T09:30`, `20261122`, `20261122T093000Z`. */
export function plainDateOf(text: string): PlainDate {
  const digits = text.replaceAll('-', '').slice(0, 8);
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(digits);
  return { year, month, day, weekday: dayOfWeek };
}
