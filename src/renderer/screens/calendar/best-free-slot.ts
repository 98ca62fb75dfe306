import type { Delivery } from '../../../shared/models/delivery.ts';
import type { TimedAccount } from '../../parts/best-time/use-best-times.ts';
import { instantOf } from '../../zoned.ts';
import { timeOf } from './calendar-events.ts';
import type { BestOfDates } from './calendar-events.ts';
import { addDays, weekdayOf } from './calendar-range.ts';
import type { DateRange } from './calendar-range.ts';

/** Nothing of the account within this of it, either side. */
const nearMs = 60 * 60_000;

/**
 * The best recommended time to come within some dates of a zone at which the account has nothing planned; null where there is none.
 * The hours themselves are those of the zone of who reads the account.
 */
export function bestFreeSlot(
  timed: readonly TimedAccount[],
  deliveries: readonly Delivery[],
  { from, until }: DateRange,
  timeZone: string,
  now: number,
): BestOfDates | null {
  const [first, end] = [instantOf(`${from}T00:00`, timeZone), instantOf(`${until}T00:00`, timeZone)];
  // Another zone may have the day before or after at the same time.
  const dates: string[] = [];
  for (let date = addDays(from, -1); date <= until; date = addDays(date, 1)) dates.push(date);
  const free = timed.flatMap(({ account, best }): BestOfDates[] => {
    if (best.status !== 'clear') return [];
    const taken = deliveries.flatMap((delivery) => {
      const at =
        delivery.accountId === account.id && delivery.state !== 'cancelled' ? timeOf(delivery) : null;
      return at === null ? [] : [at];
    });
    return best.slots.flatMap((slot) =>
      dates
        .filter((date) => weekdayOf(date) === slot.weekday % 7)
        .map((date) => instantOf(`${date}T${String(slot.hour).padStart(2, '0')}:00`, best.zone))
        .filter(
          (at) =>
            at > now && at >= first && at < end && taken.every((other) => Math.abs(other - at) >= nearMs),
        )
        .map((at) => ({ at, slot, accountId: account.id })),
    );
  });
  const [best] = free.toSorted((one, other) => other.slot.gain - one.slot.gain || one.at - other.at);
  return best ?? null;
}
