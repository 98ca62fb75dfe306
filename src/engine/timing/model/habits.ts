import { slotsOfWeek } from './slot.ts';

/** A post whose slot and value are known. */
export interface JudgedPosts {
  readonly slots: Uint8Array;
  readonly values: Float64Array;
}

/** Hours with fewer posts are left out by the plain recommender: the mean of one lucky post is no best hour. */
const fewest = 20;

/** The plain recommender to beat: the three hours of the day, on all days, whose posts had the best mean value. */
export function threeBestHours({ slots, values }: JudgedPosts): number[] {
  const hours = Array.from({ length: 24 }, () => ({ posts: 0, sum: 0 }));
  for (const [index, slot] of slots.entries()) {
    const hour = hours[slot % 24];
    if (hour === undefined) continue;
    hour.posts += 1;
    hour.sum += values[index] ?? 0;
  }
  const best = hours
    .map(({ posts, sum }, hour) => ({ hour, mean: posts >= fewest ? sum / posts : -Infinity }))
    .filter(({ mean }) => mean > -Infinity)
    .toSorted((one, other) => other.mean - one.mean)
    .slice(0, 3);
  return best.flatMap(({ hour }) => everyDay(hour));
}

/** The slots that an account uses most, until they hold as many posts as `enough`. */
export function mostUsedSlots({ slots }: JudgedPosts, enough: number): number[] {
  const counts = new Uint32Array(slotsOfWeek);
  for (const slot of slots) counts[slot] = (counts[slot] ?? 0) + 1;
  const chosen: number[] = [];
  let held = 0;
  for (const slot of Array.from(counts.keys()).toSorted(
    (one, other) => (counts[other] ?? 0) - (counts[one] ?? 0),
  )) {
    if (held >= enough) break;
    chosen.push(slot);
    held += counts[slot] ?? 0;
  }
  return chosen;
}

/** The one hour of the day at which an account posts most, on all days. */
export function mostUsedHour({ slots }: JudgedPosts): number[] {
  const counts = new Uint32Array(24);
  for (const slot of slots) counts[slot % 24] = (counts[slot % 24] ?? 0) + 1;
  const [hour] = Array.from(counts.keys()).toSorted(
    (one, other) => (counts[other] ?? 0) - (counts[one] ?? 0),
  );
  return everyDay(hour ?? 0);
}

function everyDay(hour: number): number[] {
  return Array.from({ length: 7 }, (_, day) => day * 24 + hour);
}
