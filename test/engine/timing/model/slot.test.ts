import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { nextInstants, slotOf, slotsIn } from '../../../../src/engine/timing/model/slot.ts';

const at = (iso: string): number => Date.parse(iso);

test('slots are local hours of the week, Monday midnight first', () => {
  expect(slotOf(at('2026-01-05T00:00:00Z'), 'UTC')).toBe(0);
  expect(slotOf(at('2026-01-04T23:59:59Z'), 'UTC')).toBe(167);
  expect(slotOf(at('2026-07-06T12:30:00Z'), 'Asia/Kolkata')).toBe(18);
});

test('an hour keeps its slot when the clock changes', () => {
  // 09:00 in New York on the Mondays before and after 8 March 2026.
  expect(slotOf(at('2026-03-02T14:00:00Z'), 'America/New_York')).toBe(9);
  expect(slotOf(at('2026-03-09T13:00:00Z'), 'America/New_York')).toBe(9);
  // Both passes of the repeated hour on 1 November 2026 are Sunday, 01:00.
  expect(slotOf(at('2026-11-01T05:30:00Z'), 'America/New_York')).toBe(145);
  expect(slotOf(at('2026-11-01T06:30:00Z'), 'America/New_York')).toBe(145);
});

test('the stretches between changes give what Temporal gives for each instant', () => {
  for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'UTC']) {
    const slot = slotsIn(zone);
    for (let time = at('2024-01-01T00:10:00Z'); time < at('2026-06-01T00:00:00Z'); time += 37 * 3_600_000) {
      const local = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
      expect(slot(time)).toBe((local.dayOfWeek - 1) * 24 + local.hour);
    }
    for (const edge of ['2025-03-30T01:00:00Z', '2025-10-26T01:00:00Z', '2025-03-09T05:30:00Z']) {
      for (const off of [-1, 0, 1]) {
        const local = Temporal.Instant.fromEpochMilliseconds(at(edge) + off).toZonedDateTimeISO(zone);
        expect(slot(at(edge) + off)).toBe((local.dayOfWeek - 1) * 24 + local.hour);
      }
    }
  }
});

test('a slot comes every week, through gaps and overlaps', () => {
  // Sunday 02:00 does not exist on 29 March 2026 in Berlin.
  expect(nextInstants(146, 'Europe/Berlin', at('2026-03-20T12:00:00Z'), 3)).toEqual([
    { instant: at('2026-03-22T01:00:00Z'), note: 'none' },
    { instant: at('2026-03-29T01:00:00Z'), note: 'gap' },
    { instant: at('2026-04-05T00:00:00Z'), note: 'none' },
  ]);
  expect(nextInstants(146, 'Europe/Berlin', at('2026-10-24T12:00:00Z'), 1)).toEqual([
    { instant: at('2026-10-25T00:00:00Z'), note: 'overlap' },
  ]);
});

test('a slot of today that has begun comes next week', () => {
  expect(nextInstants(9, 'UTC', at('2026-01-05T09:00:00Z'), 1)[0]?.instant).toBe(at('2026-01-12T09:00:00Z'));
  expect(nextInstants(9, 'UTC', at('2026-01-05T08:59:00Z'), 1)[0]?.instant).toBe(at('2026-01-05T09:00:00Z'));
});

test('a zone that nobody knows is refused', () => {
  expect(() => slotOf(0, 'Mars/Olympus')).toThrow(expect.objectContaining({ code: 'time_zone_unknown' }));
});
