import type { MeasuredPost, MetricName } from '../../../shared/models/metric.ts';

const candidates: readonly MetricName[] = [
  'likes',
  'comments',
  'shares',
  'clicks',
  'saves',
  'quotes',
  'video_views',
];
const most = 3;

/** The kinds of reactions that the listed posts have, at most three: networks differ in what they report. */
export const columnsOf = (posts: readonly MeasuredPost[]): readonly MetricName[] =>
  candidates.filter((metric) => posts.some(({ metrics }) => metrics[metric] !== undefined)).slice(0, most);
