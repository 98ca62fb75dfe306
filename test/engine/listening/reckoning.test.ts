import { expect, test } from 'vitest';
import { costOf, planOf, trendsReading } from '../../../src/engine/listening/costs.ts';
import { postingOf, publicEngagement } from '../../../src/engine/listening/posting-of.ts';
import { medianEstimate, rateEstimate } from '../../../src/engine/listening/statistics.ts';
import { plainLine } from '../../../src/engine/listening/trend-store.ts';
import { mastodon } from '../../../src/engine/platforms/mastodon/platform.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';

const dayMs = 24 * 60 * 60_000;

test('a rate has the interval of a Poisson mean', () => {
  // Exact bounds by chi-square: 10 events, 80%: 6.221 and 15.407; none: 0 and 2.303.
  const { low, high } = rateEstimate(10, 1);
  expect(low).toBeCloseTo(6.221, 1);
  expect(high).toBeCloseTo(15.407, 1);
  expect(rateEstimate(0, 2)).toMatchObject({ value: 0, low: 0 });
  expect(rateEstimate(0, 2).high).toBeCloseTo(1.15, 1);
});

test('a median says nothing of fewer than five, and its interval holds the middle', () => {
  expect(medianEstimate([1, 2, 3, 4])).toBeNull();
  expect(medianEstimate([9, 1, 5, 7, 3])).toEqual({ value: 5, low: 1, high: 9 });
  const many = medianEstimate(Array.from({ length: 101 }, (_, index) => index));
  expect(many?.value).toBe(50);
  expect(many?.low).toBeGreaterThan(40);
  expect(many?.high).toBeLessThan(60);
});

test('reading is seldom and paid where it costs, and nothing at the practice network', () => {
  const payer = { practice: false };
  expect(planOf(mastodon, payer).periodMs).toBe(dayMs);
  expect(costOf(mastodon, payer, 200)).toBe(0);
  expect(planOf(x, payer)).toMatchObject({ periodMs: 7 * dayMs, againPosts: 20 });
  expect(costOf(x, payer, 20)).toBe(110_000);
  expect(costOf(x, { practice: true }, 20)).toBe(0);
  expect(trendsReading(x, undefined)).toEqual({ kind: 'no_account' });
});

test('posts whose numbers still grow, or are not known, do not count as measured', () => {
  const to = Date.UTC(2026, 10, 20);
  const post = (hoursOld: number, likes?: number) => ({
    publishedAt: to - hoursOld * 3_600_000,
    format: 'text' as const,
    measuredAt: to,
    metrics: likes === undefined ? {} : { likes },
  });
  const about = {
    name: 'Anna',
    handle: 'anna',
    accountId: null,
    competitorId: null,
    profileUrl: null,
    followers: 2_000,
    readAt: to,
    since: to - 7 * dayMs,
  };
  const posts = [post(3, 90), post(30), ...[2, 4, 6, 8, 10].map((likes) => post(40, likes)), post(24 * 9, 5)];
  const posting = postingOf(about, posts, { to, timeZone: 'Europe/Berlin' });
  expect(posting).toMatchObject({
    posts: 7,
    measuredPosts: 5,
    postsPerWeek: { value: 7 },
    engagement: { value: 6 },
    perThousandFollowers: { value: 3 },
    formats: [{ format: 'text', posts: 7 }],
  });
  expect(postingOf({ ...about, since: null }, posts, { to, timeZone: 'UTC' })).toMatchObject({
    posts: 0,
    postsPerWeek: null,
    engagement: null,
  });
  expect(publicEngagement({ impressions: 90 })).toBeNull();
});

test('what strangers call their topics is one short line', () => {
  expect(plainLine('  Rye\n\u202eseason\u0000 ')).toBe('Rye season');
  expect(plainLine('x'.repeat(500))).toHaveLength(120);
});
