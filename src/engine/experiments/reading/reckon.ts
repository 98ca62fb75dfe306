import type { ExperimentDeps } from '../experiment-deps.ts';
import type { StoredExperiment } from '../experiment-store.ts';
import { compare } from '../statistics/compare.ts';
import type { ComparedPost, Comparison } from '../statistics/compare.ts';
import { createDraws } from '../statistics/draws.ts';
import { postsNeeded, verdictOf } from '../statistics/verdict.ts';
import type { TestedPost, TestResult } from '../test-result.ts';
import { readItems } from './read-items.ts';
import type { ItemReading } from './read-items.ts';
import type { TestItem } from './test-items.ts';
import { levelAt, pastPosts } from './usual-level.ts';
import type { PastPost } from './usual-level.ts';

const hourMs = 60 * 60_000;

/** What a test says now, and when there may be news; `lookAt` is null when there is nothing to wait for. */
export function reckon(
  deps: ExperimentDeps,
  experiment: StoredExperiment,
  items: readonly TestItem[],
): { result: TestResult; lookAt: number | null } {
  const { workspaceId, id: experimentId, measure, readAfterHours, variants, bar, seed } = experiment;
  const accountIds = [...new Set(items.map(({ accountId }) => accountId))];
  const until = deps.ports.clock.now();
  const ageMs = readAfterHours * hourMs;
  const past = pastPosts(deps, accountIds, { workspaceId, measure, ageMs, experimentId, until });
  const { readings, expected } = withLevels(experiment, items, readItems(deps, experiment, items), past);
  const counted = items.flatMap((item, at) => {
    const reading = readings[at];
    return reading?.use === 'counted' ? [{ item, reading, expected: expected[at] ?? 0 }] : [];
  });
  const comparison = compare(
    counted.map(({ item, reading, expected: level }): ComparedPost => ({
      ...reading.value,
      variant: item.variant,
      expected: level,
    })),
    { measure, variants: variants.length, margin: bar.margin, history: [...past.values()] },
    createDraws(seed),
  );
  const drawnIn = new Set(comparison.drawnIn.map((at) => counted[at]?.item.position));
  const sums = variants.map((_, variant) =>
    sumOf(
      measure,
      counted.filter(({ item }) => item.variant === variant).map(({ reading }) => reading),
    ),
  );
  const seen = measure === 'engagements' ? null : sums.map(({ impressions }) => impressions ?? 0);
  const verdict = verdictOf(comparison, seen, bar);
  const waiting = readings.flatMap((reading) => (reading.use === 'waiting' ? [reading.lookAt] : []));
  return {
    lookAt: waiting.length === 0 ? null : Math.min(...waiting),
    result: {
      verdict,
      variants: sums.map((sum, variant) => ({ ...sum, ...told(comparison, variant, counted.length > 0) })),
      posts: items.map(({ position }, at) =>
        testedPost(position, readings[at] ?? { use: 'left_out', reason: 'unread' }, drawnIn.has(position)),
      ),
      morePosts: verdict.kind === 'decided' ? null : morePosts(comparison, bar),
      usualFactor: Math.exp(Math.sqrt(comparison.spread.variance)),
      learnedFrom: comparison.spread.posts,
    },
  };
}

/**
 * What was to be expected of each post. One account is compared with itself, so that a level that is not known may be left
 * out for all of its posts; of several accounts those without a level cannot be compared.
 */
function withLevels(
  { scheme }: StoredExperiment,
  items: readonly TestItem[],
  readings: readonly ItemReading[],
  past: ReadonlyMap<string, readonly PastPost[]>,
): { readings: ItemReading[]; expected: number[] } {
  const levels = items.map(({ accountId, publishedAt, dueAt }) =>
    levelAt(past.get(accountId) ?? [], publishedAt ?? dueAt),
  );
  if (scheme === 'comparable_times') {
    const known = levels.every((level) => level !== null);
    return { readings: [...readings], expected: levels.map((level) => (known ? (level ?? 0) : 0)) };
  }
  return {
    readings: readings.map((reading, at) =>
      reading.use === 'counted' && levels[at] === null ? { use: 'left_out', reason: 'no_level' } : reading,
    ),
    expected: levels.map((level) => level ?? 0),
  };
}

type Counted = Extract<ItemReading, { use: 'counted' }>;

function sumOf(measure: StoredExperiment['measure'], own: readonly Counted[]) {
  const engagements = own.reduce((sum, reading) => sum + reading.engagements, 0);
  const known = own.every(({ impressions }) => impressions !== null);
  const impressions = known ? own.reduce((sum, reading) => sum + (reading.impressions ?? 0), 0) : null;
  const under = measure === 'engagements' ? own.length : (impressions ?? 0);
  return {
    counted: own.length,
    engagements,
    impressions,
    average: under === 0 ? null : engagements / under,
  };
}

function told({ variants }: Comparison, variant: number, any: boolean) {
  const own = variants[variant];
  return {
    probabilityBest: any ? (own?.probabilityBest ?? null) : null,
    probabilityClearlyBest: any ? (own?.probabilityClearlyBest ?? null) : null,
    lift: own?.lift ?? null,
  };
}

function testedPost(position: number, reading: ItemReading, drawnIn: boolean): TestedPost {
  const nothing = { engagements: null, impressions: null, readAt: null };
  switch (reading.use) {
    case 'counted': {
      const { engagements, impressions, readAt } = reading;
      return {
        position,
        use: 'counted',
        note: drawnIn ? 'drawn_in' : null,
        engagements,
        impressions,
        readAt,
      };
    }
    case 'waiting':
      return { position, use: 'waiting', note: null, ...nothing };
    case 'left_out':
      return { position, use: 'left_out', note: reading.reason, ...nothing };
  }
}

function morePosts(comparison: Comparison, bar: StoredExperiment['bar']): number | null {
  const needed = postsNeeded(comparison, bar);
  if (needed === null) return null;
  return comparison.variants.reduce((sum, { posts }) => sum + Math.max(0, needed - posts), 0) || null;
}
