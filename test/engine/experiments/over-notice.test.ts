import { expect, test } from 'vitest';
import { overNotice } from '../../../src/engine/experiments/over-notice.ts';
import { createWords } from '../../../src/engine/words.ts';
import type { Experiment } from '../../../src/shared/models/experiment.ts';
import { experimentId, workspaceId } from '../../../src/shared/models/ids.ts';

const ended = (given: Partial<Experiment>): Experiment => ({
  id: experimentId.parse('exp_1'),
  workspaceId: workspaceId.parse('wsp_1'),
  name: 'Ask or tell',
  scheme: 'comparable_times',
  platform: 'x',
  accountIds: [],
  state: 'undecided',
  posts: { planned: 8, out: 8, counted: 8 },
  variants: [],
  winner: null,
  sentence: 'Undecided: 8 posts do not tell the versions apart.',
  startsAt: 0,
  endsAt: 0,
  practice: false,
  createdAt: 0,
  measure: 'engagement_rate',
  readAfterHours: 24,
  bar: { threshold: 0.9, margin: 0.05, posts: 3, impressions: 100 },
  versionsOut: 'all',
  stoppedAt: null,
  final: true,
  morePosts: 12,
  why: [],
  items: [],
  ...given,
});
const told = (given: Partial<Experiment>, removed = false) =>
  overNotice(createWords(), ended(given), removed);

test('an undecided test says what it would take, or that nothing would', () => {
  expect(told({})).toMatchObject({
    kind: 'test_over',
    title: 'The test “Ask or tell” is over',
    body: 'Undecided: 8 posts do not tell the versions apart. About 12 more posts would probably decide it, if things go on as they look.',
    target: '/advice?tab=tests&test=exp_1',
    actions: [{ label: 'See the test' }],
  });
  expect(told({ morePosts: null })?.body).toContain('Even many more posts');
});

test('a decided test says who won and how sure that is, and nothing of more posts', () => {
  const sentence = '“Ask” does better: +20% (+8% to +33%), with 93% probability, from 8 posts.';
  expect(told({ state: 'decided', winner: 0, morePosts: null, sentence })?.body).toBe(sentence);
});

test('one that was stopped before anything was read, or is off the list, says nothing', () => {
  const none = { planned: 0, out: 0, counted: 0 };
  expect(told({ state: 'stopped', posts: none })).toBeNull();
  expect(told({ state: 'stopped' })?.body).not.toContain('more posts');
  expect(told({}, true)).toBeNull();
});
