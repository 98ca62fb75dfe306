import { zonedAt } from './wall-time.ts';

/** Between two changes of a zone's clock, epoch ms. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/**
 * Tells how far an IANA zone is ahead of UTC at each of many instants, in milliseconds. Looked up once for each stretch
 * between two changes of the clock, because asking the time-zone data for each post takes seconds for 100,000 of them.
 * @throws `time_zone_unknown`
 */
export function offsetsIn(zone: string): (instant: number) => number {
  const stretches: Stretch[] = [];
  let last = stretchAt(0, zone);
  return (instant) => {
    if (instant < last.from || instant >= last.until) {
      const known = stretches.find(({ from, until }) => instant >= from && instant < until);
      last = known ?? stretchAt(instant, zone);
      if (known === undefined) stretches.push(last);
    }
    return last.offset;
  };
}

function stretchAt(instant: number, zone: string): Stretch {
  const zoned = zonedAt(instant, zone);
  // The change before an instant that is itself a change would be the one before: ask from just after it.
  const before = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = zoned.getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? -Infinity,
    until: after?.epochMilliseconds ?? Infinity,
    offset: zoned.offsetNanoseconds / 1e6,
  };
}
