import { metricNames } from '../../../shared/models/metric.ts';
import type { AccountSummary, MetricName } from '../../../shared/models/metric.ts';
import type { Sample } from '../samples.ts';
import type { Stretch } from './stretch.ts';

export type MetricLine = AccountSummary['series'][number];
type Point = MetricLine['points'][number];

/** Each metric of one subject as it was read, within the stretch. */
export function linesOf(samples: readonly Sample[], { from }: Pick<Stretch, 'from'>): MetricLine[] {
  return byMetric(samples.filter(({ at }) => at >= from)).map(([metric, own]) => ({
    metric,
    points: own.map(({ at, value }) => ({ at, value })),
  }));
}

/**
 * The sum of each metric over several posts as it was known at each reading: a post counts with its newest value until
 * then. Of readings close together only the last is kept.
 */
export function sumsOf(samples: readonly Sample[], stretch: Stretch): MetricLine[] {
  return byMetric(samples).map(([metric, own]) => {
    const newest = new Map<string, number>();
    let sum = 0;
    const points: Point[] = [];
    for (const { subjectId, at, value } of own) {
      sum += value - (newest.get(subjectId) ?? 0);
      newest.set(subjectId, value);
      points.push({ at, value: sum });
    }
    return { metric, points: thinned(points, stretch) };
  });
}

/** The last point of each step. */
function thinned(points: readonly Point[], { from, stepMs }: Stretch): Point[] {
  const lastOfStep = new Map<number, Point>();
  for (const point of points.filter(({ at }) => at >= from)) {
    lastOfStep.set(Math.floor((point.at - from) / stepMs), point);
  }
  return [...lastOfStep.values()];
}

function byMetric(samples: readonly Sample[]): [MetricName, Sample[]][] {
  const groups = Map.groupBy(samples, ({ metric }) => metric);
  return metricNames.flatMap((metric) => {
    const own = groups.get(metric);
    return own === undefined ? [] : [[metric, own]];
  });
}
