import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../src/shared/models/delivery.ts';
import { bestFreeSlot } from '../../../src/renderer/screens/calendar/best-free-slot.ts';
import { eventsOf } from '../../../src/renderer/screens/calendar/calendar-events.ts';
import { slotAt, timed } from '../timed.ts';

const berlin = 'Europe/Berlin';
const week = { from: '2026-11-23', until: '2026-11-30' };
/** Monday, nine in Berlin. */
const now = Date.UTC(2026, 10, 23, 8);
const planned = (accountId: string, at: number): Delivery =>
  ({ accountId, state: 'scheduled', publishedAt: null, when: { instant: at } }) as Delivery;
/** Mondays 08:00, Tuesdays 09:00 and Fridays 10:00. */
const one = timed('one', { slots: [slotAt(8, 0.5), slotAt(33, 0.3), slotAt(106, 0.2)] });
const tuesday = Date.UTC(2026, 10, 24, 8);
const friday = Date.UTC(2026, 10, 27, 9);

describe('the best free slot of the dates on screen', () => {
  test('is the best that has not passed and at which the account has nothing', () => {
    expect(bestFreeSlot([one], [], week, berlin, now)).toMatchObject({ at: tuesday, accountId: 'one' });
    const near = planned('one', tuesday + 20 * 60_000);
    expect(bestFreeSlot([one], [near], week, berlin, now)?.at).toBe(friday);
    expect(bestFreeSlot([one], [planned('two', tuesday)], week, berlin, now)?.at).toBe(tuesday);
  });

  test('is there in later weeks too, at the same hour of the clock', () => {
    const spring = { from: '2027-03-29', until: '2027-04-05' };
    expect(bestFreeSlot([one], [], spring, berlin, now)?.at).toBe(Date.UTC(2027, 2, 29, 6));
  });

  test('of an account that is read in another zone is an hour of that zone', () => {
    // Sundays 20:00 in Los Angeles are Mondays 05:00 in Berlin.
    const far = timed('one', { zone: 'America/Los_Angeles', slots: [slotAt(164, 0.5)] });
    const before = Date.UTC(2026, 10, 22, 12);
    expect(bestFreeSlot([far], [], week, berlin, before)?.at).toBe(Date.UTC(2026, 10, 23, 4));
    expect(bestFreeSlot([far], [], week, berlin, now)).toBeNull();
  });

  test('is none where none is clear, or all has passed', () => {
    const unclear = timed('one', { status: 'no_clear_best_time', slots: [slotAt(33)] });
    expect(bestFreeSlot([unclear], [], week, berlin, now)).toBeNull();
    expect(bestFreeSlot([one], [], week, berlin, friday)).toBeNull();
  });

  test('stands in the calendar in the place of a slot that would lie over it', () => {
    const slots = [tuesday + 20 * 60_000, friday].map((instant) => ({
      instant,
      local: '',
      timeZone: berlin,
      note: 'none' as const,
    }));
    const best = bestFreeSlot([one], [], week, berlin, now);
    const events = eventsOf([], slots, 'week', berlin, now, best);
    expect(events.map(({ entry }) => [entry.at, entry.kind === 'slot' && entry.best !== null])).toEqual([
      [friday, false],
      [tuesday, true],
    ]);
    expect(eventsOf([], [], 'month', berlin, now, best)).toEqual([]);
  });
});
