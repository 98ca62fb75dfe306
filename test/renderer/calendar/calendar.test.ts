import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../src/shared/models/delivery.ts';
import { accountId, deliveryId, postId, workspaceId } from '../../../src/shared/models/ids.ts';
import { clockChangeEvents, eventsOf } from '../../../src/renderer/screens/calendar/calendar-events.ts';
import { datesOf, instantsOf, labelOf, step } from '../../../src/renderer/screens/calendar/calendar-range.ts';
import { clockChanges } from '../../../src/renderer/zoned.ts';

const berlin = 'Europe/Berlin';
const minute = 60_000;
const nine = Date.UTC(2026, 10, 24, 8);

const deliveryAt = (id: string, instant: number, change: Partial<Delivery> = {}): Delivery => ({
  id: deliveryId.parse(id),
  workspaceId: workspaceId.parse('w'),
  postId: postId.parse('p'),
  accountId: accountId.parse('a'),
  platform: 'x',
  state: 'scheduled',
  when: { local: '2026-11-24T09:00', timeZone: berlin, instant, note: 'none' },
  progress: null,
  problem: null,
  mode: 'publish',
  cancelling: false,
  publishedAt: null,
  url: null,
  attempts: 0,
  nextAttemptAt: null,
  costMicros: 0,
  catchUp: { rule: 'ask' },
  excerpt: id,
  parts: [],
  mediaCount: 0,
  labels: [],
  recurrenceId: null,
  test: null,
  version: 1,
  ...change,
});

describe('the dates on screen', () => {
  test('a week begins where the locale begins it', () => {
    expect(datesOf('week', '2026-11-22', 1)).toEqual({ from: '2026-11-16', until: '2026-11-23' });
    expect(datesOf('week', '2026-11-22', 0)).toEqual({ from: '2026-11-22', until: '2026-11-29' });
  });

  test('a month is six whole weeks', () => {
    expect(datesOf('month', '2026-11-22', 1)).toEqual({ from: '2026-10-26', until: '2026-12-07' });
  });

  test('a day of the spring change is an hour short', () => {
    const { from, to } = instantsOf(datesOf('day', '2026-03-29', 1), berlin);
    expect(to - from).toBe(23 * 60 * minute);
  });

  test('a step from the 31st lands in the next month', () => {
    expect(step('month', '2026-01-31', 1)).toBe('2026-02-01');
    expect(step('week', '2026-12-28', 1)).toBe('2027-01-04');
    expect(step('day', '2026-03-01', -1)).toBe('2026-02-28');
  });

  test('are named as people do', () => {
    expect(labelOf('month', '2026-11-22', 1, 'en-GB')).toBe('November 2026');
    expect(labelOf('week', '2026-11-22', 1, 'en-GB')).toMatch(/16.*22 Nov 2026/);
  });
});

describe('what stands in the calendar', () => {
  test('a post stands where it went out, else where it shall', () => {
    const [waiting, out] = eventsOf(
      [
        deliveryAt('waiting', nine),
        deliveryAt('out', nine, { state: 'published', publishedAt: nine + 90 * minute }),
      ],
      [],
      'week',
      berlin,
      nine,
    );
    expect(waiting?.start).toBe('2026-11-24 09:00:00');
    expect(out?.start).toBe('2026-11-24 10:30:00');
  });

  test('drafts without a time and cancelled posts do not', () => {
    const deliveries = [
      deliveryAt('draft', nine, { state: 'draft', when: null }),
      deliveryAt('cancelled', nine, { state: 'cancelled' }),
    ];
    expect(eventsOf(deliveries, [], 'week', berlin, nine)).toEqual([]);
  });

  test('posts five minutes apart are one card in a week, and every one of them in a month', () => {
    const many = Array.from({ length: 6 }, (_, index) => deliveryAt(`d${index}`, nine + index * 5 * minute));
    const week = eventsOf(many, [], 'week', berlin, nine);
    expect(week).toHaveLength(1);
    expect(week[0]?.entry).toMatchObject({ kind: 'several', deliveries: { length: 6 } });
    expect(eventsOf(many, [], 'month', berlin, nine)).toHaveLength(6);
  });

  test('a late card ends with its day', () => {
    const late = Date.UTC(2026, 10, 24, 22, 50);
    expect(eventsOf([deliveryAt('late', late)], [], 'week', berlin, nine)[0]?.end).toBe(
      '2026-11-24 23:59:00',
    );
  });

  test('free slots invite where no post stands', () => {
    const slotAt = (instant: number) => ({ local: '', timeZone: berlin, instant, note: 'none' as const });
    const slots = [slotAt(nine + 10 * minute), slotAt(nine + 300 * minute)];
    const entries = eventsOf([deliveryAt('one', nine)], slots, 'week', berlin, nine).map(
      ({ entry }) => entry,
    );
    expect(entries.filter(({ kind }) => kind === 'slot')).toEqual([
      { kind: 'slot', best: null, at: nine + 300 * minute, local: '2026-11-24T14:00' },
    ]);
    expect(eventsOf([], slots, 'month', berlin, nine)).toEqual([]);
  });
});

test('the hour that daylight saving takes, and the one it brings twice, are drawn where the clock shows them', () => {
  const changes = clockChanges(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1), berlin);
  expect(clockChangeEvents(changes, berlin).map(({ start, end }) => [start, end])).toEqual([
    ['2026-03-29 02:00:00', '2026-03-29 03:00:00'],
    ['2026-10-25 02:00:00', '2026-10-25 03:00:00'],
  ]);
});
