import type { LocalDays } from './local-days.ts';
import type { BestSlot, PlanAccount, PlanRequest } from './plan-request.ts';

/** A time that an account could post at, before any rule is asked. */
export interface Candidate {
  readonly at: number;
  /** Its date by the wall clock of the plan's zone. */
  readonly date: string;
  readonly kind: 'best' | 'slot' | 'hour';
  /** The expected gain as a fraction; 0 where nothing is known. */
  readonly value: number;
  /** For `best`. */
  readonly best: BestSlot | null;
}

/** Hours of the day that are proposed where there are neither slots nor best times. */
const plainHours = [9, 10, 11, 12, 13, 14, 15, 16, 17];

/**
 * The times of a stretch for an account: its best hours and the workspace's weekly slots, and every hour of the working
 * day where there are neither. Each instant once, in the order of time.
 */
export function candidatesFor(
  request: Pick<PlanRequest, 'from' | 'to' | 'slots'>,
  days: LocalDays,
  account: PlanAccount,
): Candidate[] {
  const times = new Map<number, Candidate>();
  const offer = (candidate: Candidate): void => {
    const { at } = candidate;
    if (at < request.from || at >= request.to || times.has(at)) return;
    times.set(at, candidate);
  };
  const none = account.bestSlots.length === 0 && request.slots.length === 0;
  for (const { date, weekday } of days.datesIn(request.from, request.to)) {
    for (const best of account.bestSlots.filter((slot) => slot.weekday === weekday))
      offer({ at: days.instantOf(date, best.minute), date, kind: 'best', value: best.gain, best });
    for (const slot of request.slots.filter((one) => one.weekday === weekday))
      offer({ at: days.instantOf(date, slot.minute), date, kind: 'slot', value: 0, best: null });
    if (!none) continue;
    for (const hour of plainHours)
      offer({ at: days.instantOf(date, hour * 60), date, kind: 'hour', value: 0, best: null });
  }
  return [...times.values()].toSorted((one, other) => one.at - other.at);
}
