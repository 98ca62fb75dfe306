import { expect, it } from 'vitest';
import type { Delivery } from '../../../src/shared/models/delivery.ts';
import { delivery } from '../../../src/shared/models/delivery.ts';
import { rowsByDay } from '../../../src/renderer/screens/queue/queue-rows.ts';

const made = (id: string, instant: number | null, more: Partial<Delivery> = {}): Delivery =>
  delivery.parse({
    id,
    workspaceId: 'wsp',
    postId: 'pst',
    accountId: 'acc',
    platform: 'x',
    state: 'scheduled',
    when:
      instant === null
        ? null
        : { local: '2026-11-22T09:30', timeZone: 'Europe/Berlin', instant, note: 'none' },
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
    ...more,
  });

it('puts a heading before each new day of the zone, not of UTC', () => {
  const rows = rowsByDay(
    [
      made('a', Date.parse('2026-11-22T22:30:00Z')),
      made('b', Date.parse('2026-11-22T23:30:00Z')),
      made('c', Date.parse('2026-11-23T01:00:00Z')),
    ],
    'Europe/Berlin',
  );
  expect(rows.map((row) => (row.kind === 'day' ? row.date : row.delivery.id))).toEqual([
    '2026-11-22',
    'a',
    '2026-11-23',
    'b',
    'c',
  ]);
});
