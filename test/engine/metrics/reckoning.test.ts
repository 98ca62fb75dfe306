import { describe, expect, test } from 'vitest';
import { linesOf, sumsOf } from '../../../src/engine/metrics/answers/lines.ts';
import { stretchOf } from '../../../src/engine/metrics/answers/stretch.ts';
import { engagementRateOf, engagementsOf } from '../../../src/engine/metrics/engagement.ts';
import { periodicOutcome } from '../../../src/engine/queue/periodic-outcome.ts';
import { nextSampleAt } from '../../../src/engine/metrics/sampling.ts';
import type { FailureCode } from '../../../src/engine/http/call.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

describe('the next reading of a post', () => {
  test.each([
    ['never read', null, 120_000],
    ['read at once', 0, 120_000],
    ['read at its first age', 120_000, hour],
    ['read late', 3 * hour, day],
    ['read after days', 8 * day, 28 * day],
    ['read after its last age', 28 * day, null],
  ])('%s', (_name, measuredAt, expected) => {
    expect(nextSampleAt({ publishedAt: 0, measuredAt })).toBe(expected);
  });
});

describe('reactions', () => {
  test('are the network’s own count, else the sum of what people did', () => {
    expect(engagementsOf({ engagements: 9, likes: 100 })).toBe(9);
    expect(engagementsOf({ likes: 4, comments: 3, shares: 2, video_views: 500, followers: 7 })).toBe(9);
  });

  test('are a share of those who saw it, and nothing where nobody did', () => {
    expect(engagementRateOf({ impressions: 200, likes: 10 })).toBe(0.05);
    expect(engagementRateOf({ impressions: 0, likes: 10 })).toBeNull();
    expect(engagementRateOf({ likes: 10 })).toBeNull();
    expect(engagementRateOf({ impressions: 1, likes: 3 })).toBe(1);
  });
});

describe('lines', () => {
  const stretch = stretchOf('24h', 10 * day);
  const sample = (subjectId: string, ago: number, value: number) => ({
    subjectId,
    metric: 'likes' as const,
    at: stretch.to - ago,
    value,
  });

  test('of several posts add up what was known of each at that time', () => {
    const samples = [
      sample('a', 5 * hour, 10),
      sample('b', 4 * hour, 1),
      sample('a', 3 * hour, 12),
      sample('b', 2 * hour, 5),
    ];
    expect(sumsOf(samples, stretch)[0]?.points.map(({ value }) => value)).toEqual([10, 11, 13, 17]);
  });

  test('keep the last of readings that are close together, and count those from before', () => {
    const samples = [sample('a', 3 * day, 3), sample('a', hour + 60_000, 4), sample('b', hour, 1)];
    expect(sumsOf(samples, stretch)[0]?.points).toEqual([
      { at: stretch.to - hour - 60_000, value: 4 },
      { at: stretch.to - hour, value: 5 },
    ]);
    const near = [sample('a', hour, 4), sample('b', hour - 60_000, 1)];
    expect(sumsOf(near, stretch)[0]?.points).toEqual([{ at: stretch.to - hour + 60_000, value: 5 }]);
  });

  test('of one subject begin with the stretch', () => {
    const samples = [sample('a', 3 * day, 3), sample('a', hour, 4)];
    expect(linesOf(samples, stretch)).toEqual([
      { metric: 'likes', points: [{ at: stretch.to - hour, value: 4 }] },
    ]);
    expect(linesOf(samples, { from: 0 })[0]?.points).toHaveLength(2);
  });
});

describe('a periodic reading that failed', () => {
  const outcome = (code: FailureCode, attempts = 0) =>
    periodicOutcome(
      { code, reach: 'refused', retryAt: null, detail: '', status: null },
      { attempts, maxAttempts: 6 },
      0,
      day,
    );

  test.each([
    ['unavailable', 'retry', undefined],
    ['rate_limited', 'later', 15 * 60_000],
    ['platform_refused', 'later', day],
    ['spending_cap', 'later', 6 * hour],
    ['auth_revoked', 'auth', undefined],
  ] as const)('%s: %s', (code, kind, at) => {
    expect(outcome(code)).toMatchObject(at === undefined ? { kind } : { kind, at });
  });

  test('comes back at its next time when its tries are used up', () => {
    expect(outcome('unavailable', 5)).toMatchObject({ kind: 'later', at: day });
  });
});
