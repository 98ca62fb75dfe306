import { describe, expect, it } from 'vitest';
import type { AccountSummary, MeasuredPost } from '../../../src/shared/models/metric.ts';
import { accountId } from '../../../src/shared/models/ids.ts';
import { accountReactions, reactionsOf } from '../../../src/renderer/screens/analytics/reactions.ts';
import { usualRate } from '../../../src/renderer/screens/analytics/usual-rate.ts';

const mine = accountId.parse('acc_mine');
const other = accountId.parse('acc_other');

const post = (engagementRate: number | null, account = mine): MeasuredPost => ({
  accountId: account,
  platform: 'x',
  remoteId: '1',
  url: null,
  text: '',
  publishedAt: 0,
  postId: null,
  deliveryId: null,
  metrics: {},
  engagementRate,
  measuredAt: null,
});

describe('the usual rate', () => {
  it('is the middle one, so that a lucky post does not move it', () => {
    const posts = [0.9, 0.02, 0.04, 0.03, 0.01].map((rate) => post(rate));
    expect(usualRate(posts, mine)).toEqual({ rate: 0.03, count: 5 });
  });

  it('lies between the two middle ones of an even number', () => {
    const posts = [0.07, 0.02, 0.03, 0.05, 0.06, 0.01].map((rate) => post(rate));
    expect(usualRate(posts, mine).rate).toBeCloseTo(0.04);
  });

  it('is not said from four posts, nor from those of another account or without a rate', () => {
    const posts = [post(0.1), post(0.1), post(0.1), post(0.1), post(null), post(0.1, other)];
    expect(usualRate(posts, mine)).toEqual({ rate: null, count: 4 });
  });
});

it('counts reactions as the network does, else adds up their kinds', () => {
  expect(reactionsOf({ engagements: 9, likes: 100 })).toBe(9);
  expect(reactionsOf({ likes: 3, comments: 2, impressions: 500 })).toBe(5);
  expect(reactionsOf({ impressions: 500 })).toBeUndefined();
});

it('counts the reactions of an account over all its posts, also those without the network’s own count', () => {
  const summary: AccountSummary = {
    accountId: mine,
    platform: 'x',
    username: 'mara',
    followers: 1,
    followersChange: null,
    posts: 2,
    totals: { impressions: 1_000, engagements: 2 },
    engagementRate: 0.029,
    series: [],
    measuredAt: null,
  };
  expect(accountReactions(summary)).toBe(29);
  expect(accountReactions({ ...summary, engagementRate: null })).toBe(2);
});
