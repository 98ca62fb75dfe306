import type { TimingSlot } from '../../../shared/contract/timing.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import type { PlanItem } from '../../../shared/models/planning.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { toneOf } from '../../parts/state-badge.tsx';
import { zoneClock } from '../../zoned.ts';
import type { ClockChange, ZoneClock } from '../../zoned.ts';
import type { CalendarView } from './calendar-range.ts';
import { keyOf } from './plan/plan-state.ts';

/** What stands behind an event of the calendar. */
export type CalendarEntry =
  | { readonly kind: 'delivery'; readonly delivery: Delivery; readonly at: number; readonly past: boolean }
  | {
      readonly kind: 'several';
      readonly deliveries: readonly Delivery[];
      /** The one that most needs to be seen; the card looks like it. */
      readonly foremost: Delivery;
      readonly at: number;
      readonly past: boolean;
    }
  /** A time that a plan proposes; nothing waits for it yet. */
  | {
      readonly kind: 'proposed';
      readonly item: PlanItem;
      readonly at: number;
      readonly local: string;
      /** It breaks a rule where it stands now. */
      readonly warned: boolean;
    }
  | {
      readonly kind: 'slot';
      readonly at: number;
      readonly local: string;
      /** It is the best of these dates. */
      readonly best: BestOfDates | null;
    }
  | { readonly kind: 'clock_change'; readonly at: number; readonly minutes: number };

/** Why a free time is the best of those on screen. */
export interface BestOfDates {
  readonly at: number;
  readonly slot: TimingSlot;
  readonly accountId: string;
}

/** An event as the grid draws it; `start` and `end` are wall clocks of the workspace's zone. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly color: string;
  readonly display: 'default' | 'background';
  readonly entry: CalendarEntry;
}

/** How long a card is in each view, in minutes: long enough for its two lines. */
const lengths: Record<CalendarView, number> = { day: 30, week: 45, month: 30 };

/** More posts than this within the length of a card are drawn as one card. */
const sideBySide: Record<CalendarView, number> = { day: 8, week: 2, month: Number.POSITIVE_INFINITY };

/** When a delivery stands in the calendar: when it went out, else when it shall. */
export const timeOf = (delivery: Delivery): number | null =>
  delivery.publishedAt ?? delivery.when?.instant ?? null;

const asSchedule = (local: string): string => `${local.slice(0, 16).replace('T', ' ')}:00`;

const minutesLater = (local: string, minutes: number): string => {
  const sameDayEnd = `${local.slice(0, 10)}T23:59`;
  const end = new Date(Date.parse(`${local}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
  return end > sameDayEnd ? sameDayEnd : end;
};

const eventAt = (
  id: string,
  at: number,
  view: CalendarView,
  clock: ZoneClock,
  title: string,
  entry: CalendarEntry,
): CalendarEvent => {
  const local = clock.local(at);
  return {
    id,
    title,
    start: asSchedule(local),
    end: asSchedule(minutesLater(local, lengths[view])),
    color: 'gray',
    display: 'default',
    entry,
  };
};

interface Placed {
  readonly delivery: Delivery;
  readonly at: number;
}

/** Gathers what would stand over each other into groups; each group begins within one card's length of its first. */
const groupsOf = (placed: readonly Placed[], length: number): Placed[][] => {
  const groups: Placed[][] = [];
  for (const one of placed) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last && first && one.at - first.at < length * 60_000) last.push(one);
    else groups.push([one]);
  }
  return groups;
};

/** Tones from what needs the user to what needs nobody. */
const urgency = ['bad', 'warning', 'moving', 'waiting', 'good', 'neutral'];

const foremostOf = (group: readonly Placed[]): Delivery =>
  group
    .map(({ delivery }) => delivery)
    .reduce((most, one) =>
      urgency.indexOf(toneOf(one.state)) < urgency.indexOf(toneOf(most.state)) ? one : most,
    );

/** The events of a view: posts, side by side or gathered, and between them, but for the month, the free slots. */
export function eventsOf(
  deliveries: readonly Delivery[],
  slots: readonly WallTime[],
  view: CalendarView,
  timeZone: string,
  now: number,
  best: BestOfDates | null = null,
): CalendarEvent[] {
  const clock = zoneClock(timeZone);
  const placed = deliveries
    .flatMap((delivery): Placed[] => {
      const at = timeOf(delivery);
      return at === null || delivery.state === 'cancelled' ? [] : [{ delivery, at }];
    })
    .sort((one, other) => one.at - other.at);

  const events = groupsOf(placed, lengths[view]).flatMap((group): CalendarEvent[] => {
    const first = group[0];
    if (first && group.length > sideBySide[view]) {
      const entry: CalendarEntry = {
        kind: 'several',
        deliveries: group.map(({ delivery }) => delivery),
        foremost: foremostOf(group),
        at: first.at,
        past: (group.at(-1)?.at ?? first.at) < now,
      };
      return [eventAt(`several-${first.delivery.id}`, first.at, view, clock, '', entry)];
    }
    return group.map(({ delivery, at }) =>
      eventAt(delivery.id, at, view, clock, delivery.excerpt, {
        kind: 'delivery',
        delivery,
        at,
        past: at < now,
      }),
    );
  });

  if (view === 'month') return events;
  const near = lengths[view] * 60_000;
  const bestAt = best && placed.every(({ at }) => Math.abs(at - best.at) >= near) ? best.at : null;
  const times = slots.map(({ instant }) => instant);
  // The best one takes the place of a slot that would lie over it.
  const others = times.filter((at) => bestAt === null || Math.abs(at - bestAt) >= near);
  const free = [...others, ...(bestAt === null ? [] : [bestAt])]
    .filter((time) => placed.every(({ at }) => Math.abs(at - time) >= near))
    .map((at) =>
      eventAt(`slot-${at}`, at, view, clock, '', {
        kind: 'slot',
        at,
        local: clock.local(at),
        best: at === bestAt ? best : null,
      }),
    );
  return [...events, ...free];
}

/** What a plan proposes, laid over the posts that wait. */
export function proposedEvents(
  items: readonly PlanItem[],
  view: CalendarView,
  timeZone: string,
): CalendarEvent[] {
  const clock = zoneClock(timeZone);
  return items.map((item) => {
    const { instant: at, local } = item.when;
    const entry = { kind: 'proposed', item, at, local, warned: item.warnings.length > 0 } as const;
    return eventAt(`proposed-${keyOf(item)}`, at, view, clock, item.excerpt, entry);
  });
}

/** The hours that a change of daylight saving leaves out, or brings twice, as bands behind the posts. */
export function clockChangeEvents(changes: readonly ClockChange[], timeZone: string): CalendarEvent[] {
  const clock = zoneClock(timeZone);
  return changes.map(({ at, minutes }) => {
    const wallBefore = new Date(at + clock.offset(at - 1) * 60_000).toISOString().slice(0, 16);
    const start = minutes > 0 ? wallBefore : clock.local(at);
    return {
      id: `clock-${at}`,
      title: '',
      start: asSchedule(start),
      end: asSchedule(minutesLater(start, Math.abs(minutes))),
      color: 'yellow',
      display: 'background',
      entry: { kind: 'clock_change', at, minutes },
    };
  });
}

/** True for what may be dragged: nothing that went out, is going out, or is undecided. */
export const mayMove = (delivery: Delivery): boolean =>
  delivery.state === 'scheduled' || delivery.state === 'missed';
