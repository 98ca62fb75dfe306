import type { ExperimentHour } from '../../../shared/models/experiment.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { resolveWallTime, zonedAt } from '../../time/wall-time.ts';

/** An hour of the week on a day. */
export interface HourAhead {
  readonly when: WallTime;
  /** Names the hour of the week, whatever the day. */
  readonly place: string;
}

const longestDays = 7 * 120;

/** The next times that these hours of the week come, soonest first; a time that daylight saving skips is left out. */
export function hoursAhead(
  hours: readonly ExperimentHour[],
  timeZone: string,
  after: number,
  count: number,
): HourAhead[] {
  const today = zonedAt(after, timeZone).toPlainDate();
  const found: HourAhead[] = [];
  for (let ahead = 0; ahead < longestDays && found.length < count; ahead += 1) {
    const day = today.add({ days: ahead });
    const own = hours
      .filter(({ weekday }) => weekday === day.dayOfWeek)
      .toSorted((left, right) => left.minute - right.minute);
    for (const { weekday, minute } of own) {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const when = resolveWallTime(`${day.toString()}T${clock}`, timeZone);
      if (when.instant <= after || when.note === 'gap' || found.length === count) continue;
      found.push({ when, place: `${weekday} ${minute}` });
    }
  }
  return found;
}

/** The shortest time between two neighbouring hours of the week, in minutes, around the week. */
export function shortestGapMinutes(hours: readonly ExperimentHour[]): number {
  const week = 7 * 1_440;
  const at = hours.map(({ weekday, minute }) => (weekday - 1) * 1_440 + minute).toSorted((a, b) => a - b);
  return Math.min(
    week,
    ...at.map((minute, index) => ((at[(index + 1) % at.length] ?? 0) - minute + week) % week || week),
  );
}
