import { zonedAt } from '../../time/wall-time.ts';
import { offsetsIn } from '../../time/zone-offsets.ts';

/** Hours of a week, Monday 00:00 first: slot 0 to 167. */
export const slotsOfWeek = 168;

const hourMs = 3_600_000;

/** 1970-01-01 was a Thursday. */
const epochHourOfWeek = 72;

/** The local hour of the week in an IANA zone that an instant lies in; the repeated hour of an autumn counts as the same one. */
export function slotOf(instant: number, zone: string): number {
  return slotsIn(zone)(instant);
}

/** Tells the slots of many instants of one zone. @throws `time_zone_unknown` */
export function slotsIn(zone: string): (instant: number) => number {
  const offsetAt = offsetsIn(zone);
  return (instant) => {
    const hour = Math.floor((instant + offsetAt(instant)) / hourMs) + epochHourOfWeek;
    return ((hour % slotsOfWeek) + slotsOfWeek) % slotsOfWeek;
  };
}

/** When a slot begins next, epoch ms. */
export interface SlotInstant {
  readonly instant: number;
  /** `gap`: the hour does not exist that day, and the time after the jump is meant; `overlap`: it comes twice, the first is meant. */
  readonly note: 'none' | 'gap' | 'overlap';
}

/** The next times that a slot begins at, after an instant; by the rule `compatible` where the clock jumps. */
export function nextInstants(slot: number, zone: string, after: number, count: number): SlotInstant[] {
  const start = zonedAt(after, zone).toPlainDate();
  const days = (Math.floor(slot / 24) + 1 - start.dayOfWeek + 7) % 7;
  const found: SlotInstant[] = [];
  for (let week = 0; found.length < count; week += 1) {
    const plain = start.add({ days: days + week * 7 }).toPlainDateTime({ hour: slot % 24 });
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
    const chosen = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
    if (chosen.epochMilliseconds <= after) continue;
    const twice = earlier.epochMilliseconds !== later.epochMilliseconds;
    const exists = chosen.toPlainDateTime().equals(plain);
    found.push({
      instant: chosen.epochMilliseconds,
      note: exists ? (twice ? 'overlap' : 'none') : 'gap',
    });
  }
  return found;
}
