import { expect, test } from 'vitest';
import { accountId, postId } from '../../../src/shared/models/ids.ts';
import type { PlanItem } from '../../../src/shared/models/planning.ts';
import { proposedEvents } from '../../../src/renderer/screens/calendar/calendar-events.ts';
import {
  asChosen,
  keyOf,
  postsIn,
  takenOf,
  withMoved,
  withTaken,
  withWarnings,
} from '../../../src/renderer/screens/calendar/plan/plan-state.ts';
import type { PlanState } from '../../../src/renderer/screens/calendar/plan/plan-state.ts';

const timeZone = 'Europe/Berlin';
const nine = Date.UTC(2026, 10, 24, 8);
const hour = 3_600_000;
const sentence = (id: string) => ({ id, params: {}, text: id });

const item = (post: string, account: string, hours: number, given: Partial<PlanItem> = {}): PlanItem => ({
  kind: 'draft',
  postId: postId.parse(post),
  accountId: accountId.parse(account),
  platform: 'x',
  version: 3,
  categoryId: null,
  when: {
    local: `2026-11-24T${String(9 + hours).padStart(2, '0')}:00`,
    timeZone,
    instant: nine + hours * hour,
    note: 'none',
  },
  excerpt: post,
  why: [sentence('slot')],
  warnings: [],
  ...given,
});
const plan = (...items: PlanItem[]): PlanState => ({
  timeZone,
  items,
  unplaced: [],
  leftOut: new Set(),
  moved: new Set(),
});
const one = item('one', 'a', 0);
const other = item('one', 'b', 1);
const two = item('two', 'a', 2);

test('an item that is moved is the user’s, and all others stay where they are', () => {
  const moved = withMoved(plan(one, other, two), keyOf(one), '2026-11-24T12:30', nine + 3.5 * hour);
  expect(moved.items.map(({ postId: id, when }) => [id, when.local])).toEqual([
    ['one', '2026-11-24T10:00'],
    ['two', '2026-11-24T11:00'],
    ['one', '2026-11-24T12:30'],
  ]);
  expect(moved.items[2]?.why).toEqual([]);
  expect([...moved.moved]).toEqual([keyOf(one)]);
});

test('what is left out is not scheduled, and comes back', () => {
  const without = withTaken(plan(one, other, two), keyOf(two), false);
  expect(takenOf(without)).toEqual([one, other]);
  expect(postsIn(takenOf(without))).toBe(1);
  expect(takenOf(withTaken(without, keyOf(two), true))).toEqual([one, other, two]);
  expect(asChosen([two])).toEqual([
    { kind: 'draft', postId: 'two', accountId: 'a', version: 3, local: '2026-11-24T11:00' },
  ]);
});

test('the rules’ word counts for the time that it was asked for, and ends with what it was about', () => {
  const gap = [sentence('gap')];
  const warned = withWarnings(plan(one, two), [
    { ...one, warnings: gap },
    { ...two, when: { ...two.when, local: '2026-11-24T15:00' }, warnings: gap },
  ]);
  expect(warned.items.map(({ warnings }) => warnings.length)).toEqual([1, 0]);
  const [left] = warned.items;
  if (left === undefined) throw new Error('There is no item.');
  expect(withWarnings(plan(left), []).items[0]?.warnings).toEqual([]);
});

test('proposed times stand in the calendar under the key of their item', () => {
  const [event] = proposedEvents([item('two', 'a', 2, { warnings: [sentence('quiet')] })], 'week', timeZone);
  expect(event).toMatchObject({
    id: 'proposed-draft-two-a',
    start: '2026-11-24 11:00:00',
    entry: { kind: 'proposed', warned: true, local: '2026-11-24T11:00' },
  });
});
