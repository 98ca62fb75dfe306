import { Temporal } from 'temporal-polyfill';

/** Where Google's days begin: quotas are full again at midnight there, and Analytics counts its days. */
export const pacific = 'America/Los_Angeles';

/** The next midnight in California after an instant (epoch ms); its days have 23 and 25 hours twice a year. */
export const nextPacificMidnight = (now: number): number =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(pacific)
    .startOfDay()
    .add({ days: 1 })
    .startOfDay().epochMilliseconds;

/** The day it is in California, as `2026-11-22`, some days before an instant. */
export const pacificDay = (now: number, daysBefore: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(pacific)
    .toPlainDate()
    .subtract({ days: daysBefore })
    .toString();
