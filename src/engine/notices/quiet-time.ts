import type { QuietHours } from '../../shared/models/settings.ts';
import { resolveWallTime, zonedAt } from '../time/wall-time.ts';

/**
 * When the quiet hours that an instant falls into are over, as an instant; null where it falls into none. They begin
 * and end by the clock on the wall of the machine's zone, and may pass midnight.
 */
export function quietUntil(quiet: QuietHours | null, instant: number, timeZone: string): number | null {
  if (quiet === null || quiet.from === quiet.to) return null;
  const local = zonedAt(instant, timeZone);
  const minute = local.hour * 60 + local.minute;
  const within =
    quiet.from < quiet.to
      ? minute >= quiet.from && minute < quiet.to
      : minute >= quiet.from || minute < quiet.to;
  if (!within) return null;
  const day = local.toPlainDate().add({ days: minute < quiet.to ? 0 : 1 });
  const clock = `${String(Math.floor(quiet.to / 60)).padStart(2, '0')}:${String(quiet.to % 60).padStart(2, '0')}`;
  return resolveWallTime(`${day.toString()}T${clock}`, timeZone).instant;
}
